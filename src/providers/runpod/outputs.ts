import { isObject, textOf } from '../../workflow/answers/loose-json.ts';

/** One picture of a finished job, still where the worker put it. */
export interface RemoteImage {
  readonly filename: string;
  /** Base64, or an address. */
  readonly data: string;
  readonly isAddress: boolean;
}

/** What a COMPLETED job brought. */
export interface RemoteOutput {
  readonly images: readonly RemoteImage[];
  /** What went wrong in part. */
  readonly errors: readonly string[];
}

/**
 * Reads `output` of worker-comfyui 5.x (`images[]`) and of its forebears (`message`, the last picture alone). Undefined when there is
 * none at all, the sign of a result too large to be handed back.
 */
export function readOutput(output: unknown): RemoteOutput | undefined {
  if (typeof output === 'string' && output !== '') return { images: [imageOf({ data: output })], errors: [] };
  if (!isObject(output)) return undefined;
  const listed = Array.isArray(output['images']) ? output['images'].filter(isObject) : [];
  const errors = Array.isArray(output['errors']) ? output['errors'].map(String) : [];
  if (listed.length > 0 || !('message' in output)) return { images: listed.map(imageOf), errors };
  const message = textOf(output['message']);
  if (output['status'] === 'error') return { images: [], errors: [message, ...errors] };
  return { images: [imageOf({ data: message })], errors };
}

function imageOf(image: Readonly<Record<string, unknown>>): RemoteImage {
  const data = textOf(image['data']) || textOf(image['image']);
  return {
    filename: textOf(image['filename']),
    data,
    isAddress: image['type'] === 's3_url' || /^https?:\/\//.test(data),
  };
}

/**
 * The pictures saved under a prefix, in the order of their numbers. Neither the order of the list nor the number itself means anything:
 * the counter is that of the worker's disk.
 */
export function imagesUnder(prefix: string, { images }: RemoteOutput): readonly RemoteImage[] {
  const numbered = images.flatMap((image) => {
    const [, name, number] = /^(.*)_(\d{5,})_\.(?:png|webp|jpe?g)$/i.exec(image.filename) ?? [];
    return name === prefix ? [{ image, number: Number(number) }] : [];
  });
  return numbered.toSorted((a, b) => a.number - b.number).map(({ image }) => image);
}
