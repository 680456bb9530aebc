// What a reader keeps, in this browser alone: buttons that put something in, and the page that shows it. The server
// shows and checks what it is sent and keeps nothing of it.
const KEY = 'mingzhang-dossier';
const EMPTY = { format: 'mingzhang-dossier', version: 1, title: '', entries: [] };
const FIELDS = ['kind', 'document', 'section', 'anchor', 'version', 'label', 'quote'];

export function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && Array.isArray(kept.entries) ? { ...EMPTY, ...kept } : structuredClone(EMPTY);
  } catch {
    return structuredClone(EMPTY);
  }
}

function store(dossier) {
  const json = JSON.stringify(dossier);
  localStorage.setItem(KEY, json);
  // What is saved as a file is what was typed last, also before the page shows it.
  document.querySelectorAll('.dossier-files textarea, .dossier-share textarea').forEach((field) => (field.value = json));
  document.dispatchEvent(new CustomEvent('dossier-changed'));
}

const same = (a, b) => ['kind', 'document', 'section', 'anchor', 'quote'].every((f) => (a[f] ?? '') === (b[f] ?? ''));
const has = (entry) => load().entries.some((kept) => same(kept, entry));

// Puts an entry in or, where it is in already, takes it out; false where the browser keeps nothing.
export function toggle(entry) {
  const dossier = load();
  const without = dossier.entries.filter((kept) => !same(kept, entry));
  try {
    store({ ...dossier, entries: without.length < dossier.entries.length ? without : [...without, entry] });
    return true;
  } catch {
    return false;
  }
}

function entryOf(button) {
  const entry = {};
  for (const field of FIELDS) if (button.dataset[field]) entry[field] = button.dataset[field];
  if (Number(button.dataset.page) > 0) entry.page = Number(button.dataset.page);
  return entry;
}

const words = () => document.querySelector('.dossier-link')?.dataset ?? {};

function show(button) {
  const inside = has(entryOf(button));
  button.textContent = inside ? words().kept : words().keep;
  button.setAttribute('aria-pressed', String(inside));
}

function button(data) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet keep';
  Object.assign(made.dataset, data);
  show(made);
  return made;
}

const text = (element) => element?.textContent.trim().replace(/\s+/g, ' ') ?? '';

// Everything on a page that can be kept by itself gets a button.
function place() {
  document.querySelectorAll('[data-dossier-document]').forEach((box) => {
    const of = { document: box.dataset.dossierDocument, version: box.dataset.dossierVersion };
    const section = box.dataset.dossierSection ?? '';
    box.querySelectorAll('figure.table > figcaption').forEach((caption) => {
      const id = caption.parentElement.id;
      const label = text(caption.querySelector('span'));
      if (id && section) caption.append(button({ ...of, kind: 'table', section, anchor: id, label }));
    });
    box.querySelectorAll('tr.indicator[id]').forEach((row) => {
      const cells = [...row.cells].map((cell) => text(cell.querySelector('span:first-child') ?? cell));
      const at = decodeURIComponent(new URL(row.dataset.address, location.href).pathname.split('/')[3] ?? '');
      const data = { ...of, kind: 'indicator', section: at, anchor: '', label: cells[0], quote: cells.slice(0, 4).join(' | ') };
      row.cells[0].append(button(data));
    });
  });
  document.querySelectorAll('article.finding').forEach((finding) => {
    const box = finding.closest('[data-dossier-document]');
    if (!box || finding.querySelector('button.keep')) return;
    const quote = [...finding.querySelectorAll('.message, .formula')].map(text).join('\n');
    const data = { kind: 'finding', document: box.dataset.dossierDocument, version: box.dataset.dossierVersion };
    finding.querySelector('.finding-head').append(button({ ...data, section: box.dataset.dossierSection ?? '', anchor: finding.id, quote }));
  });
  // A lead whose address names a place is a finding, or a target beside its result.
  document.querySelectorAll('.lead-card').forEach((card) => {
    const at = new URL(card.querySelector('h2 a').href, location.href);
    const [, , of, section] = at.pathname.split('/').map(decodeURIComponent);
    if (!section || !at.hash) return;
    const data = { document: of, section, anchor: '' };
    if (at.hash.startsWith('#c-')) {
      Object.assign(data, { kind: 'finding', anchor: at.hash.slice(1), quote: text(card.querySelector('blockquote')) });
    } else {
      const cells = [...card.querySelectorAll('.lead-sums dd')].slice(0, 2).map(text);
      const label = text(card.querySelector('blockquote')).slice(0, -cells.join(' ').length).trim();
      Object.assign(data, { kind: 'indicator', label, quote: [label, ...cells].join(' | ') });
    }
    card.querySelector('.lead-head').append(button(data));
  });
  document.querySelectorAll('button.keep').forEach(show);
}

function count() {
  const link = document.querySelector('.dossier-link');
  if (!link) return;
  const entries = load().entries.length;
  link.querySelector('.count').textContent = entries || '';
}

// The page: its list is made by the server of what this browser keeps.
let turn = 0;

// Words that were typed and not yet told by a change event.
const typing = (view) => {
  const field = document.activeElement;
  return view.contains(field) && 'defaultValue' in field && field.value !== field.defaultValue;
};

// What names the control with the focus in the page that replaces this one; empty where the list has no focus.
function focused(view) {
  const control = document.activeElement;
  if (!view.contains(control)) return '';
  const row = control.closest('li[data-index]');
  const within = row ? `li[data-index="${row.dataset.index}"] ` : '';
  if (control.id) return `#${control.id}`;
  if (control.dataset.act) return `${within}[data-act="${control.dataset.act}"]`;
  return within + control.localName + (control.value && control.localName === 'button' ? `[value="${control.value}"]` : '');
}

function putFocus(view, selector) {
  const control = selector && view.querySelector(selector);
  if (!control) return;
  const folded = control.localName !== 'summary' && control.closest('details');
  if (folded) folded.open = true;
  control.focus();
}

async function render(dossier, focus) {
  const mine = ++turn;
  const view = document.getElementById('dossier-view');
  const status = document.querySelector('.dossier-status');
  const body = new FormData();
  body.set('dossier', JSON.stringify(dossier));
  const answer = await fetch(location.pathname + location.search, { method: 'POST', body: new URLSearchParams(body) });
  if (!answer.ok) {
    status.textContent = status.dataset[answer.status === 400 ? 'bad' : 'failed'];
    return false;
  }
  const made = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('dossier-view');
  // Another change came meanwhile, or words are being typed: what this answer shows is not shown any more.
  if (mine !== turn || typing(view)) return true;
  status.textContent = '';
  const selector = focus || focused(view);
  view.replaceChildren(...made.childNodes);
  const json = document.getElementById('dossier-json').value;
  if (json) store(JSON.parse(json));
  putFocus(view, selector);
  const quoted = view.querySelectorAll('[data-crop]');
  if (quoted.length) import('./crops.js').then((m) => m.crops(quoted));
  return true;
}

function act(name, index, control) {
  const dossier = load();
  const { entries } = dossier;
  const at = (i) => `li[data-index="${i}"]`;
  switch (name) {
    case 'up':
    case 'down': {
      const to = index + (name === 'up' ? -1 : 1);
      if (to < 0 || to >= entries.length) return;
      entries.splice(to, 0, ...entries.splice(index, 1));
      store(dossier);
      render(dossier, `${at(to)} button[data-act="${name}"]:not([disabled]), ${at(to)} button:not([disabled])`);
      return;
    }
    case 'remove':
      entries.splice(index, 1);
      store(dossier);
      render(dossier, `${at(Math.min(index, entries.length - 1))} button[data-act="remove"], [data-act="add-text"]`);
      return;
    case 'heading':
      entries.splice(index, 0, { kind: 'heading', label: '' });
      break;
    case 'add-heading':
      entries.push({ kind: 'heading', label: '' });
      break;
    case 'add-text':
      entries.push({ kind: 'text', note: '' });
      break;
    case 'clear':
      if (!confirm(control.dataset.sure)) return;
      store(structuredClone(EMPTY));
      render(structuredClone(EMPTY), '[data-act="add-text"]');
      return;
    default:
      return;
  }
  store(dossier);
  const added = name === 'heading' ? index : entries.length - 1;
  render(dossier).then(() => {
    putFocus(document.getElementById('dossier-view'), `${at(added)} input, ${at(added)} textarea`);
  });
}

async function opened(input) {
  const status = document.querySelector('.dossier-status');
  try {
    const other = JSON.parse(await input.files[0].text());
    const mine = load();
    const entries = [...mine.entries, ...(other.entries ?? []).filter((e) => !mine.entries.some((m) => same(m, e) && m.note === e.note))];
    if (await render({ ...other, title: mine.title || other.title || '', entries })) status.textContent = status.dataset.opened;
  } catch {
    status.textContent = status.dataset.bad;
  }
  input.value = '';
}

// A dossier with what a field of the page says; null if the field is none of it.
function withField(dossier, field) {
  const entry = dossier.entries[field.closest('li')?.dataset.index];
  if (field.id === 'dossier-title') dossier.title = field.value;
  else if (entry && field.matches('.dossier-heading')) entry.label = field.value;
  else if (entry && field.matches('.dossier-text')) entry.note = field.value;
  else return null;
  return dossier;
}

function keepOrSay(dossier) {
  try {
    store(dossier);
  } catch {
    const status = document.querySelector('.dossier-status');
    status.textContent = status.dataset.failed;
  }
}

function page() {
  const view = document.getElementById('dossier-view');
  if (!view) return;
  const kept = load();
  if (!document.getElementById('dossier-json').value && (kept.entries.length || kept.title)) render(kept);
  view.addEventListener('click', (event) => {
    const control = event.target.closest('button[data-act]');
    if (control) act(control.dataset.act, Number(control.closest('li')?.dataset.index ?? -1), control);
  });
  // What is typed is kept while it is typed: a page can go without any further event of its fields.
  let waiting = 0;
  let typed = null;
  const keep = () => {
    clearTimeout(waiting);
    const field = typed;
    typed = null;
    if (!field?.isConnected) return null;
    const dossier = withField(load(), field);
    if (dossier) keepOrSay(dossier);
    return dossier;
  };
  view.addEventListener('input', (event) => {
    if (typed !== event.target) keep();
    typed = event.target;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  });
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => document.hidden && keep());
  view.addEventListener('change', (event) => {
    typed = event.target;
    const dossier = keep();
    if (dossier) render(dossier);
  });
  const input = document.getElementById('dossier-file');
  input.addEventListener('change', () => input.files.length && opened(input));
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.files.length) opened(input);
  });
  input.form.querySelector('button').hidden = true;
}

export function dossier() {
  place();
  count();
  page();
  document.addEventListener('dossier-changed', () => {
    count();
    document.querySelectorAll('button.keep').forEach(show);
  });
  addEventListener('storage', (event) => event.key === KEY && document.dispatchEvent(new CustomEvent('dossier-changed')));
  document.addEventListener('results-replaced', place);
  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button.keep');
    if (pressed && !toggle(entryOf(pressed))) pressed.textContent = words().failed;
  });
}
