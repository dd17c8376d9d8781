import { fetched } from '../core/fetched.js';
import type * as part from './platforms.part.js';

/** What knows other systems' answers and exports, fetched once. @throws KpiError `missing-part` */
export const platformReader = (): Promise<typeof part> => fetched(import('./platforms.part.js'));
