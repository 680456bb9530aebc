// Words that are selected in a section, or a paragraph whose ¶ is used, can be linked, cited and kept.
import { toggle } from './dossier.js';

const LONGEST = 1000;
const LONG = 80;
const PART = 24;

// The words of a range without page turns and ¶, a line for each paragraph, cells of a row beside each other.
function wordsOf(range) {
  const copy = document.createElement('div');
  copy.append(range.cloneContents());
  copy.querySelectorAll('.anchor, .turn, .visually-hidden, button').forEach((element) => element.remove());
  copy.querySelectorAll('tr, p, figcaption').forEach((block) => block.append('\n'));
  // Lines of a page of the original are no paragraphs.
  copy.querySelectorAll('br[role=presentation]').forEach((turn) => turn.remove());
  copy.querySelectorAll('td, th').forEach((cell) => cell.append(' '));
  return copy.textContent
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

// #:~:text=…: the browser's own mark, beginning and end of what is long or spans paragraphs.
function directive(quote) {
  const encode = (text) => encodeURIComponent(text).replace(/-/g, '%2D');
  const flat = quote.replace(/\n/g, ' ');
  const whole = flat.length <= LONG && !quote.includes('\n');
  return whole ? encode(flat) : `${encode(quote.split('\n')[0].slice(0, PART))},${encode(quote.split('\n').at(-1).slice(-PART))}`;
}

function path(box, end, of) {
  const url = new URL(`/d/${box.dataset.dossierDocument}${end}`, location.origin);
  // Words are those of this version; the next one may not have them.
  const version = new URLSearchParams(location.search).get('v') ?? box.dataset.dossierVersion?.slice(0, 8);
  if (version) url.searchParams.set('v', version);
  for (const [name, value] of Object.entries(of)) if (value) url.searchParams.set(name, value);
  return url;
}

// Words on a page of the original: the server knows which section has them.
const onPage = (box) => !box.dataset.dossierSection;

function address({ box, quote, page }) {
  const url = onPage(box) ? path(box, '/quote', { page, quote }) : path(box, `/${box.dataset.dossierSection}`, { quote });
  return `${url}#${onPage(box) ? '' : 'quote'}:~:text=${directive(quote)}`;
}

async function sectionOf({ box, quote, page }) {
  if (!onPage(box)) return box.dataset.dossierSection;
  const found = await fetch(path(box, '/quote', { page, quote }), { method: 'HEAD' });
  const { pathname, searchParams } = new URL(found.url);
  return searchParams.has('quote') ? decodeURIComponent(pathname.split('/')[3] ?? '') : '';
}

async function reference(now) {
  const shown = document.querySelector('.cite .reference');
  if (shown) return shown.textContent;
  const section = await sectionOf(now);
  const answer = await fetch(path(now.box, `${section && `/${section}`}/cite`, { format: 'gbt' }));
  return answer.ok ? answer.text() : '';
}

// A reference whose link has the version of the words.
function pinned(source, box) {
  const version = box.dataset.dossierVersion?.slice(0, 8);
  return version && !/[?&]v=/.test(source) ? source.replace(/(https?:\/\/\S*\/d\/[^\s?#]*[^\s?#.])/, `$1?v=${version}`) : source;
}

export function selecting() {
  const words = document.getElementById('quote-words')?.dataset;
  if (!words) return;
  const bar = document.createElement('div');
  bar.className = 'quote-bar';
  bar.hidden = true;
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.label);
  let now = null;
  let back = null;

  function offer(name, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.act = name;
    button.textContent = words[name];
    // A press must not take the selection away before the click is told.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', async () => {
      const done = await action(now).then((ok) => ok !== false, () => false);
      button.textContent = done ? words.done : words.failed;
      setTimeout(() => (button.textContent = words[name]), 1500);
    });
    bar.append(button);
  }

  offer('link', (of) => navigator.clipboard.writeText(address(of)));
  offer('cite', async (of) => {
    const source = pinned(await reference(of), of.box);
    // Quotation marks within quotation marks are single ones (GB/T 15834).
    const inner = of.quote.replace(/\n/g, '').replace(/“/g, '‘').replace(/”/g, '’');
    return navigator.clipboard.writeText(`“${inner}”\n${source}`);
  });
  offer('card', async (of) => {
    const { card } = await import('./card.js');
    const { box, quote, page } = of;
    const link = address(of).replace(/#.*/, '');
    return card({ quote, link, source: pinned(await reference(of), box), picture: path(box, '/place.png', { page, quote }) });
  });
  offer('keep', async (of) => {
    const { box, quote, page } = of;
    const section = await sectionOf(of);
    const entry = { kind: 'sentence', document: box.dataset.dossierDocument, ...(section ? { section } : {}) };
    return toggle({ ...entry, version: box.dataset.dossierVersion, quote, ...(page ? { page } : {}) });
  });
  document.body.append(bar);

  function hide() {
    bar.hidden = true;
    now = null;
  }

  function show() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const start = range && !range.collapsed ? range.startContainer : null;
    const element = start?.nodeType === Node.ELEMENT_NODE ? start : start?.parentElement;
    const box = element?.closest('.text .body')?.closest('[data-dossier-section]')
      ?? element?.closest('.page-text')?.closest('[data-dossier-document]');
    const quote = box ? wordsOf(range) : '';
    if (quote.length < 2 || quote.length > LONGEST) return bar.contains(document.activeElement) ? undefined : hide();
    const page = Number(element.closest('[data-page]')?.dataset.page ?? 0);
    now = { box, quote, page };
    bar.hidden = false;
    const place = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    const left = Math.min(place.right, document.documentElement.clientWidth - bar.offsetWidth - 8);
    bar.style.setProperty('--quote-left', `${Math.max(8, left) + scrollX}px`);
    bar.style.setProperty('--quote-top', `${place.bottom + scrollY + 8}px`);
    return undefined;
  }

  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest('.text .body .anchor');
    if (!anchor) return;
    event.preventDefault();
    history.replaceState(history.state, '', anchor.getAttribute('href'));
    getSelection().selectAllChildren(anchor.parentElement);
    clearTimeout(waiting);
    show();
    back = anchor;
    bar.querySelector('button').focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || bar.hidden) return;
    getSelection().removeAllRanges();
    hide();
    back?.focus();
    back = null;
  });
}
