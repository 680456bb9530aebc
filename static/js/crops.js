// Shows the part of a PDF's page on which a quote stands, with the quote marked; what cannot be shown stays hidden,
// for the words of the quote stand beside it.
import { draw, find } from './marks.js';
import { openPdf } from './pdf.js';

// White around the quote, the least part of the page's width that is shown, and the least and greatest height in
// parts of the width of the picture.
const MARGIN = 0.025;
const NARROWEST = 0.55;
const LOWEST = 0.14;
const HIGHEST = 0.6;
// Pages are drawn one after the other: several at a time would hold up the page that is read.
let queue = Promise.resolve();
const files = new Map();

function fileOf(url) {
  if (!files.has(url)) files.set(url, openPdf(url));
  return files.get(url);
}

// A place is known by the page its paragraph begins on; the quote may stand on the next.
async function pageWith(file, number, quote) {
  for (const at of [number, number + 1]) {
    if (at < 1 || at > file.numPages) continue;
    const page = await file.getPage(at);
    const found = find((await page.getTextContent()).items, quote);
    if (found.ranges.length) return { page, found };
  }
  return null;
}

// A stretch of the page around some of it, as long as is asked for, within the page.
function stretch(from, to, least, most) {
  const length = Math.min(most, Math.max(least, to - from));
  const start = to - from > length ? from : (from + to - length) / 2;
  return { from: Math.max(0, Math.min(1 - length, start)), length };
}

// The part of the page that holds the marks.
function part(layer, tall) {
  const side = (name) => [...layer.children].map((mark) => parseFloat(mark.style[name]) / 100);
  const ends = (from, size) => size.map((length, i) => from[i] + length);
  const left = side('left');
  const top = side('top');
  const across = stretch(Math.min(...left) - MARGIN, Math.max(...ends(left, side('width'))) + MARGIN, NARROWEST, 1);
  const shape = across.length / tall;
  const down = stretch(Math.min(...top) - MARGIN, Math.max(...ends(top, side('height'))) + MARGIN,
    LOWEST * shape, Math.min(1, HIGHEST * shape));
  return { x: across.from, width: across.length, y: down.from, height: down.length };
}

async function show(place) {
  const { crop, page: number, quote, label } = place.dataset;
  const shown = await pageWith(await fileOf(crop), Number(number), quote);
  if (!shown) return;
  place.hidden = false;
  const { page, found } = shown;
  const whole = page.getViewport({ scale: 1 });
  const layer = document.createElement('div');
  layer.className = 'paper-marks';
  draw(layer, found, whole);
  const seen = part(layer, whole.height / whole.width);
  const dots = Math.min(900, place.clientWidth || 600) * Math.max(1.5, devicePixelRatio);
  const viewport = page.getViewport({ scale: dots / (whole.width * seen.width) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(dots);
  canvas.height = Math.round(viewport.height * seen.height);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  const transform = [1, 0, 0, 1, -viewport.width * seen.x, -viewport.height * seen.y];
  await page.render({ canvas, viewport, transform }).promise;
  for (const { style } of layer.children) {
    style.left = `${((parseFloat(style.left) / 100 - seen.x) / seen.width) * 100}%`;
    style.top = `${((parseFloat(style.top) / 100 - seen.y) / seen.height) * 100}%`;
    style.width = `${parseFloat(style.width) / seen.width}%`;
    style.height = `${parseFloat(style.height) / seen.height}%`;
  }
  place.replaceChildren(canvas, layer);
}

export function crops(places) {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      seen.unobserve(entry.target);
      const place = entry.target.querySelector('.crop');
      if (!place) continue;
      queue = queue.then(() => show(place)).catch(() => { place.hidden = true; });
    }
  }, { rootMargin: '200px' });
  [...places].filter((place) => place.isConnected).forEach((place) => seen.observe(place.parentElement));
}
