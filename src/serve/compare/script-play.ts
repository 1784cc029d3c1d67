/** What moves: the animations of a sheet, each frame by frame, and the layers of a parallax, each at its speed. */
export const PLAY_SCRIPT = `
/** Draws the moment \`seconds\` of a picture; the same moment on both sides. */
function drawMotion(canvas, images, motion, seconds) {
  const paint = canvas.getContext('2d');
  paint.clearRect(0, 0, canvas.width, canvas.height);
  if (motion.kind === 'frames') drawFrames(paint, images[0], motion, seconds);
  else drawLayers(paint, images, motion, seconds);
}

/** The size of what is played, in pixels of the picture. */
function motionSize(images, motion) {
  const { naturalWidth: width, naturalHeight: height } = images[0];
  if (motion.kind === 'layers') return { width: motion.loop === 'x' ? width : Math.round(width * 0.72), height };
  const boxes = motion.animations.map(largest);
  return { width: boxes.reduce((sum, box) => sum + box.width, 0) + 4 * (boxes.length - 1), height: Math.max(...boxes.map((box) => box.height)) };
}

function largest({ frames }) {
  return { width: Math.max(...frames.map(([, , width]) => width)), height: Math.max(...frames.map(([, , , height]) => height)) };
}

function drawFrames(paint, image, { animations }, seconds) {
  let left = 0;
  for (const animation of animations) {
    const { frames, fps, loop } = animation;
    // One that does not loop rests for a second on its last frame.
    const time = (seconds * fps) % (frames.length + (loop ? 0 : fps));
    const [x, y, width, height] = frames[Math.min(frames.length - 1, Math.floor(time))];
    paint.drawImage(image, x, y, width, height, left, 0, width, height);
    left += largest(animation).width + 4;
  }
}

function drawLayers(paint, images, { loop, speeds }, seconds) {
  const { width: view } = paint.canvas;
  const { naturalWidth: width } = images[0];
  const range = (width - view) / Math.max(0.01, ...speeds);
  const way = (seconds * width) / 12;
  const camera = loop === 'x' ? way : Math.abs(((way + range) % (2 * range || 1)) - range);
  images.forEach((image, index) => {
    const offset = camera * (speeds[index] ?? 1);
    for (let x = loop === 'x' ? -(offset % width) : -offset; x < view; x += width) {
      paint.drawImage(image, Math.round(x), 0);
      if (loop !== 'x') break;
    }
  });
}
`;
