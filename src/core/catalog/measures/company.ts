import type { Measures } from '../declare-measure.js';
import { distinct, money, stock } from '../declare-measure.js';

/** What the company uses and gives, and who works there. */
export const companyMeasures: Measures = {
  communityActions: {
    communityAmount: money('amount'),
    csrParticipants: distinct('employeeId'),
  },
  workforce: {
    headcount: stock('headcount', { standard: { attribute: 'all', level: 'all' }, isPrivate: true }),
  },
};
