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
import { batch } from './batch.js';
import { trail } from './trail.js';

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
batch();
trail();
const searches = () => document.querySelectorAll('form.search').forEach(suggestions);
searches();
document.addEventListener('results-replaced', searches);
const list = results();
const hits = section();
keys(list, hits);
if (document.querySelector('[data-pdf]')) import('./viewer.js').then((m) => m.viewer());
// Tabs that do not fit are moved to the one that is shown.
function showTabs() {
  for (const tab of document.querySelectorAll('.tabs [aria-current]')) {
    const tabs = tab.parentElement;
    tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  }
}
showTabs();
document.addEventListener('results-replaced', showTabs);

const quoted = document.querySelectorAll('[data-crop]');
if (quoted.length) import('./crops.js').then((m) => m.crops(quoted));
