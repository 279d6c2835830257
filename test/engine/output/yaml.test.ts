import * as fc from 'fast-check';
import { parse } from 'yaml';
import { printYaml } from '../../../src/engine/output';
import { GO_YAML } from '../../../src/engine/values-file/go-yaml';
import { HOSTILE } from '../../support/arbitraries';
import { count } from '../../support/share';

/** Texts that come near to numbers, which Go reads in more spellings than any YAML has. */
const NEARLY_NUMBERS = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789+-._eExXoObBinfINFa:<=')),
  maxLength: 7,
});

/** A merge key is no key of an object that Kubernetes knows. */
function dataWith(text: string): object {
  return text === '<<' ? { list: [text] } : { [text]: text, list: [text] };
}

function readBack(text: string): unknown {
  return parse(printYaml(dataWith(text)), GO_YAML);
}

test('what is printed is what Go reads, whatever the texts', () => {
  for (const text of [...HOSTILE, '0o17', '-0o7', '0O17', '1_', '0b+0', '+0x_1', '1__0.5e3'])
    expect(readBack(text)).toEqual(dataWith(text));
  fc.assert(
    fc.property(NEARLY_NUMBERS, (text) => {
      expect(readBack(text)).toEqual(dataWith(text));
    }),
    { numRuns: count({ few: 500, many: 3000 }) },
  );
});

test('what Go takes for the end of a line, or does not read, is written as an escape', () => {
  for (const odd of ['\u2028', '\u2029', '\u0085', '\u007f', '\ufeff', '\ufffe'])
    for (const text of [odd, `a${odd}b`, `a\nb${odd}`, `it's "${odd}"`, ` ${odd}: `, `\\${odd}`]) {
      expect(printYaml(dataWith(text))).not.toContain(odd);
      expect(readBack(text)).toEqual(dataWith(text));
    }
});

test('plain texts have no quotes, so that a diff is small', () => {
  const texts = ['coder', '1.36.2', '250m', '10.0.0.0/8', '5m', 'sha256:0', '2-cores', '1Gi', 'kubernetes.io/os'];
  expect(printYaml(texts)).toBe(texts.map((text) => `- ${text}\n`).join(''));
});
