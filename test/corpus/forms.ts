/** Signed distance to an outline, negative inside, about in units of half the picture's shorter side; y runs down. */
export type Form = (x: number, y: number) => number;

export const circle =
  (cx: number, cy: number, radius: number): Form =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

export const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Form =>
  (x, y) =>
    (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry);

export const box =
  (cx: number, cy: number, halfWidth: number, halfHeight: number, round = 0): Form =>
  (x, y) => {
    const across = Math.abs(x - cx) - halfWidth + round;
    const down = Math.abs(y - cy) - halfHeight + round;
    return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - round;
  };

export const stroke = (x1: number, y1: number, x2: number, y2: number, radius: number): Form => {
  const [wayX, wayY] = [x2 - x1, y2 - y1];
  const length = wayX * wayX + wayY * wayY || 1;
  return (x, y) => {
    const along = Math.max(0, Math.min(1, ((x - x1) * wayX + (y - y1) * wayY) / length));
    return Math.hypot(x - x1 - along * wayX, y - y1 - along * wayY) - radius;
  };
};

export const ring =
  (cx: number, cy: number, radius: number, thickness: number): Form =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius) - thickness;

/** A circle whose radius waves around it `points` times by `depth`. */
export const wavy =
  (cx: number, cy: number, radius: number, points: number, depth: number, turn = 0): Form =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius * (1 + depth * Math.cos(points * (Math.atan2(y - cy, x - cx) + turn)));

/** A right-angled wedge that narrows from the base to the point. */
export const spike =
  (cx: number, base: number, point: number, halfWidth: number): Form =>
  (x, y) => {
    const along = (y - base) / (point - base);
    if (along < 0) return Math.hypot(Math.max(0, Math.abs(x - cx) - halfWidth), y - base);
    return Math.max(Math.abs(x - cx) - halfWidth * (1 - along), (along - 1) * Math.abs(point - base));
  };

export const join =
  (...forms: readonly Form[]): Form =>
  (x, y) =>
    forms.reduce((least, form) => Math.min(least, form(x, y)), Infinity);

export const without =
  (form: Form, hole: Form): Form =>
  (x, y) =>
    Math.max(form(x, y), -hole(x, y));

export const grown =
  (form: Form, by: number): Form =>
  (x, y) =>
    form(x, y) - by;

export const turned = (form: Form, angle: number): Form => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (x, y) => form(x * cos + y * sin, y * cos - x * sin);
};

export const placed =
  (form: Form, dx: number, dy: number, scale = 1): Form =>
  (x, y) =>
    form((x - dx) / scale, (y - dy) / scale) * scale;
