// Goes on with a long list portion by portion and adds the rows, until it is done or stopped; without scripts a button
// does the same, a page at a time.
export function batch() {
  const form = document.querySelector('form.batch');
  const button = form?.querySelector('.batch-progress button[name=from]');
  if (!button) return;
  let stopped = false;
  const next = button.textContent;

  async function portion() {
    const sent = new FormData(form);
    sent.set('from', button.value);
    const answer = await fetch(form.action, { method: 'POST', body: sent });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('.batch-rows tbody').append(...page.querySelectorAll('.batch-rows tbody tr'));
    for (const part of ['p', 'progress']) {
      const now = page.querySelector(`.batch-progress ${part}`);
      if (now) form.querySelector(`.batch-progress ${part}`).replaceWith(now);
    }
    return page.querySelector('.batch-progress button[name=from]')?.value;
  }

  async function run() {
    stopped = false;
    button.textContent = button.dataset.stop;
    try {
      for (let from = button.value; from && !stopped; from = button.value) {
        button.value = (await portion()) ?? '';
      }
    } catch {
      stopped = true;
    }
    button.textContent = next;
    if (!button.value) button.remove();
  }

  form.addEventListener('submit', (event) => {
    if (event.submitter !== button) return;
    event.preventDefault();
    if (button.textContent === button.dataset.stop) stopped = true;
    else run();
  });
  run();
}
