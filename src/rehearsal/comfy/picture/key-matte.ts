import { createPlane, mapNumbers, type Plane } from './plane.ts';

/** Differences from the border's colour: up to the first it is background, from the second on surely subject. */
const NOISE = 0.06;
const SUBJECT = 0.3;
/** A border that is less uniform than this shows a scene, in which nothing stands out. */
const MOST_SPREAD = 0.2;

/** What differs from the plain colour around it; all of the picture where there is no plain colour. */
export function keyedMatte(frame: Plane): Plane {
  const border = borderColour(frame);
  if (!border) return createPlane(frame, 1, [1]);
  return mapNumbers(createPlane(frame, 1), (_value, pixel) => {
    const difference = Math.max(
      ...border.map((value, channel) => Math.abs((frame.data[pixel * frame.channels + channel] ?? 0) - value)),
    );
    return Math.max(0, Math.min(1, (difference - NOISE) / (SUBJECT - NOISE)));
  });
}

/** Takes the background's colour out of half-covered pixels, as removal nodes that refine colours do. */
export function withoutSpill(frame: Plane, matte: Plane): Plane {
  const border = borderColour(frame);
  if (!border) return frame;
  return mapNumbers(frame, (value, i) => {
    const channel = i % frame.channels;
    const alpha = matte.data[Math.floor(i / frame.channels)] ?? 1;
    if (channel > 2 || alpha <= 0 || alpha >= 1) return value;
    return Math.max(0, Math.min(1, (value - (1 - alpha) * (border[channel] ?? 0)) / alpha));
  });
}

function borderColour({ width, height, channels, data }: Plane): readonly number[] | undefined {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1];
  const colours = corners.map((pixel) => [0, 1, 2].map((channel) => data[pixel * channels + channel] ?? 0));
  const isPlain = [0, 1, 2].every((channel) => {
    const values = colours.map((colour) => colour[channel] ?? 0);
    return Math.max(...values) - Math.min(...values) <= MOST_SPREAD;
  });
  return isPlain ? colours[0] : undefined;
}
