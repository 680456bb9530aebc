// Runs before the page is painted, so that a chosen theme does not flicker.
(function () {
  var root = document.documentElement;
  root.classList.replace('no-js', 'js');
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (e) {
    // Storage may be shut off; the system's theme is used then.
  }
})();
