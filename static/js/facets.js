// Facets apply at once and keep the place; the sheet is shut on narrow screens until asked for.
const narrow = matchMedia('(max-width: 920px)');

export function sheets() {
  document.querySelectorAll('details.sheet').forEach((sheet) => {
    sheet.open = !narrow.matches;
    sheet.dataset.ready = '';
  });
  narrow.addEventListener('change', () =>
    document.querySelectorAll('details.sheet').forEach((sheet) => (sheet.open = !narrow.matches)));
}

export function menus() {
  const open = () => [...document.querySelectorAll('details.menu[open]')];
  document.addEventListener('click', (event) =>
    open().filter((menu) => !menu.contains(event.target)).forEach((menu) => (menu.open = false)));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });
}

function searchIn(input) {
  const lines = [...input.parentElement.querySelectorAll('li')];
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    lines.forEach((line) => (line.hidden = wanted !== '' && !line.textContent.toLowerCase().includes(wanted)));
  });
}

let shown = location.pathname + location.search;

async function replaceWith(address, focusKey) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return void (location.href = address);
  const there = new URL(address, location.href);
  shown = there.pathname + there.search;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const open = new Set([...document.querySelectorAll('.facets details.more[open]')].map((d) => d.parentElement.id));
  const sheet = document.querySelector('details.sheet').open;
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
  document.querySelector('form.search').replaceWith(document.adoptNode(page.querySelector('form.search')));
  document.title = page.title;
  document.querySelector('details.sheet').open = sheet;
  document.querySelector('details.sheet').dataset.ready = '';
  open.forEach((id) => {
    const more = document.getElementById(id)?.querySelector('details.more');
    if (more) more.open = true;
  });
  name();
  if (focusKey) {
    [...document.querySelectorAll('.facets a.value')].find((a) => a.dataset.key === focusKey)?.focus({ preventScroll: true });
  }
  document.dispatchEvent(new CustomEvent('results-replaced'));
}

const key = (link) => link.closest('section').id + link.querySelector('.name').textContent;

function name() {
  document.querySelectorAll('.facets a.value').forEach((link) => (link.dataset.key = key(link)));
}

export function facets() {
  if (!document.querySelector('.facets')) return;
  document.querySelectorAll('.facet-filter').forEach(searchIn);
  name();
  document.addEventListener('results-replaced', () => {
    document.querySelectorAll('.facet-filter').forEach(searchIn);
  });
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('.facets a.value, .facets a.not, .chips a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const place = window.scrollY;
    await replaceWith(link.href, link.dataset.key);
    history.pushState({ replaced: true }, '', link.href);
    window.scrollTo(0, place);
  });
  // A step to a place on the same page is a popstate as well.
  addEventListener('popstate', () => {
    if (location.pathname + location.search !== shown) replaceWith(location.href);
  });
}
