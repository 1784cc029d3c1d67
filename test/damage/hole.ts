import { type Damage, edited } from './damage.ts';
import { createRandom } from './random.ts';

/** Round holes torn into the inside of the subject: always the same places, growing. */
export const hole: Damage = (raster, strength, seed) =>
  edited(raster, (rgba) => {
    const { width, height } = raster;
    const random = createRandom(seed);
    const isInside = (place: number): boolean => (raster.rgba[place * 4 + 3] ?? 0) === 255;
    const places = Array.from({ length: width * height }, (_, i) => i).filter(isInside);
    const largest = Math.sqrt(places.length) * 0.16;
    for (let count = 0; count < 3; count++) {
      const place = places[Math.floor(random() * places.length)] ?? 0;
      punch(place % width, Math.floor(place / width), strength * largest);
    }
    function punch(centreX: number, centreY: number, radius: number): void {
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          if (Math.hypot(x - centreX, y - centreY) < radius) rgba[(y * width + x) * 4 + 3] = 0;
        }
      }
    }
  });
