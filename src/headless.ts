export { createDataset } from './core/dataset/create-dataset.js';
export type { Dataset } from './core/dataset/dataset.js';
export type { CubeAnswer, CubeRow } from './core/dataset/cube-answer.js';
export type {
  DatasetOptions,
  DatasetReport,
  RowIssue,
  TableInput,
  TableReport,
  TablesInput,
} from './core/dataset/input.js';
export { KpiError } from './core/error.js';
export type { KpiErrorCode } from './core/error.js';
export { loadDataset } from './formats/load-dataset.js';
export type { DataInput, LoadOptions, Mapping, Prepare } from './formats/load-dataset.js';
