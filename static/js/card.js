// A picture of quoted words to be shown elsewhere: the place as it stands in the original where that can be drawn, else the
// words, and below it the source and the link.
const WIDTH = 1200;
const EDGE = 60;
const INK = '#1c1e21';
const MUTED = '#5c6066';

async function placeOf(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? createImageBitmap(await answer.blob()) : null;
}

// Lines of a text that fit; Chinese is broken anywhere, other words where they end.
function lines(pen, text, width) {
  const all = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const part of paragraph.match(/[\u0021-\u024f]+|\s+|[^]/gu) ?? []) {
      if (line && pen.measureText(line + part).width > width) {
        all.push(line);
        line = part.trimStart();
      } else line += part;
    }
    all.push(line);
  }
  return all;
}

export async function card({ quote, source, link, picture }) {
  const place = await placeOf(picture);
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  const width = WIDTH - 2 * EDGE;
  const parts = [];
  const add = (font, colour, leading, text, most) => {
    pen.font = font;
    const fitting = lines(pen, text, width);
    const shown = fitting.length > most ? [...fitting.slice(0, most - 1), `${fitting[most - 1]}…`] : fitting;
    parts.push({ font, colour, leading, lines: shown });
  };
  const { fontFamily } = getComputedStyle(document.body);
  if (!place) add('38px serif', INK, 64, `“${quote.replace(/“/g, '‘').replace(/”/g, '’')}”`, 16);
  add(`24px ${fontFamily}`, MUTED, 38, source, 4);
  // Without the quote, which nobody can type, and only where the source does not say it.
  const address = link.split(/[?#]/)[0].replace(/\/quote$/, '');
  if (!source.includes(address)) add(`20px ${fontFamily}`, '#23408e', 32, address, 3);
  const picturesHeight = place ? (width * place.height) / place.width + 30 : 0;
  sheet.width = WIDTH;
  sheet.height = Math.ceil(2 * EDGE + picturesHeight + parts.reduce((sum, p) => sum + p.leading * p.lines.length + 16, 0));
  pen.fillStyle = '#fbfaf6';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  if (place) {
    pen.drawImage(place, EDGE, EDGE, width, picturesHeight - 30);
    pen.strokeStyle = '#e3dfd5';
    pen.strokeRect(EDGE, EDGE, width, picturesHeight - 30);
  }
  let y = EDGE + picturesHeight;
  pen.textBaseline = 'top';
  for (const part of parts) {
    pen.font = part.font;
    pen.fillStyle = part.colour;
    for (const line of part.lines) {
      pen.fillText(line, EDGE, y);
      y += part.leading;
    }
    y += 16;
  }
  const file = await new Promise((done) => sheet.toBlob(done, 'image/png'));
  const save = document.createElement('a');
  save.href = URL.createObjectURL(file);
  save.download = `${quote.replace(/[\s/\\:*?"<>|]+/g, '').slice(0, 24)}.png`;
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 10_000);
}
