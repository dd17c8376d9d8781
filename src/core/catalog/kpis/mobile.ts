import { total } from '../declare-kpi.js';

export const mobile = [total('app-downloads', 'up', 'appInstalls')];
