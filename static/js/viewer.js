// Shows one page of a PDF at a time, the page of the address first, and what is quoted or searched for marked on it.
import { draw, find, findAll } from './marks.js';
import { openPdf, words } from './pdf.js';
import { thumbnails } from './thumbnails.js';

// Dots drawn for each pixel shown, at least: the small type of tables is read.
const FINEST = 2;

// Dots of a page's width at most: a browser's memory ends before a reader's eye does.
const MOST_DOTS = 4000;
const WIDEST = 1000;
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

// #page=21&zoom=1.5&quote=…: the page, how large, and words on it that a finding quotes.
const wanted = () => {
  const address = new URLSearchParams(location.hash.slice(1));
  return {
    page: Number(address.get('page')) || 1,
    quote: address.get('quote') ?? '',
    zoom: Number(address.get('zoom')) || 0,
  };
};

// The words that the text beside the page has marked.
const marked = () => [...new Set([...document.querySelectorAll('.reading-beside mark')].map((m) => m.textContent))];

// Marks what is looked for; answers whether it stands on this page, or on none nearby.
async function mark(file, page, layer, viewport, quote) {
  const { items } = await page.getTextContent();
  const found = quote ? find(items, quote) : findAll(items, marked());
  if (quote && !found.whole && (await standsOn(file, page.pageNumber + 1, quote))) return false;
  const first = draw(layer, found, viewport);
  if (quote) first?.scrollIntoView({ block: 'center' });
  return true;
}

async function standsOn(file, number, quote) {
  if (number > file.numPages) return false;
  const page = await file.getPage(number);
  return find((await page.getTextContent()).items, quote).whole;
}

function scale(text) {
  const points = Number(text.dataset.points);
  if (points) text.style.setProperty('--total-scale-factor', text.parentElement.clientWidth / points);
}

function sheet(place) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  const layer = document.createElement('div');
  layer.className = 'paper-marks';
  const text = document.createElement('div');
  text.className = 'page-text';
  const paper = document.createElement('div');
  paper.className = 'paper';
  paper.append(canvas, text, layer);
  place.replaceChildren(paper);
  // The layers are as large as the picture is shown, whatever the window does.
  new ResizeObserver(() => scale(text)).observe(canvas);
  return { canvas, layer, paper, text };
}

function tell(bar, canvas, number, pages) {
  const where = bar.querySelector('.viewer-place');
  where.textContent = where.dataset.pattern.replace('{0}', number).replace('{1}', pages);
  canvas.setAttribute('aria-label', where.textContent);
  const entry = bar.querySelector('.page-entry input');
  entry.max = pages;
  entry.value = number;
  document.querySelectorAll('.viewer-sections li').forEach((line) =>
    line.classList.toggle('current', Number(line.dataset.page) === number));
  document.querySelector('.viewer-sections .current')?.scrollIntoView({ block: 'nearest' });
}

export async function viewer() {
  const place = document.querySelector('[data-pdf]');
  const bar = document.querySelector('.viewer-bar');
  try {
    const file = await openPdf(place.dataset.pdf);
    const { canvas, layer, paper, text } = sheet(place);
    const within = (number) => Math.max(1, Math.min(file.numPages, number));
    const strip = thumbnails(document.querySelector('.thumbnails'), file);
    let drawing = null;
    let zoom = 1;
    let drawn = 0;

    async function show() {
      const { page: asked, quote, zoom: given } = wanted();
      const number = within(asked);
      zoom = ZOOMS.includes(given) ? given : zoom;
      drawn += 1;
      const turn = drawn;
      const page = await file.getPage(number);
      if (turn !== drawn) return;
      const width = Math.min(MOST_DOTS, Math.min(WIDEST, place.clientWidth) * zoom * Math.max(FINEST, devicePixelRatio));
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      drawing?.cancel();
      paper.style.setProperty('--zoom', zoom);
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      layer.replaceChildren();
      text.replaceChildren();
      tell(bar, canvas, number, file.numPages);
      bar.querySelector('.zoom output').textContent = `${Math.round(zoom * 100)}%`;
      bar.querySelector('.zoom-out').disabled = zoom === ZOOMS[0];
      bar.querySelector('.zoom-in').disabled = zoom === ZOOMS.at(-1);
      strip.current(number);
      drawing = page.render({ canvas, viewport });
      const here = await drawing.promise
        .then(() => mark(file, page, layer, viewport, quote)).catch(() => true);
      if (turn === drawn) {
        const plain = page.getViewport({ scale: 1 });
        text.dataset.points = plain.width;
        text.dataset.page = number;
        scale(text);
        await words(page, text, plain).catch(() => {});
      }
      // A paragraph is known by the page it begins on; its end is on the next one.
      if (!here) location.replace(`#page=${number + 1}&quote=${encodeURIComponent(quote)}`);
    }

    const open = (number) => {
      location.hash = `page=${within(number)}${zoom === 1 ? '' : `&zoom=${zoom}`}`;
    };
    const size = (step) => {
      const next = ZOOMS[ZOOMS.indexOf(zoom) + step];
      if (!next) return;
      const address = new URLSearchParams(location.hash.slice(1));
      address.set('page', within(wanted().page));
      address.set('zoom', next);
      location.hash = address;
    };
    bar.querySelector('.previous-page').addEventListener('click', () => open(wanted().page - 1));
    bar.querySelector('.next-page').addEventListener('click', () => open(wanted().page + 1));
    bar.querySelector('.zoom-out').addEventListener('click', () => size(-1));
    bar.querySelector('.zoom-in').addEventListener('click', () => size(1));
    bar.querySelector('.page-entry').addEventListener('submit', (event) => {
      event.preventDefault();
      open(Math.round(Number(event.target.elements.page.value)) || 1);
    });
    addEventListener('hashchange', show);
    await show();
  } catch {
    const note = document.createElement('p');
    note.textContent = place.dataset.failed;
    place.replaceChildren(note);
  }
}
