/** Plays the animations of sheets and scrolls the parallax sets; only what is on screen is drawn. */
export const PLAYER_SCRIPT = `
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const players = new Map();
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) players.get(entry.target).isVisible = entry.isIntersecting;
  wake();
});
let last = 0;
let isAwake = false;

function add(canvas, button, player) {
  const images = player.images;
  player.isPlaying = !calm.matches;
  players.set(canvas, player);
  watcher.observe(canvas);
  const label = () => {
    const name = button.getAttribute('aria-label').replace(/^\\S+/, '');
    button.setAttribute('aria-label', (player.isPlaying ? 'Pause' : 'Play') + name);
    button.setAttribute('aria-pressed', String(player.isPlaying));
  };
  button.addEventListener('click', () => { player.isPlaying = !player.isPlaying; label(); wake(); });
  for (const image of images) if (!image.complete) image.addEventListener('load', () => { player.draw(); wake(); });
  label();
  player.draw();
  return label;
}

function wake() {
  if (isAwake) return;
  isAwake = true;
  last = performance.now();
  requestAnimationFrame(tick);
}

function tick(now) {
  const seconds = Math.min(0.1, Math.max(0, (now - last) / 1000));
  last = now;
  let isBusy = false;
  for (const player of players.values()) {
    if (!player.isPlaying || !player.isVisible) continue;
    isBusy = true;
    player.advance(seconds);
  }
  isAwake = isBusy;
  if (isBusy) requestAnimationFrame(tick);
}

function isReady(image) {
  return image.complete && image.naturalWidth > 0;
}

for (const canvas of document.querySelectorAll('canvas[data-frames]')) {
  const frames = JSON.parse(canvas.dataset.frames);
  const [width, height] = canvas.dataset.size.split(',').map(Number);
  const image = canvas.closest('.card').querySelector('[data-sheet] img');
  const paint = canvas.getContext('2d');
  const grow = canvas.width / width;
  const pause = canvas.dataset.loop === 'true' ? 0 : Number(canvas.dataset.fps);
  let time = 0;
  let shown = 0;
  const player = {
    images: [image],
    draw() {
      if (!isReady(image)) return;
      const [x, y, w, h] = frames[shown];
      paint.imageSmoothingEnabled = grow < 1;
      paint.clearRect(0, 0, canvas.width, canvas.height);
      paint.drawImage(image, x, y, w, h, ((width - w) / 2) * grow, ((height - h) / 2) * grow, w * grow, h * grow);
      canvas.dataset.frame = shown;
    },
    advance(seconds) {
      time = (time + seconds * Number(canvas.dataset.fps)) % (frames.length + pause);
      const next = Math.min(frames.length - 1, Math.floor(time));
      if (next === shown) return;
      shown = next;
      player.draw();
    },
  };
  add(canvas, canvas.parentElement.querySelector('.play'), player);
}

for (const canvas of document.querySelectorAll('canvas.parallax')) {
  const card = canvas.closest('.card');
  const [width, height] = canvas.dataset.size.split(',').map(Number);
  const layers = [...card.querySelectorAll('.layers li')].map((item) => ({ image: item.querySelector('img'), speed: Number(item.dataset.speed) }));
  const slider = card.querySelector('.scroller input');
  const paint = canvas.getContext('2d');
  const grow = canvas.height / height;
  const isLoop = canvas.dataset.loop === 'x';
  const view = canvas.width / grow;
  const fastest = Math.max(0.01, ...layers.map((layer) => layer.speed));
  const range = isLoop ? width : (width - view) / fastest;
  let camera = 0;
  let direction = 1;
  const player = {
    images: layers.map((layer) => layer.image),
    draw() {
      paint.clearRect(0, 0, canvas.width, canvas.height);
      for (const { image, speed } of layers) {
        if (!isReady(image)) continue;
        const offset = isLoop ? (camera * speed) % width : camera * speed;
        for (let x = -offset; x < view; x += width) {
          paint.drawImage(image, x * grow, 0, width * grow, canvas.height);
          if (!isLoop) break;
        }
      }
      canvas.dataset.camera = camera.toFixed(1);
    },
    advance(seconds) {
      moveTo(camera + direction * seconds * width / 12);
      slider.value = String((((camera % range) || 0) / range) * 1000);
    },
  };
  const moveTo = (next) => {
    if (isLoop) camera = next < 0 ? next + width * 1000 : next;
    else camera = Math.min(range, Math.max(0, next));
    if (!isLoop && (camera === 0 || camera === range)) direction = camera === 0 ? 1 : -1;
    player.draw();
  };
  const stop = () => { player.isPlaying = false; label(); };
  const label = add(canvas, card.querySelector('.scroller .play'), player);
  slider.addEventListener('input', () => {
    stop();
    moveTo(Math.floor(isLoop ? camera / range : 0) * range + (Number(slider.value) / 1000) * range);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons !== 1) return;
    stop();
    moveTo(camera - (event.movementX * canvas.width) / canvas.clientWidth / grow);
    slider.value = String((((camera % range) || 0) / range) * 1000);
  });
}
`;
