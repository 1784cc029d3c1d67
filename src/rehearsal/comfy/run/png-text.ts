import type { PromptItem } from './prompt-item.ts';

/** What the server writes into every PNG unless told not to: the whole graph, and each key of `extra_pnginfo`. */
export function pngTextOf({ graph, extraData }: PromptItem): Readonly<Record<string, string>> {
  const extra = extraData['extra_pnginfo'];
  const more = typeof extra === 'object' && extra !== null ? Object.entries(extra) : [];
  return Object.fromEntries(
    [['prompt', graph] as const, ...more].map(([key, value]): [string, string] => [key, asciiJson(value)]),
  );
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}
