import { parse } from 'yaml';
import { parseStrictYaml } from '../../../src/engine/values-file';
import { GO_YAML } from '../../../src/engine/values-file/go-yaml';
import { ALIKE, REFUSED_BY_ALL, REFUSED_BY_US, SCALARS } from './texts';

test.each([...SCALARS])('the plain scalar %s is %j', (scalar, meaning) => {
  expect(parseStrictYaml(`- ${scalar}\n`)).toEqual([meaning]);
  expect(parseStrictYaml(`k: ${scalar}\n`)).toEqual({ k: meaning });
});

test('infinity and what is no number are numbers to Go, if written exactly so', () => {
  const numbers = ['.inf', '+.Inf', '-.INF', '.nan', '.NaN'];
  const texts = [
    '.infx',
    'x.inf',
    '+.nan',
    '.nanx',
    '.iNF',
    '1.inf',
    '+-.inf',
    '.5x',
    'x.5',
    '0b+12',
    '00b+1',
    '0b+1x',
  ];
  expect(parse(`[${numbers.join(', ')}]`, GO_YAML)).toEqual([Infinity, Infinity, -Infinity, NaN, NaN]);
  expect(parse(`[${texts.join(', ')}]`, GO_YAML)).toEqual(texts);
});

test.each(Object.entries(ALIKE))('%s is read', (_, [text, meaning]) => {
  expect(parseStrictYaml(text) ?? {}).toEqual(text.includes('v:') ? expect.objectContaining({ v: meaning }) : {});
});

test.each(Object.entries(REFUSED_BY_ALL))('%s is refused, in one line', (_, text) => {
  expect(() => parseStrictYaml(text)).toThrow(/^expected .*, got .*; .*$/);
  expect(() => parseStrictYaml(text)).not.toThrow('\n');
});

describe('what parsers read differently is refused in one line that says what to do:', () => {
  test.each(Object.entries(REFUSED_BY_US))('%s', (_, [text, message]) => {
    expect(() => parseStrictYaml(text)).toThrow(message);
    expect(() => parseStrictYaml(text)).not.toThrow('\n');
  });
});

test.each([
  ['a billion laughs', `a0: &a0 [x]\n${laughs(12)}v: *a12\n`, /^expected YAML, got an error: Excessive alias count/],
  ['twenty thousand brackets', `v: ${'['.repeat(20_000)}`, /^expected YAML, got an error: /],
  [
    '201 lists in each other',
    `${'['.repeat(201)}${']'.repeat(201)}`,
    /^expected YAML, got an error: too deep a nesting; /,
  ],
])('%s: refused', (_, text, message) => {
  expect(() => parseStrictYaml(text)).toThrow(message);
});

test('200 lists in each other are read', () => {
  expect(() => parseStrictYaml(`${'['.repeat(200)}${']'.repeat(200)}`)).not.toThrow();
});

function laughs(levels: number): string {
  const line = (i: number): string => `a${String(i)}: &a${String(i)} [${`*a${String(i - 1)}, `.repeat(9)}]\n`;
  return Array.from({ length: levels }, (_, i) => line(i + 1)).join('');
}

/** Characters at the edges of what Go's parser takes. */
test.each([
  ...['\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\u009f', '\u0085', '\u2028', '\u2029', '\uffff', '\ufffe'],
  ...['\ud800', '\udfff', '\ufeff'],
])('the character %j is refused in the line where it is', (character) => {
  const code = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  expect(() => parseStrictYaml(`a: b\nc: "d${character}"\n`)).toThrow(
    `expected printable text, got the character ${code} at line 2; write "${code}", in double quotes`,
  );
});

test.each([
  ' ',
  '~',
  '\u00a0',
  '\u2027',
  '\u202a',
  '\ud7ff',
  '\ue000',
  '\ufefe',
  '\uff00',
  '\ufffd',
  '\u{10000}',
  '\u{10ffff}',
])('the character %j is read', (character) => {
  expect(parseStrictYaml(`a: "<${character}>"\n`)).toEqual({ a: `<${character}>` });
});
