// Shows one page of a PDF at a time, the page of the address first.
const pageOf = (hash) => Number(/page=(\d+)/.exec(hash)?.[1] ?? 1);

export async function viewer() {
  const place = document.querySelector('[data-pdf]');
  const bar = document.querySelector('.viewer-bar');
  const where = bar.querySelector('.viewer-place');
  try {
    const pdfjs = await import('/static/pdfjs/build/pdf.min.mjs');
    pdfjs.GlobalWorkerOptions.workerSrc = '/static/pdfjs/build/pdf.worker.min.mjs';
    const file = await pdfjs.getDocument({
      url: place.dataset.pdf,
      cMapUrl: '/static/pdfjs/cmaps/',
      cMapPacked: true,
      standardFontDataUrl: '/static/pdfjs/standard_fonts/',
      iccUrl: '/static/pdfjs/iccs/',
      wasmUrl: '/static/pdfjs/wasm/',
      useWasm: false,
      isEvalSupported: false,
    }).promise;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    place.replaceChildren(canvas);
    let drawing = null;

    async function show() {
      const number = Math.max(1, Math.min(file.numPages, pageOf(location.hash)));
      const page = await file.getPage(number);
      const width = Math.min(1000, place.clientWidth) * devicePixelRatio;
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      drawing?.cancel();
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      where.textContent = where.dataset.pattern.replace('{0}', number).replace('{1}', file.numPages);
      canvas.setAttribute('aria-label', where.textContent);
      document.querySelectorAll('.viewer-sections li').forEach((line) =>
        line.classList.toggle('current', Number(line.dataset.page) === number));
      document.querySelector('.viewer-sections .current')?.scrollIntoView({ block: 'nearest' });
      drawing = page.render({ canvas, viewport });
      await drawing.promise.catch(() => {});
    }

    const turn = (step) => {
      location.hash = `page=${Math.max(1, Math.min(file.numPages, pageOf(location.hash) + step))}`;
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
