export { KpiCard } from './elements/kpi-card/kpi-card.js';
export { KpiProvider } from './elements/kpi-provider/kpi-provider.js';
export { KpiTrend } from './elements/kpi-trend/kpi-trend.js';
export { KpiError } from './core/error.js';
export type { KpiErrorCode } from './core/error.js';
export type { KpiQuestion, Where } from './core/evaluate/question.js';
export type { Bucket, Comparison, KpiResult, Segment, TargetResult } from './core/evaluate/result.js';
export type { DataInput } from './formats/load-dataset.js';
export type { OwnMessages } from './locale/messages.js';
