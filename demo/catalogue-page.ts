import { showCatalogue } from './catalogue.js';
import { followLooks } from './looks.js';
import { nordicTargets } from './nordic-shop/targets.js';

const host = document.querySelector('main')!;
document.querySelector('kpi-provider')!.settings = { targets: nordicTargets };
followLooks((_, lang) => void showCatalogue(host, lang));
