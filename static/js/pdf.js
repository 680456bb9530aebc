// Opens a PDF with the library that is kept beside the portal's own scripts.
const LIBRARY = '/static/pdfjs/';

export async function openPdf(url) {
  const pdfjs = await import(`${LIBRARY}build/pdf.min.mjs`);
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
