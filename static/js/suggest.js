// Completions under a search box: a combobox with a list, as the ARIA practices have it.
let lists = 0;

export function suggestions(form) {
  const input = form.querySelector('input[type=search]');
  if (!input) return;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${lists++}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label').textContent);
  list.hidden = true;
  form.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  let chosen = -1;
  let asked = 0;
  let composing = false;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (index) => {
    const items = list.children;
    chosen = (index + items.length) % items.length;
    [...items].forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    input.setAttribute('aria-activedescendant', items[chosen].id);
  };

  const take = (item) => {
    input.value = item.dataset.text;
    close();
    form.requestSubmit();
  };

  const show = (found) => {
    list.replaceChildren(
      ...found.map((one, i) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${i}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.lang = 'zh-CN';
        item.dataset.text = one.text;
        item.textContent = one.text;
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(item);
        });
        return item;
      }),
    );
    chosen = -1;
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
  };

  const ask = async () => {
    const mine = ++asked;
    const typed = input.value.trim();
    if (!typed || composing) return close();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`);
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (mine === asked && document.activeElement === input) show(found.slice(0, 8));
    } catch {
      close();
    }
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 90);
  });
  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    ask();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
}
