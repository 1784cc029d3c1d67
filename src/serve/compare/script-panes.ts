/** The two pictures: how large they are, what they stand on, and that both always show the same place and moment. */
export const PANES_SCRIPT = `
const find = (selector) => document.querySelector(selector);
const sides = ['a', 'b'].map((name) => find('[data-side=' + name + ']'));
const panes = sides.map((side) => side.querySelector('.pane'));
const GROUNDS = { checker: 'On a checkerboard', game: 'On the game’s background', light: 'On white', dark: 'On black' };
const look = { ground: 'checker', hasGame: false, isScene: false, zoom: 0, isPlaying: false, motion: undefined, pictures: [[], []], since: 0 };

/** Loads the pictures of both sides whole before any of them is seen: which came first could tell who made it. */
async function loadPictures(pair) {
  const load = (address) => {
    const image = new Image();
    image.src = address;
    image.alt = '';
    return image.decode().then(() => image, () => undefined);
  };
  return Promise.all([pair.left, pair.right].map(({ pictures }) => Promise.all(pictures.map(load))));
}

function showPictures(pictures, motion) {
  look.pictures = pictures;
  look.motion = motion;
  look.zoom = 0;
  look.isPlaying = false;
  drawPanes();
}

function drawPanes() {
  panes.forEach((pane, index) => {
    const images = look.pictures[index];
    if (images.length === 0 || images.includes(undefined)) {
      const lost = document.createElement('p');
      lost.textContent = 'This picture cannot be shown. Is the folder of the comparison still there?';
      pane.replaceChildren(lost);
      return;
    }
    const picture = document.createElement('div');
    picture.className = 'picture';
    picture.append(...(look.isPlaying ? [document.createElement('canvas')] : images));
    pane.replaceChildren(picture);
  });
  find('[data-act=play]').hidden = look.motion === undefined;
  find('[data-act=play] span').textContent = look.isPlaying ? 'Show it still' : 'Play it';
  look.since = performance.now();
  resize();
  if (look.isPlaying) requestAnimationFrame(tick);
}

function tick(now) {
  if (!look.isPlaying) return;
  // A frame may bear the time of a moment before it was asked for.
  const seconds = Math.max(0, now - look.since) / 1000;
  panes.forEach((pane, index) => {
    const canvas = pane.querySelector('canvas');
    if (canvas) drawMotion(canvas, look.pictures[index], look.motion, seconds);
  });
  requestAnimationFrame(tick);
}

function sizeOf(images) {
  if (look.isPlaying) return motionSize(images, look.motion);
  return { width: images[0].naturalWidth, height: images[0].naturalHeight };
}

/** Fitted, larger, and as large as the game shows it; from 1 on only whole numbers, so that pixels stay square. */
function zoomSteps(sizes) {
  const rooms = sizes.map(({ width, height }) => Math.min((panes[0].offsetWidth - 16) / width, (panes[0].offsetHeight - 16) / height));
  const room = Math.min(...rooms);
  const fit = room >= 1 ? Math.floor(room) : room;
  return [...new Set([fit, fit >= 1 ? fit * 2 : 1, fit > 1 ? 1 : 2])];
}

function resize() {
  const shown = panes.map((pane) => pane.querySelector('.picture'));
  if (shown.includes(null)) return;
  const sizes = look.pictures.map(sizeOf);
  const steps = zoomSteps(sizes);
  const scale = steps[look.zoom % steps.length];
  shown.forEach((picture, index) => {
    const { width, height } = sizes[index];
    picture.style.width = width * scale + 'px';
    picture.style.height = height * scale + 'px';
    picture.classList.toggle('crisp', scale >= 1);
    const canvas = picture.querySelector('canvas');
    if (canvas && canvas.width !== width) [canvas.width, canvas.height] = [width, height];
    sides[index].querySelector('small').textContent = width + ' × ' + height + ' at ' + (scale >= 1 ? scale + '×' : Math.round(scale * 100) + ' %');
    // What can be scrolled must be reached by keyboard, too.
    const isLarger = panes[index].scrollWidth > panes[index].clientWidth || panes[index].scrollHeight > panes[index].clientHeight;
    if (isLarger) panes[index].tabIndex = 0;
    else panes[index].removeAttribute('tabindex');
  });
  const isFitted = look.zoom % steps.length === 0;
  find('[data-act=zoom] span').textContent = isFitted ? 'Zoom' : 'Zoom: ' + (scale >= 1 ? scale + '×' : Math.round(scale * 100) + ' %');
  centre();
}

function centre() {
  for (const pane of panes) {
    pane.scrollLeft = (pane.scrollWidth - pane.clientWidth) / 2;
    pane.scrollTop = (pane.scrollHeight - pane.clientHeight) / 2;
  }
}

function showGround(ground) {
  look.ground = ground;
  // A scene fills its frame: behind it nothing can be seen, and around it another scene would only mislead.
  find('.sides').dataset.ground = look.isScene ? 'checker' : ground;
  find('[data-act=ground] span').textContent = GROUNDS[ground];
  find('[data-act=ground]').disabled = look.isScene;
}

const looks = {
  ground() {
    if (look.isScene) return;
    const names = Object.keys(GROUNDS).filter((name) => name !== 'game' || look.hasGame);
    showGround(names[(names.indexOf(look.ground) + 1) % names.length]);
    say(GROUNDS[look.ground]);
  },
  zoom() {
    look.zoom += 1;
    resize();
    say(sides[0].querySelector('small').textContent);
  },
  play() {
    if (look.motion === undefined) return;
    look.isPlaying = !look.isPlaying;
    drawPanes();
    say(look.isPlaying ? 'Playing' : 'Still');
  },
};

new ResizeObserver(resize).observe(panes[0]);
panes.forEach((pane, index) => {
  const other = panes[1 - index];
  pane.addEventListener('scroll', () => {
    if (Math.abs(other.scrollLeft - pane.scrollLeft) > 1) other.scrollLeft = pane.scrollLeft;
    if (Math.abs(other.scrollTop - pane.scrollTop) > 1) other.scrollTop = pane.scrollTop;
  });
  pane.addEventListener('pointermove', (event) => {
    if (event.buttons === 1 && event.pointerType === 'mouse') pane.scrollBy(-event.movementX, -event.movementY);
  });
  pane.addEventListener('dragstart', (event) => event.preventDefault());
});
showGround('checker');
`;
