import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinClauses, quote, tidyClause } from './clause.ts';

describe('tidyClause', () => {
  it('removes empty parts, doubled spaces and stops at the ends', () => {
    expect(tidyClause('  a  cat,, , sitting .\n on a mat; ')).toBe('a cat, sitting . on a mat');
    expect(tidyClause(' ,.;!? ')).toBe('');
    expect(tidyClause('🐸, 蛙')).toBe('🐸, 蛙');
  });

  it('cuts between words where it can', () => {
    expect(tidyClause('a tall dark castle', 14)).toBe('a tall dark');
    expect(tidyClause('🐸🐸🐸', 3)).toBe('🐸');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidyClause(tidyClause(text))).toBe(tidyClause(text));
      }),
    );
  });
});

describe('joinClauses', () => {
  it('says nothing twice', () => {
    expect(joinClauses(['text', '', 'Text', 'frame'])).toBe('text, frame');
  });
});

describe('quote', () => {
  it('keeps punctuation but never closes early', () => {
    expect(quote('Slime: "The" Quest!', 100)).toBe(`"Slime: 'The' Quest!"`);
  });
});
