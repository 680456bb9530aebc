// Shows one page of a PDF at a time, the page of the address first, and what is quoted or searched for marked on it.
import { draw, find, findAll } from './marks.js';
import { openPdf } from './pdf.js';

// Dots drawn for each pixel shown, at least: the small type of tables is read.
const FINEST = 2;

// #page=21&quote=…: the page, and words on it that a finding quotes.
const wanted = () => {
  const address = new URLSearchParams(location.hash.slice(1));
  return { page: Number(address.get('page')) || 1, quote: address.get('quote') ?? '' };
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

function sheet(place) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  const layer = document.createElement('div');
  layer.className = 'paper-marks';
  place.replaceChildren(canvas, layer);
  return { canvas, layer };
}

function tell(bar, canvas, number, pages) {
  const where = bar.querySelector('.viewer-place');
  where.textContent = where.dataset.pattern.replace('{0}', number).replace('{1}', pages);
  canvas.setAttribute('aria-label', where.textContent);
  document.querySelectorAll('.viewer-sections li').forEach((line) =>
    line.classList.toggle('current', Number(line.dataset.page) === number));
  document.querySelector('.viewer-sections .current')?.scrollIntoView({ block: 'nearest' });
}

export async function viewer() {
  const place = document.querySelector('[data-pdf]');
  const bar = document.querySelector('.viewer-bar');
  try {
    const file = await openPdf(place.dataset.pdf);
    const { canvas, layer } = sheet(place);
    const within = (number) => Math.max(1, Math.min(file.numPages, number));
    let drawing = null;

    async function show() {
      const { page: asked, quote } = wanted();
      const number = within(asked);
      const page = await file.getPage(number);
      const width = Math.min(1000, place.clientWidth) * Math.max(FINEST, devicePixelRatio);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      drawing?.cancel();
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      layer.replaceChildren();
      tell(bar, canvas, number, file.numPages);
      drawing = page.render({ canvas, viewport });
      const here = await drawing.promise
        .then(() => mark(file, page, layer, viewport, quote)).catch(() => true);
      // A paragraph is known by the page it begins on; its end is on the next one.
      if (!here) location.replace(`#page=${number + 1}&quote=${encodeURIComponent(quote)}`);
    }

    const turn = (step) => {
      location.hash = `page=${within(wanted().page + step)}`;
    };
    bar.querySelector('.previous-page').addEventListener('click', () => turn(-1));
    bar.querySelector('.next-page').addEventListener('click', () => turn(1));
    addEventListener('hashchange', show);
    await show();
  } catch {
    const note = document.createElement('p');
    note.textContent = place.dataset.failed;
    place.replaceChildren(note);
  }
}
