/** The zoom dialog, and the mark that shows a sheet's region. The browser itself gives focus back on close. */
export const ZOOM_SCRIPT = `
const dialog = document.querySelector('.zoom');
const image = dialog.querySelector('img');
const pane = dialog.querySelector('.pane');
let scale = 1;

function open(link) {
  const source = link.querySelector('img');
  image.src = source.src;
  image.alt = source.alt;
  dialog.querySelector('[data-name]').textContent = link.dataset.zoom;
  dialog.querySelector('[data-file]').href = link.href;
  if (!dialog.open) dialog.showModal();
  image.decode().then(fit, fit);
  pane.focus();
}

function zoomTo(next, at) {
  const before = scale;
  scale = Math.min(64, Math.max(0.02, next));
  const size = image.naturalWidth + ' × ' + image.naturalHeight;
  image.style.width = image.naturalWidth * scale + 'px';
  image.style.height = image.naturalHeight * scale + 'px';
  image.classList.toggle('pixels', scale >= 2);
  dialog.querySelector('[data-facts]').textContent = size + ' at ' + Math.round(scale * 100) + '%';
  const x = at ? at.x : pane.clientWidth / 2;
  const y = at ? at.y : pane.clientHeight / 2;
  pane.scrollLeft = ((pane.scrollLeft + x) * scale) / before - x;
  pane.scrollTop = ((pane.scrollTop + y) * scale) / before - y;
}

function fit() {
  const room = Math.min((pane.clientWidth - 32) / image.naturalWidth, (pane.clientHeight - 32) / image.naturalHeight);
  zoomTo(room >= 2 ? Math.floor(room) : room);
}

const acts = {
  in: () => zoomTo(scale * 1.5),
  out: () => zoomTo(scale / 1.5),
  fit,
  one: () => zoomTo(1),
  close: () => dialog.close(),
};
const keys = { '+': 'in', '=': 'in', '-': 'out', _: 'out', 0: 'fit', f: 'fit', 1: 'one' };

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-zoom]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});
dialog.addEventListener('click', (event) => {
  const act = event.target.closest('[data-act]');
  if (act) acts[act.dataset.act]();
  if (event.target === dialog) dialog.close();
});
dialog.addEventListener('keydown', (event) => {
  const act = keys[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  acts[act]();
});
dialog.addEventListener('close', () => image.removeAttribute('src'));
pane.addEventListener('wheel', (event) => {
  event.preventDefault();
  const box = pane.getBoundingClientRect();
  zoomTo(scale * Math.exp(-event.deltaY / 400), { x: event.clientX - box.left, y: event.clientY - box.top });
}, { passive: false });
pane.addEventListener('pointermove', (event) => {
  if (event.buttons !== 1 || event.pointerType !== 'mouse') return;
  pane.scrollLeft -= event.movementX;
  pane.scrollTop -= event.movementY;
});
image.addEventListener('dragstart', (event) => event.preventDefault());

function mark(event, isOn) {
  const button = event.target.closest && event.target.closest('[data-region]');
  if (!button) return;
  const stage = button.closest('.card').querySelector('[data-sheet]');
  const box = stage.querySelector('.mark');
  const [width, height] = stage.dataset.sheet.split(',').map(Number);
  const [x, y, w, h] = button.dataset.region.split(',').map(Number);
  const sides = { left: x / width, top: y / height, width: w / width, height: h / height };
  for (const side of Object.keys(sides)) box.style[side] = sides[side] * 100 + '%';
  box.hidden = !isOn;
}
for (const name of ['pointerover', 'focusin']) document.addEventListener(name, (event) => mark(event, true));
for (const name of ['pointerout', 'focusout']) document.addEventListener(name, (event) => mark(event, false));
`;
