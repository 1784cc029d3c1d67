import type { Rect } from '../raster/raster.ts';
import type { Canvas, CanvasPolicy } from './canvas.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The canvas a provider paints an asked picture on; the picture lies in its middle.
 *
 * The scale is a whole number, at least 1, unless the picture is larger than the policy's largest side; then it is the
 * fraction that just fits. Without a wished-for area it is 1, or the first that brings both sides to `minSide`.
 */
export function fitCanvas(size: Size, policy: CanvasPolicy): Canvas {
  const { multipleOf } = policy;
  const largest = Math.max(multipleOf, Math.floor(policy.maxSide / multipleOf) * multipleOf);
  const scale = chooseScale(size, policy, largest);
  const content = { width: roundSide(size.width * scale), height: roundSide(size.height * scale) };
  const width = canvasSide(content.width, policy, largest);
  const height = canvasSide(content.height, policy, largest);
  const x = Math.floor((width - content.width) / 2);
  const y = Math.floor((height - content.height) / 2);
  return { width, height, scale, content: { x, y, ...content } };
}

function chooseScale(size: Size, policy: CanvasPolicy, largest: number): number {
  const longSide = Math.max(size.width, size.height);
  if (longSide > largest) return largest / longSide;
  const highest = Math.floor(largest / longSide);
  const wished =
    policy.targetPixels === undefined
      ? Math.ceil(policy.minSide / Math.min(size.width, size.height))
      : scaleForArea(size, policy.targetPixels);
  return Math.min(highest, Math.max(1, wished));
}

/** The whole scale whose area is nearest the target; the smaller of two that are equally near. */
function scaleForArea(size: Size, targetPixels: number): number {
  const area = size.width * size.height;
  const below = Math.floor(Math.sqrt(targetPixels / area));
  const missing = targetPixels - area * below ** 2;
  const surplus = area * (below + 1) ** 2 - targetPixels;
  return surplus < missing ? below + 1 : below;
}

function canvasSide(content: number, policy: CanvasPolicy, largest: number): number {
  const side = Math.ceil(Math.max(content, policy.minSide) / policy.multipleOf) * policy.multipleOf;
  return Math.min(side, largest);
}

function roundSide(side: number): number {
  return Math.max(1, Math.floor(side + 0.5));
}

/**
 * Asked pixels to canvas pixels. Edges are rounded, not sizes, so that neighbours stay neighbours and never overlap;
 * on a canvas smaller than the asked picture a very thin rectangle may come out with no width or height.
 */
export function toCanvas(rect: Rect, canvas: Canvas): Rect {
  const { content, scale } = canvas;
  const left = roundEdge(rect.x * scale);
  const top = roundEdge(rect.y * scale);
  return {
    x: content.x + left,
    y: content.y + top,
    width: roundEdge((rect.x + rect.width) * scale) - left,
    height: roundEdge((rect.y + rect.height) * scale) - top,
  };
}

function roundEdge(edge: number): number {
  return Math.floor(edge + 0.5);
}
