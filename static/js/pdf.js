// Opens a PDF with the library that is kept beside the portal's own scripts.
const LIBRARY = '/static/pdfjs/';

const library = () => import(`${LIBRARY}build/pdf.min.mjs`);

// Lays the words of a page over its picture, not to be seen but to be selected.
export async function words(page, container, viewport) {
  const { TextLayer } = await library();
  container.replaceChildren();
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
}

export async function openPdf(url) {
  const pdfjs = await library();
  pdfjs.GlobalWorkerOptions.workerSrc = `${LIBRARY}build/pdf.worker.min.mjs`;
  return pdfjs.getDocument({
    url,
    cMapUrl: `${LIBRARY}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${LIBRARY}standard_fonts/`,
    iccUrl: `${LIBRARY}iccs/`,
    wasmUrl: `${LIBRARY}wasm/`,
    useWasm: false,
    isEvalSupported: false,
  }).promise;
}
