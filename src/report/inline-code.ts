import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64 } from './data-uri.ts';
import { Markup } from './markup.ts';

/** What a page that is one file carries of its own. */
export interface InlineCode {
  readonly style: string;
  readonly script: string;
}

/** Only our own style and script run, even if some text should slip through unescaped; nothing is fetched. */
export function contentPolicy({ style, script }: InlineCode): string {
  return [
    "default-src 'none'",
    "img-src data: 'self' file:",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Without a space more inside: the policy knows the text by its hash. */
export function inlineElement(name: 'style' | 'script', text: string): Markup {
  return new Markup(`<${name}>${text}</${name}>`);
}

function hashOf(text: string): string {
  return `'sha256-${toBase64(sha256(new TextEncoder().encode(text)))}'`;
}
