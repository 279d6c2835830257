import * as fc from 'fast-check';
import { printYaml } from '../../../src/engine/output';
import { printOrdinary } from '../../../src/engine/output/ordinary-yaml';
import { printAny } from '../../../src/engine/output/yaml';
import { coderManifestFiles } from '../../../src/cli';
import { parseStrictYaml } from '../../../src/engine/values-file';
import { HOSTILE } from '../../support/arbitraries';
import { count } from '../../support/share';

const NEARLY_NUMBERS = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-+_:/ xbome%')), maxLength: 8 });
const PIECES = fc.string({
  unit: fc.constantFrom(
    ...Array.from('aZ09_$/-+.:,#?!|>%@&*=<~"\'`[]{}()\\ \n\t\u00e9\u2028\ufeff'),
    '\ud83d\ude00',
    ': ',
    ' #',
    '\n\n',
  ),
  maxLength: 12,
});
const WORDS = fc.constantFrom(
  'yes',
  'No',
  'nULL',
  'null',
  '~',
  '<<',
  '1e3',
  '0x1f',
  '2001-12-14',
  '190:20',
  '.inf',
  '1_0',
  '-',
  '---',
  '%a',
);
const TEXTS = fc.oneof(PIECES, NEARLY_NUMBERS, WORDS, fc.constantFrom(...HOSTILE), fc.lorem({ maxCount: 60 }));
const SCALARS = fc.oneof(
  { weight: 4, arbitrary: TEXTS },
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const DATA = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    SCALARS,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(TEXTS, tie('node'), { maxKeys: 3 }),
  ),
})).node;

test('what is ordinary is printed as the library prints it', () => {
  fc.assert(
    fc.property(DATA, (value) => {
      const printed = printOrdinary(value);
      if (printed !== undefined) expect(printed).toBe(printAny(value));
    }),
    { numRuns: count({ few: 500, many: 3000 }) },
  );
});

test.each([
  '',
  'a',
  'a b',
  '"',
  "it's",
  `"'`,
  'a: b',
  '8080',
  '1.5',
  '1Gi',
  'a\nb',
  'a\n\n  b\n',
  '{\n  "a": 1\n}',
  true,
  0,
  -1.5,
  [],
  {},
])('%j is ordinary', (value) => {
  for (const data of [
    { key: value },
    [value],
    { key: [value] },
    [[value]],
    { outer: { inner: value, gone: undefined } },
  ])
    expect(printOrdinary(data)).toBe(printAny(data));
});

test('all that the default values make is ordinary', () => {
  for (const text of coderManifestFiles({}, { releaseName: 'coder', namespace: 'coder' }).values()) {
    const data = parseStrictYaml(text);
    expect(printOrdinary(data)).toBe(printYaml(data));
  }
});
