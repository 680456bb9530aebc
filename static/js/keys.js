// The keyboard: / to search, j k o in a list, n p between hits, ? for help. Never while typing.
export function keys(list, hits) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = {
      '/': () => document.querySelector('form.search input[type=search]')?.focus(),
      '?': () => (location.href = document.querySelector('nav.main a[href^="/help"]').href + '#keys'),
      j: () => list?.next(),
      k: () => list?.previous(),
      o: () => list?.open(),
      n: () => hits?.next(),
      p: () => hits?.previous(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
