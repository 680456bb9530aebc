// The keyboard: / to search, j k o in a list, n p between hits, u back to the results,
// [ ] between sections or pages, c to copy the
// address, ? for the sheet of them. Never while typing.
const follow = (selector) => document.querySelector(selector)?.click();

export function keys(list, hits) {
  const sheet = document.querySelector('dialog.keys-sheet');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (sheet?.open && event.key !== '?') return;
    const act = {
      '/': () => document.querySelector('form.search input[type=search]')?.select(),
      '?': () => (sheet.open ? sheet.close() : sheet.showModal()),
      j: () => list?.next(),
      k: () => list?.previous(),
      o: () => list?.open(),
      n: () => hits?.next(),
      p: () => hits?.previous(),
      u: () => follow('.hit-trail .back'),
      '[': () => follow('.turning .previous, .previous-page'),
      ']': () => follow('.turning .next, .next-page'),
      c: () => follow('button.copy[data-copy], button.copy[data-copy-location]'),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
