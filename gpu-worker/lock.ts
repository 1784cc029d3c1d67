import { readFileSync } from 'node:fs';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const commit = z.string().regex(/^[0-9a-f]{40}$/);
const licence = z.strictObject({ name: z.string().min(1), hosting: z.enum(['free', 'non-commercial']) });
/** Who says so. */
const source = z.string().min(1);

const ModelSchema = z.strictObject({
  /** Below `models/`. */
  folder: z.string().regex(/^[\w/]+$/),
  /** The name that workflows give; `path` is the hub's. */
  name: z.string().regex(/^[\w.-]+$/),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** Null until `pin.mjs` has asked the hub; no image is built with a null here or in `sha256`. */
  revision: commit.nullable(),
  path: z.string().min(1),
  sha256: sha256.nullable(),
  /** In bytes; it lets a broken download be seen early, and the image's size be told. */
  size: z.int().positive().nullable(),
  /** Must its licence be accepted on the hub, and a token given? */
  gated: z.boolean(),
  licence,
  /** The profiles and removals that load it. */
  for: z.array(z.string()).min(1),
  source,
});

/** Of `lock.json`: all that goes into the image, each value in one place. */
export const LockSchema = z.strictObject({
  base: z.strictObject({
    image: z.string().regex(/^[\w./-]+$/),
    tag: z.string().regex(/^\d+\.\d+\.\d+-base/),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    comfyui: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** The least that a host's driver must support. */
    cuda: z.string().regex(/^\d+\.\d+$/),
    /** What the base takes of the container's disk, generously. */
    diskGb: z.int().positive(),
    /** Nodes of a newer ComfyUI that our workflows count on. */
    nodes: z.array(z.string()),
    licence,
    source,
  }),
  packs: z.array(
    z.strictObject({
      name: z.string().regex(/^[\w-]+$/),
      repository: z.url({ protocol: /^https$/ }),
      commit,
      nodes: z.array(z.string()).min(1),
      /** What the nodes we use import beyond ComfyUI's own requirements. */
      python: z.array(z.string().regex(/^[\w-]+==[\d.]+$/)),
      licence,
      source,
    }),
  ),
  models: z.array(ModelSchema),
});

export type Lock = z.infer<typeof LockSchema>;
export type LockedModel = z.infer<typeof ModelSchema>;

export const LOCK_FILE = new URL('lock.json', import.meta.url);

/** @throws ZodError */
export function readLock(): Lock {
  return LockSchema.parse(JSON.parse(readFileSync(LOCK_FILE, 'utf8')));
}

/** The models that some of these profiles and removals load. */
export function modelsFor({ models }: Lock, names: readonly string[]): readonly LockedModel[] {
  return models.filter((model) => model.for.some((name) => names.includes(name)));
}

export function isPinned({ revision, sha256: hash }: LockedModel): boolean {
  return revision !== null && hash !== null;
}

/** What `FROM` is given. */
export function baseImage({ base: { image, tag, digest } }: Lock): string {
  return `${image}:${tag}@${digest}`;
}
