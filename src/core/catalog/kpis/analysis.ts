import { census, kpi } from '../declare-kpi.js';

const experiment = {
  successes: 'variantConversions',
  trials: 'variantUnits',
  controlSuccesses: 'controlConversions',
  controlTrials: 'controlUnits',
};

export const analysis = [
  census('target-attainment-rate', 'percent', 'up', 'kpisOnTarget / kpisWithTarget', 'RECOMPUTE'),
  census('data-completeness', 'percent', 'up', 'presentCells / expectedCells', 'ROS'),
  kpi(
    'experiment-uplift',
    'percent',
    'up',
    '(variantConversions / variantUnits) / (controlConversions / controlUnits) - 1',
    'RECOMPUTE',
    'two-proportion',
    {
      breakdown: ['variant', 'experimentId'],
      filterNeeded: 'experimentId',
      defaultComparison: 'control',
      testInputs: experiment,
    },
  ),
];
