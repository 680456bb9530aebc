// The list of results under the keyboard, with a preview beside it on wide screens.
const wide = matchMedia('(min-width: 1400px)');

export function results() {
  if (!document.querySelector('main.results')) return null;
  let at = -1;
  const rows = () => [...document.querySelectorAll('.hit[data-address]')];

  let looked = null;

  async function preview(row) {
    const pane = document.querySelector('.preview');
    if (!wide.matches || !pane || !row) return;
    looked = row;
    const answer = await fetch(row.dataset.address, { headers: { Accept: 'text/html' } });
    if (!answer.ok || looked !== row) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const text = page.querySelector('article.text');
    if (!text) return;
    text.querySelectorAll('[id]').forEach((e) => e.removeAttribute('id'));
    text.querySelectorAll('.hit-trail, .hit-bar, .turning, .print-only, .anchor, .quick-actions').forEach((e) => e.remove());
    const heading = document.createElement('h2');
    heading.append(...text.querySelector('h1').childNodes);
    text.querySelector('h1').replaceWith(heading);
    pane.replaceChildren(document.adoptNode(text));
    pane.scrollTop = 0;
    text.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }

  function choose(index) {
    const all = rows();
    if (all.length === 0) return;
    at = Math.max(0, Math.min(all.length - 1, index));
    all.forEach((row, i) => row.classList.toggle('chosen', i === at));
    all[at].scrollIntoView({ block: 'nearest' });
    all[at].querySelector('h2 a, th a')?.focus({ preventScroll: true });
    preview(all[at]);
  }

  // The first hit is there to be read at once.
  function start() {
    at = -1;
    preview(rows()[0]);
  }

  // A click beside the links of a hit looks into it; one on a link opens it.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('main.results .hit[data-address]');
    if (!row || !wide.matches || event.target.closest('a, button, summary') || !getSelection().isCollapsed) return;
    choose(rows().indexOf(row));
  });

  start();
  document.addEventListener('results-replaced', start);
  return {
    next: () => choose(at + 1),
    previous: () => choose(at - 1),
    open: () => {
      const row = rows()[at];
      if (row) location.href = row.dataset.address;
    },
  };
}
