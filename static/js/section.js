// Links that end with the anchor of a number, without fact=, were given out in files and feeds: the
// page is asked for again with the number marked.
function markFact() {
  const anchor = /^#(a-[0-9a-f-]+)$/.exec(location.hash)?.[1];
  const address = new URL(location.href);
  if (!anchor || document.getElementById(anchor) || address.searchParams.has('fact')) return;
  if (!document.querySelector('.text .body')) return;
  address.searchParams.set('fact', anchor);
  location.replace(address);
}

// So are findings that a corrected version no longer has: the page says which version has them.
function missFinding() {
  const anchor = /^#([cx]-[0-9a-f-]+)$/.exec(location.hash)?.[1];
  const address = new URL(location.href);
  if (!anchor || document.getElementById(anchor) || address.searchParams.has('finding')) return;
  if (!document.querySelector('.text .body')) return;
  address.searchParams.set('finding', anchor);
  location.replace(address);
}

// Walks from hit to hit in a section and says where it is.
export function section() {
  markFact();
  missFinding();
  const bar = document.querySelector('.hit-bar');
  if (!bar) return null;
  const marks = [...document.querySelectorAll('.text .body mark')];
  const count = bar.querySelector('.hit-count');
  let at = -1;

  function go(index) {
    if (marks.length === 0) return;
    at = (index + marks.length) % marks.length;
    marks.forEach((mark, i) => mark.classList.toggle('here', i === at));
    marks[at].scrollIntoView({ block: 'center' });
    count.textContent = count.dataset.pattern.replace('{n}', at + 1).replace('{m}', marks.length);
    history.replaceState(history.state, '', `#h${at + 1}`);
  }

  for (const [kind, step] of [['previous', -1], ['next', 1]]) {
    const button = bar.querySelector(`.${kind}-hit`);
    button.addEventListener('click', () => go(at < 0 && step < 0 ? -1 : at + step));
  }
  const wanted = /^#h(\d+)$/.exec(location.hash);
  if (wanted) go(Number(wanted[1]) - 1);
  return { next: () => go(at + 1), previous: () => go(at < 0 ? -1 : at - 1) };
}
