/** Lays the pictures of a card over each other: under a slider, or by turns. Two turns a second, none for those who want less motion. */
export const VIEW_SCRIPT = `
const TURN_MS = 500;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const template = document.getElementById('view-controls').content;
const views = new Map();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) views.get(entry.target).isVisible = entry.isIntersecting;
});

function add(card, index) {
  const box = card.querySelector('.views');
  const figures = [...box.querySelectorAll('figure')].filter((figure) => figure.querySelector('.picture'));
  if (figures.length < 2) return;
  const controls = template.cloneNode(true);
  const find = (selector) => controls.querySelector(selector);
  const parts = { switch: find('.switch'), overlay: find('.overlay'), range: find('input[type=range]'), select: find('select'), play: find('.play'), next: find('.next'), status: find('[role=status]') };
  const view = { box, figures, ...parts, other: 1, turn: 0, isPlaying: !calm.matches, isVisible: false };
  const id = card.dataset.id;
  find('legend').textContent = 'View of ' + id;
  find('.slide .aside').textContent = 'Where ' + id + ' changes from one provider to the other';
  for (const radio of parts.switch.querySelectorAll('input')) radio.name = 'view-' + index;
  figures.slice(1).forEach((figure, place) => parts.select.add(new Option(figure.dataset.provider, place + 1)));
  find('.against').hidden = figures.length < 3;
  card.querySelector('header').append(parts.switch);
  box.append(parts.overlay);
  parts.switch.addEventListener('input', (event) => show(view, event.target.value));
  parts.select.addEventListener('input', () => { view.other = Number(parts.select.value); draw(view); });
  parts.range.addEventListener('input', () => draw(view));
  parts.play.addEventListener('click', () => { view.isPlaying = !view.isPlaying; draw(view); });
  parts.next.addEventListener('click', () => { view.isPlaying = false; view.turn = 1 - view.turn; draw(view); });
  box.addEventListener('pointerdown', (event) => slide(view, event));
  box.addEventListener('pointermove', (event) => { if (event.buttons === 1) slide(view, event); });
  box.addEventListener('click', (event) => { if (isSliding(view, event)) { event.preventDefault(); event.stopPropagation(); } });
  box.addEventListener('dragstart', (event) => event.preventDefault());
  views.set(card, view);
  watcher.observe(card);
  draw(view);
}

function show(view, name) {
  view.box.dataset.view = name;
  for (const radio of view.switch.querySelectorAll('input')) radio.checked = radio.value === name;
  draw(view);
}

function isSliding({ box }, event) {
  return box.dataset.view === 'slider' && event.target.closest('.picture') !== null;
}

function slide(view, event) {
  if (!isSliding(view, event)) return;
  const { left, width } = event.target.closest('.picture').getBoundingClientRect();
  view.range.value = String(((event.clientX - left) / width) * 100);
  draw(view);
}

function draw(view) {
  const { box, figures, range, other, turn } = view;
  const pair = [figures[0], figures[other]];
  const names = pair.map((figure) => figure.dataset.provider);
  for (const figure of figures) {
    const picture = figure.querySelector('.picture');
    const isOver = box.dataset.view !== 'side';
    figure.classList.toggle('out', isOver && !pair.includes(figure));
    figure.classList.toggle('away', box.dataset.view === 'flicker' && figure !== pair[turn]);
    picture.style.clipPath = box.dataset.view === 'slider' && figure === pair[1] ? 'inset(0 0 0 ' + range.value + '%)' : '';
    picture.style.setProperty('--cut', range.value + '%');
    figure.classList.toggle('over', box.dataset.view === 'slider' && figure === pair[1]);
  }
  range.setAttribute('aria-valuetext', range.value + ' % ' + names[0] + ', the rest ' + names[1]);
  view.play.setAttribute('aria-pressed', String(view.isPlaying));
  view.play.setAttribute('aria-label', (view.isPlaying ? 'Pause' : 'Play') + ' flicker');
  const now = view.isPlaying ? '' : names[turn] + ' is shown';
  if (view.status.textContent !== now) view.status.textContent = now;
  box.dataset.shown = box.dataset.view === 'flicker' ? names[turn] : '';
}

document.querySelectorAll('.card').forEach(add);
addEventListener('view-all', (event) => { for (const view of views.values()) show(view, event.detail); });
setInterval(() => {
  for (const view of views.values()) {
    if (view.box.dataset.view !== 'flicker' || !view.isPlaying || !view.isVisible) continue;
    view.turn = 1 - view.turn;
    draw(view);
  }
}, TURN_MS);
`;
