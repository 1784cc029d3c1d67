import { Composer, type Document, Lexer, Parser, type CST, type YAMLError } from 'yaml';
import { lineFinder, type Position } from './line-finder.ts';
import type { PlacedFault } from './problem.ts';
import { MAX_DEPTH, TOO_DEEP } from './read-result.ts';

export interface YamlDocument {
  readonly document?: Document.Parsed;
  readonly faults: readonly PlacedFault[];
}

/**
 * Reads one YAML 1.2 document. Depth is watched while the tokens come, before anything recursive sees them. Keys are
 * not compared here: the parser's own comparison takes quadratic time.
 */
export function parseYaml(text: string): YamlDocument {
  const tokens = readTokens(text);
  if ('faults' in tokens) return tokens;
  const options = { schema: 'core', uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
  const [document] = new Composer(options).compose(tokens.tokens, true, text.length);
  if (!document) return { faults: [] };
  const positionOf = lineFinder(text);
  const faults = [...document.errors, ...document.warnings].map((error) => syntaxFault(error, text, positionOf));
  return faults.length === 0 ? { document, faults } : { faults: onePerPlace(faults) };
}

function readTokens(text: string): { readonly tokens: readonly CST.Token[] } | { readonly faults: PlacedFault[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      documents += token.type === 'document' ? 1 : 0;
    }
    // A level is a collection on the parser's stack; below them lies the document, above them a scalar.
    if (parser.stack.length > MAX_DEPTH + 2)
      return { faults: [{ path: [], offset: parser.offset, message: TOO_DEEP }] };
    if (documents > 1) break;
  }
  tokens.push(...parser.end());
  const second = tokens.filter((token) => token.type === 'document')[1];
  const message = 'a second YAML document starts here; a pack is one document, so remove this "---" and what follows';
  return second ? { faults: [{ path: [], offset: second.offset, message }] } : { tokens };
}

function syntaxFault(error: YAMLError, text: string, positionOf: (offset: number) => Position): PlacedFault {
  const offset = error.pos[0];
  const lineStart = offset - positionOf(offset).column + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? '';
  if (error.code === 'TAB_AS_INDENT' || indent.includes('\t')) {
    const tab = lineStart + Math.max(0, indent.indexOf('\t'));
    return { path: [], offset: tab, message: 'a tab is used for indentation; YAML takes only spaces there' };
  }
  const [, quote] = /^Missing closing (["'])/.exec(error.message) ?? [];
  if (quote === undefined) return { path: [], offset, message: `not valid YAML: ${error.message}` };
  const opening = text.lastIndexOf(quote, offset - 1);
  return { path: [], offset: Math.max(0, opening), message: 'not valid YAML: the quotes that open here never close' };
}

function onePerPlace(faults: readonly PlacedFault[]): readonly PlacedFault[] {
  return [...new Map(faults.map((fault) => [fault.offset, fault])).values()];
}
