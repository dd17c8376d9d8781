import { showCatalogue } from './catalogue.js';
import { followLooks } from './looks.js';

const host = document.querySelector('main')!;
followLooks((_, lang) => void showCatalogue(host, lang));
