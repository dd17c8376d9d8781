export type {
  Better,
  EntityDefinition,
  FieldDefinition,
  KpiDefinition,
  MeasureDefinition,
  Unit,
} from './core/catalog/definition.js';
export { defineKpi } from './core/catalog/define-kpi.js';
export { funnels } from './core/catalog/funnels.js';
export type { FunnelDefinition } from './core/catalog/funnels.js';
export { kpiCatalog } from './core/catalog/kpis.js';
export type { OwnDefinitions, OwnDimension, OwnKpi, OwnMeasure } from './core/catalog/own-definitions.js';
export { createDataset } from './core/dataset/create-dataset.js';
export type { Dataset } from './core/dataset/dataset.js';
export type { ExchangeRate } from './core/dataset/exchange-rates.js';
export type { CubeAnswer, CubeRow } from './core/dataset/cube-answer.js';
export type {
  DataNote,
  DatasetOptions,
  DatasetReport,
  IssueCode,
  RefusalCause,
  RowIssue,
  TableInput,
  TableReport,
  TablesInput,
} from './core/dataset/input.js';
export { answeredCube } from './core/evaluate/answered-cube.js';
export { cubeQuestion } from './core/evaluate/cube-question.js';
export type { CubeQuestion } from './core/evaluate/cube-question.js';
export { evaluateFunnel } from './core/evaluate/evaluate-funnel.js';
export { evaluateKpi } from './core/evaluate/evaluate-kpi.js';
export { evaluateRules } from './core/evaluate/evaluate-rules.js';
export type { FiredRule, RuleFigure, RulesQuestion } from './core/evaluate/evaluate-rules.js';
export { evaluateScorecard } from './core/evaluate/evaluate-scorecard.js';
export type { ScorecardQuestion } from './core/evaluate/evaluate-scorecard.js';
export type { FailedKpi } from './core/evaluate/answer-each.js';
export type { ScorecardEntry, ScorecardResult } from './core/evaluate/scorecard-result.js';
export type {
  FunnelFigures,
  FunnelMode,
  FunnelResult,
  FunnelStage,
  RateComparison,
  StageComparison,
  WorstLeak,
} from './core/evaluate/funnel-result.js';
export { starterKpis } from './core/evaluate/starter-kpis.js';
export type { FunnelQuestion, KpiQuestion } from './core/evaluate/question.js';
export type { Grain, Weekday } from './core/time/calendar.js';
export type { Where } from './core/dataset/where.js';
export type {
  Benchmark,
  Bucket,
  Comparison,
  Coverage,
  Figure,
  KpiResult,
  Reason,
  ReasonCode,
  Segment,
  Significance,
  StatedTotal,
  Status,
  TargetResult,
  Warning,
  WarningCode,
} from './core/evaluate/result.js';
export type { ResultWindow } from './core/time/window.js';
export { KpiError } from './core/error.js';
export type { KpiErrorCode } from './core/error.js';
export { loadDataset } from './formats/load-dataset.js';
export type { DataInput, LoadOptions, Mapping, Prepare } from './formats/load-dataset.js';
export { registerFormat } from './formats/platforms.js';
export type { Platform } from './formats/platforms.js';
export type { Adapter, Answer, Reading, Row } from './formats/platforms/answer.js';
