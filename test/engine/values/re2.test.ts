import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { isRe2 } from '../../../src/engine/values/re2';
import { count } from '../../support/share';

function reads(text: string): boolean {
  try {
    for (const each of [text, `^(?:${text})$`]) RE2JS.compile(each);
    return true;
  } catch {
    return false;
  }
}

test('a simple expression is read without the library just where the library reads it', () => {
  const simple = fc.string({ unit: fc.constantFrom(...Array.from('a9_:/ .()|*+-')), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(simple, (text) => {
      expect({ text, isRead: isRe2(text) }).toEqual({ text, isRead: reads(text) });
    }),
    { numRuns: count({ few: 1000, many: 5000 }) },
  );
});

test('groups as deep as a simple text can have them are read by both', () => {
  const deep = `${'('.repeat(250)}${')'.repeat(250)}`;
  expect([isRe2(deep), reads(deep)]).toEqual([true, true]);
});
