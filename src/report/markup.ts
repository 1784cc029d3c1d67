/** HTML that may be written as it is. Everything else that meets a page is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | undefined | readonly Content[];

/** A piece of a page. Values are escaped unless they are `Markup`; attributes must be written in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = strings.map((text, index) => text + render(values[index]));
  return new Markup(parts.join(''));
}

export function render(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escapeHtml(String(content));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A link to a file beside the page; never leaves the page's own origin, whatever the path says. */
export function relativeUrl(path: string): string {
  const steps = path
    .toWellFormed()
    .split('/')
    .filter((step) => step !== '' && step !== '..' && step !== '.');
  return `./${steps.map(encodeURIComponent).join('/')}`;
}
