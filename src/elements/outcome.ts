import type { KpiError } from '../core/error.js';
import type { FailedKpi } from '../core/evaluate/answer-each.js';
import type { Reason, Status } from '../core/evaluate/result.js';
import type { WidgetView } from '../view-model/view.js';

/** What every answer of the core says of itself. */
export interface WidgetResult {
  /** `missing`: the data hold nothing of what was asked. */
  readonly status: Status;
  /** Why there is nothing to show. */
  readonly reason?: Pick<Reason, 'code' | 'dimension'> | undefined;
  /** Of several figures those that cannot be shown. */
  readonly failed?: readonly FailedKpi[];
}

/** What a widget has to show. */
export type Outcome<Result extends WidgetResult, View extends WidgetView> =
  | { readonly phase: 'loading' }
  /** No view where no data have been given at all. */
  | { readonly phase: 'empty'; readonly result?: Result; readonly view?: View }
  | { readonly phase: 'ready'; readonly result: Result; readonly view: View }
  | { readonly phase: 'error'; readonly error: KpiError };
