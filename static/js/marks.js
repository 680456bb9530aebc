// Finds words on a page of a PDF and draws over the places where they stand.
const SHORTEST_BEGINNING = 6;

// What is compared: one form of each character, no white space. Characters of tables and bars do not matter either.
const plain = (text) => text.normalize('NFKC').replace(/[\s|]+/g, '');

// Type that is half as wide as a Chinese character.
const breadth = (character) => (character.codePointAt(0) < 0x2e80 ? 1 : 2);

// The page's characters in reading order, each with its part of the item it belongs to.
function characters(items) {
  const all = [];
  for (const item of items) {
    const own = [...(item.str ?? '')];
    const whole = own.reduce((sum, c) => sum + breadth(c), 0);
    let at = 0;
    for (const character of own) {
      const from = at / whole;
      at += breadth(character);
      for (const unit of plain(character)) all.push({ unit, item, from, to: at / whole });
    }
  }
  return all;
}

// Ranges [from, to) of a string's occurrences.
function occurrences(text, wanted) {
  const found = [];
  for (let i = text.indexOf(wanted); wanted && i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
    found.push([i, i + wanted.length]);
  }
  return found;
}

// The cells of a row that a quote joins by spaces, where most of it stands on one line of the page.
function row(all, quote) {
  const pieces = quote.split(/[\s|]+/).map(plain).filter(Boolean);
  const lines = new Map();
  all.forEach((c, i) => {
    const line = Math.round(c.item.transform[5] / 4);
    lines.set(line, [...(lines.get(line) ?? []), i]);
  });
  let best = { size: 0, ranges: [] };
  for (const places of lines.values()) {
    const text = places.map((i) => all[i].unit).join('');
    const here = pieces.map((piece) => occurrences(text, piece)[0]).filter(Boolean);
    const size = here.reduce((sum, [from, to]) => sum + to - from, 0);
    if (size > best.size) {
      best = { size, ranges: here.map(([from, to]) => [places[from], places[to - 1] + 1]) };
    }
  }
  return best.size * 2 >= pieces.join('').length ? best.ranges : [];
}

// The longest beginning that stands on the page: the rest is on the next one.
function beginning(text, wanted) {
  for (let length = wanted.length - 1; length >= SHORTEST_BEGINNING; length--) {
    const at = text.indexOf(wanted.slice(0, length));
    if (at >= 0) return [[at, at + length]];
  }
  return [];
}

// Boxes as parts of the page's width and height, one for each item that the range covers.
function boxes(all, [from, to], viewport) {
  const parts = new Map();
  for (const c of all.slice(from, to)) {
    const part = parts.get(c.item) ?? { from: c.from, to: c.to };
    parts.set(c.item, { from: Math.min(part.from, c.from), to: Math.max(part.to, c.to) });
  }
  return [...parts].map(([item, part]) => box(item, part, viewport));
}

function box(item, part, viewport) {
  const [a, b, c, d, x, y] = item.transform;
  const along = Math.hypot(a, b) || 1;
  const up = Math.hypot(c, d) || 1;
  const corners = [part.from, part.to].flatMap((share) => [-0.2, 1].map((rise) => {
    const run = (share * item.width) / along;
    const lift = (rise * (item.height || up)) / up;
    return viewport.convertToViewportPoint(x + run * a + lift * c, y + run * b + lift * d);
  }));
  const xs = corners.map((corner) => corner[0] / viewport.width);
  const ys = corners.map((corner) => corner[1] / viewport.height);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

// Where a quote stands on a page: whole, as the cells of a row, or as far as the page goes.
export function find(items, quote) {
  const all = characters(items);
  const text = all.map((c) => c.unit).join('');
  const wanted = plain(quote);
  const whole = occurrences(text, wanted).slice(0, 1);
  const pieces = whole.length ? whole : row(all, quote);
  return { all, whole: whole.length > 0, ranges: pieces.length ? pieces : beginning(text, wanted) };
}

// Every place of each of some words.
export function findAll(items, words) {
  const all = characters(items);
  const text = all.map((c) => c.unit).join('');
  return { all, ranges: words.flatMap((word) => occurrences(text, plain(word))) };
}

// Draws boxes over the page and answers the first of them.
export function draw(layer, found, viewport) {
  layer.replaceChildren(...found.ranges.flatMap((range) => boxes(found.all, range, viewport)).map((place) => {
    const mark = document.createElement('span');
    for (const side of ['left', 'top', 'width', 'height']) mark.style[side] = `${place[side] * 100}%`;
    return mark;
  }));
  return layer.firstElementChild;
}
