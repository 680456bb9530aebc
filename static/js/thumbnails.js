// Small pages to turn to, drawn one after the other and only while they can be seen, so that a long file costs no more
// than a short one.
const WIDTH = 96;

export function thumbnails(details, file) {
  const list = details.querySelector('ol');
  const waiting = new Set();
  let working = false;
  let chosen = 1;

  async function draw(item) {
    const page = await file.getPage(Number(item.dataset.page));
    const scale = (WIDTH * Math.max(1, devicePixelRatio)) / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const canvas = item.querySelector('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvas, viewport }).promise;
    item.dataset.drawn = '';
  }

  async function work() {
    if (working) return;
    working = true;
    for (const [item] of waiting.entries()) {
      waiting.delete(item);
      await draw(item).catch(() => {});
    }
    working = false;
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !('drawn' in target.dataset)) waiting.add(target);
      else waiting.delete(target);
    }
    work();
  }, { root: list, rootMargin: '0px 200px' });

  function item(number) {
    const line = document.createElement('li');
    line.dataset.page = number;
    const link = document.createElement('a');
    link.href = `#page=${number}`;
    link.setAttribute('aria-label', details.dataset.label.replace('{0}', number));
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    link.append(canvas, String(number));
    line.append(link);
    return line;
  }

  function current(number) {
    chosen = number;
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const line = list.children[number - 1];
    line?.querySelector('a').setAttribute('aria-current', 'page');
    if (line && details.open) list.scrollTo({ left: line.offsetLeft - list.clientWidth / 2 });
  }

  function open() {
    if (!details.open) return;
    if (!list.children.length) {
      for (let number = 1; number <= file.numPages; number++) list.append(item(number));
      [...list.children].forEach((line) => seen.observe(line));
    }
    current(chosen);
  }

  details.addEventListener('toggle', open);
  open();
  return { current };
}
