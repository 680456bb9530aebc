// Buttons that copy, and tables that sort; both are hidden or plain without script.
async function copied(button, text) {
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = before), 1500);
}

// The chart as a picture of dots, drawn from the same SVG that is offered for download.
export function pictures() {
  document.querySelectorAll('button.picture-png').forEach((button) => {
    const chart = document.querySelector('svg.chart');
    button.hidden = !chart;
    button.addEventListener('click', () => {
      const { width, height } = chart.viewBox.baseVal;
      const image = new Image(width * 2, height * 2);
      image.addEventListener('load', () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
        const paper = canvas.getContext('2d');
        paper.fillStyle = '#ffffff';
        paper.fillRect(0, 0, canvas.width, canvas.height);
        paper.drawImage(image, 0, 0, canvas.width, canvas.height);
        const link = document.createElement('a');
        link.download = 'compare.png';
        link.href = canvas.toDataURL('image/png');
        link.click();
      });
      image.src = button.dataset.svg;
    });
  });
}

export function copying() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button.copy');
    if (button) copied(button, 'copyLocation' in button.dataset ? location.href : button.dataset.copy);
  });
}

// A cell's number without unit; what stands beside a linked number is not part of it.
const value = (cell) => {
  const text = (cell.querySelector('a') ?? cell).textContent.trim();
  const number = Number(text.replace(/[,，\s]/g, '').replace(/[^\d.]+$/, ''));
  return /\d/.test(text) && !Number.isNaN(number) ? number : text;
};

function sort(table, column, up) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  rows.sort((a, b) => {
    const x = value(a.cells[column]);
    const y = value(b.cells[column]);
    const numbers = [x, y].filter((v) => typeof v === 'number').length;
    // Rows without a number come last either way.
    if (numbers === 1) return typeof x === 'number' ? -1 : 1;
    const order = numbers === 2 ? x - y : x.localeCompare(y, 'zh-CN');
    return up ? order : -order;
  });
  body.append(...rows);
}

export function tables() {
  document.querySelectorAll('table.sortable').forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const up = head.classList.contains('sorted') && !head.classList.contains('up');
        [...table.tHead.rows[0].cells].forEach((other) => {
          other.classList.remove('sorted', 'up');
          other.removeAttribute('aria-sort');
        });
        head.classList.add('sorted');
        head.classList.toggle('up', up);
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        sort(table, column, up);
      });
    });
  });
  document.querySelectorAll('button.copy-table').forEach((button) => {
    const table = button.closest('figure').querySelector('table');
    const text = () =>
      [...table.rows].map((row) => [...row.cells].map((c) => c.textContent.trim()).join('\t')).join('\n');
    button.addEventListener('click', () => copied(button, text()));
  });
}
