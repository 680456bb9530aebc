// Makes pages smoother that work without it. Each module looks for what it serves and leaves the rest alone.
import { suggestions } from './suggest.js';
import { copying, pictures, tables } from './copy.js';
import { facets, sheets, menus } from './facets.js';
import { results } from './results.js';
import { section } from './section.js';
import { keys } from './keys.js';
import { choosing } from './choose.js';
import { dossier } from './dossier.js';
import { selecting } from './select.js';
import { themeSwitch } from './switch.js';

themeSwitch();
sheets();
menus();
copying();
pictures();
tables();
facets();
choosing();
dossier();
selecting();
const searches = () => document.querySelectorAll('form.search').forEach(suggestions);
searches();
document.addEventListener('results-replaced', searches);
const list = results();
const hits = section();
keys(list, hits);
if (document.querySelector('[data-pdf]')) import('./viewer.js').then((m) => m.viewer());
