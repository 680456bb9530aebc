// The way between the hits of a search: a list of results leaves its hits in this tab, and what is opened from it leads to
// the one before, the next, and back to the list as it was.
const KEY = 'mingzhang-results';

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? null;
  } catch {
    return null;
  }
}

// A section's place is its address without the mark; beside the original it is named there.
function placeOf(address) {
  const url = new URL(address, location.href);
  const section = url.searchParams.get('section');
  const path = url.pathname.endsWith('/pages') && section ? url.pathname.replace(/pages$/, encodeURIComponent(section)) : url.pathname;
  return `${decodeURIComponent(path)}?${url.searchParams.get('q') ?? ''}`;
}

function leave() {
  const hits = [...document.querySelectorAll('main.results .hit[data-address]')].map((hit) => hit.dataset.address);
  const next = document.querySelector('.paging a.next')?.getAttribute('href') ?? '';
  const results = { address: location.pathname + location.search, hits, next };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(results));
  } catch {
    // Without it the links lead to the search.
  }
}

function lead(trail) {
  const list = kept();
  const at = list ? list.hits.findIndex((hit) => placeOf(hit) === placeOf(location.href)) : -1;
  if (at < 0) return;
  trail.querySelector('.back').href = list.address;
  for (const [kind, to] of [['previous-result', list.hits[at - 1]], ['next-result', list.hits[at + 1] ?? list.next]]) {
    const link = trail.querySelector(`.${kind}`);
    link.hidden = !to;
    if (to) link.href = to;
  }
}

export function trail() {
  if (document.querySelector('main.results')) {
    leave();
    document.addEventListener('results-replaced', leave);
  }
  const here = document.querySelector('.hit-trail');
  if (here) lead(here);
}
