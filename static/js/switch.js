// Switches between light and dark, and remembers it.
export function themeSwitch() {
  const button = document.querySelector('button.theme');
  if (!button) return;
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
}
