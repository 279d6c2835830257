import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { parseStrictYaml } from '../../../src/engine/values-file';
import type { Json } from '../../../src/engine/expr';
import { type HelmMajor, helm, temporaryDirectory, writeChart } from '../../support/helm';
import { canonical } from '../../support/manifests';
import { helmsAt, seedAt } from '../../support/share';

/** A chart that prints its value `v` and checks nothing. */
const ECHO = writeChart(
  new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: echo\nversion: 0.1.0\n'],
    ['templates/v.yaml', '{"v": {{ .Values.v | toJson }}}\n'],
  ]),
);

const REFUSED = 'refused';

/** What the real Helm reads at the key `v` of a values file with exactly this text. */
async function readByHelm(major: HelmMajor, text: string): Promise<string> {
  const file = path.join(temporaryDirectory(), 'values.yaml');
  fs.writeFileSync(file, text);
  const { code, stdout } = await helm(major, ['template', 'echo', ECHO, '--values', file]);
  if (code !== 0) return REFUSED;
  const { v } = JSON.parse(stdout.replace(/^---\n# Source: .*\n/, '')) as { readonly v: Json };
  return canonical(v);
}

function readByUs(text: string): string {
  try {
    const values = (parseStrictYaml(text) ?? {}) as Readonly<Record<string, Json>>;
    return canonical(values['v'] ?? null);
  } catch {
    return REFUSED;
  }
}

/** What Helms read. */
async function readings(majors: readonly HelmMajor[], text: string): Promise<readonly string[]> {
  return await Promise.all(majors.map((major) => readByHelm(major, text)));
}

/** Texts with their names, and the Helms that each is given to. */
function given<T>(
  texts: Readonly<Record<string, T>>,
): readonly { name: string; text: T; majors: readonly HelmMajor[] }[] {
  return Object.entries(texts).map(([name, text], turn) => ({ name, text, majors: helmsAt(turn) }));
}

/** Plain scalars with a meaning of their own in some release of YAML, or nearly so. */
const SCALARS = `
  y Y n N yes Yes YES yEs no No NO nO on On ON oN off Off OFF oFF true True TRUE tRue false False FALSE fALSE
  null Null NULL nULL ~ ~~ nan inf Infinity <<a =
  0 -0 +0 00 -00 0.0 -0.0 1. .1 . + +. -. - -- +-1 -+1 1- 1+ .. ...a 1..2
  1.e3 1e+3 1E3 1e .e3 +.e3 .5e3 12e03 -2E+05 0e0 1e23 1e400 -1e400 .1e400 1e-400 5e-324 1.7976931348623157e308 1e1_0 1e3.5
  1_ _1 -_1 1__0 1_000 1_000.5 1_.5 1._5 ._5 .5_ -.5_ 1.5_e3 0_ 0__ _ __ 685_230.15 685.230_15e+03
  0777 -0777 +0777 07_77 0_777 08 09 -08 018 08.5 08e1 0777.5 0o17 0O17 -0o17 0o8 0o1_7 0o_17 0o
  0x1f 0X1f -0x1f +0x1f 0x 0xG 0x_1 0x1p4 0x1.8 0b101 0B11 -0b101 0b2 0b 0b1_0 0b-1 0b+1 -0b-1
  9007199254740993 -9223372036854775808 -9223372036854775809 9223372036854775808 +9223372036854775808 18446744073709551615
  18446744073709551616 0xffffffffffffffff 0xfffffffffffffffff 01777777777777777777777 07777777777777777777777
  2020-01-01 2020-1-1 2020-01-01T00:00:00Z 2020-01-01T00:00:00.5-05:00 20200101 1:30 1:30:00 -1:30 190:20:30.15 1:60
  25% 1.36.2 1.36 10.0.0.0/8 250m 1Gi 1e3Gi sha256:0 :a a:b a#b http://a:1/b
`
  .split(/\s+/)
  .filter((scalar) => scalar !== '');

function asList(scalars: readonly string[]): string {
  return `v:\n${scalars.map((scalar) => `- ${scalar}\n`).join('')}`;
}

const RANDOM = fc
  .sample(
    fc.string({ unit: fc.constantFrom(...Array.from('00112789+-._eExXoObBaAfFn:tTzZ~')), minLength: 1, maxLength: 8 }),
    {
      seed: seedAt(51),
      numRuns: 4000,
    },
  )
  .filter((scalar) => readByUs(asList([scalar])) !== REFUSED);

describe('a plain scalar is what Go reads:', () => {
  test.each([
    [`${String(SCALARS.length)} with a meaning in some release of YAML`, SCALARS],
    [`${String(RANDOM.length)} at random`, RANDOM],
  ])('%s', async (_, scalars) => {
    const ours = JSON.parse(readByUs(asList(scalars))) as readonly Json[];
    expect(ours).toHaveLength(scalars.length);
    for (const text of await readings(['helm3', 'helm4'], asList(scalars))) {
      const theirs = JSON.parse(text) as readonly Json[];
      const unlike = scalars.filter((__, i) => canonical(theirs[i]) !== canonical(ours[i]));
      expect(unlike).toEqual([]);
    }
  });

  test('and all of them are read', () => {
    expect(RANDOM.length).toBeGreaterThan(3800);
    expect(SCALARS.filter((scalar) => readByUs(asList([scalar])) === REFUSED)).toEqual([]);
  });
});

/** Texts that mean the same to all three. */
const ALIKE: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a comment alone': '# nothing\n',
  null: 'null\n',
  'the start and the end of a document': '---\nv: a\n...\n',
  'CRLF in all kinds of text': 'v:\r\n  a: b\r\n  c: |\r\n    d\r\n    e\r\n  f: "g\r\n    h"\r\n  i: j\r\n    k\r\n',
  'block texts': 'v:\n- |\n  a\n   b\n\n- |-\n  a\n- |+\n  a\n\n- >\n  a\n  b\n\n   c\n  d\n- >-\n  a\n- |2\n   a\n',
  'quoted texts': 'v: ["a\\tb\\x41\\u00e9\\U0001F600\\\\", \'it\'\'s\', "a\n  b", "on", \'1\', "~"]\n',
  'flow and JSON': 'v: {"a":1,"b":[true,null,"x"],c: {d: e,},f: [1,2,],}\n',
  'a list below its key, without indentation': 'v:\n- a\n- b: c\n  d: e\n',
  'tabs after values': 'v:\t a \t# comment\n',
  'anchors of scalars, lists and maps': 'a: &a on\nb: &b [*a, 2]\nc: &c {d: *b}\nv: [*a, *b, *c, *c]\n',
  'a merge, whose map gives way': 'a: &a {x: 1, y: {z: 1}}\nv: {<<: *a, y: {w: 2}, u: 3}\n',
  'a merge of several maps, the first of which wins': 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nv:\n  <<: [*a, *b]\n  z: 3\n',
  'an alias that a later anchor of the name replaces': 'a: &x 1\nb: &x 2\nv: *x\n',
  '<< in quotes, and as a value': 'v: {"<<": {a: 1}, b: <<}\n',
  'keys that are numbers or words': 'v: {1: a, 20: b, on: c, no: d, true1: e}\n',
  'long keys written with a question mark': 'v:\n  ? a b\n  : c\n  ? d\n',
  'a text with a tag': 'v:\n- !!str 1\n- !!str on\n- !!str\n',
  'nothing and empty text': 'v: [~, "", \'\', {a: }]\n',
  emoji: 'v: "\u{1f600}\u200d\ue000"\n',
};

/** Texts that are refused by all three. */
const REFUSED_BY_ALL: Readonly<Record<string, string>> = {
  'an open bracket': 'v: [a\n',
  'an open quote': 'v: "a\n',
  'a key without a colon': 'v: a\nb\n',
  'two colons': 'v: a: b\n',
  'a tab as indentation': 'v:\n\ta: 1\n',
  'a line further out than its list': 'v:\n  - a\n - b\n',
  'an escape that does not exist': 'v: "\\q"\n',
  'an alias without an anchor': 'v: *a\n',
  'an alias of the list it is in': 'v: &a [*a]\n',
  'a merge with something else than a map': 'a: &a [1]\nv:\n  <<: *a\n',
  'a null as key': 'v: {~: a}\n',
  'a list as key': 'v: {[1]: a}\n',
  'infinity and not-a-number': 'v: [.inf, -.Inf, .nan]\n',
  'a reserved character': 'v: @a\n',
  'a control character': 'v: a\u0007b\n',
  'another release of YAML': '%YAML 1.2\n---\nv: on\n',
};

/** Texts that Helm reads, but not every parser alike, or not as one would think. */
const REFUSED_BY_US: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  'a second document, which Helm 3 leaves out': ['v: a\n---\nv: b\n', /^expected one YAML document, got 2 of them; /],
  'a repeated key, of which Helm drops one': ['v: 1\nv: 2\n', /^expected YAML, got .* unique at line 2, column 1; /],
  'a merge that replaces what stands before it': ['a: &a {x: 1}\nv:\n  x: 2\n  <<: *a\n', /^expected << .* line 4; /],
  'two merges': ['a: &a {x: 1}\nv:\n  <<: *a\n  <<: *a\n', /^expected << once, as the first key, got it at line 4; /],
  'a tag': ['v: !!binary aGk=\n', /^expected YAML, got an error: Unresolved tag: .*binary at line 1, column 4; /],
  'a tag of a number': ['v: !!float 3\n', /^expected a value without a tag, got !!float at line 1; remove the tag$/],
  'a fraction as key': [
    'v: {1e6: a}\n',
    /^expected a text as key, got something else at line 1; put the key in quotes$/,
  ],
  'a colon with nothing behind it': ['v: [a:]\n', /^expected a text as key/],
  'a question mark that touches its key': ['v: {?a: b}\n', /^expected text or a finite number, got \?a at line 1; /],
  'an odd name of an anchor': ['v: &a:b c\n', /^expected an anchor of letters, digits, - and _, got &a:b at line 1; /],
  'a line separator, a line end to Go alone': [
    'v: "a\u2028b"\n',
    /^expected printable text, got the character \\u2028 at line 1; write "\\u2028", in double quotes$/,
  ],
  'a line end of old': ['v: a\rw: b\n', /^expected printable text, got the character \\u000d at line 1; /],
  'a directive': ['%TAG ! tag:a.b,2000:\n---\nv: a\n', /^expected YAML 1.1 without directives, got "%TAG .*"; /],
  'a bracket that closes too far out': [
    'v: [\n1\n]\n',
    /^expected YAML, got an error: Flow sequence .*; correct the file$/,
  ],
  'what nests too deep': [
    `v: ${'['.repeat(300)}${']'.repeat(300)}\n`,
    /got an error: too deep a nesting; correct the file$/,
  ],
};

describe('a values file means what Helm reads in it:', () => {
  test.each(given(ALIKE))('$name', async ({ text, majors }) => {
    expect(readByUs(text)).not.toBe(REFUSED);
    expect(new Set(await readings(majors, text))).toEqual(new Set([readByUs(text)]));
  });

  test.each(given(REFUSED_BY_ALL))('$name is refused', async ({ text, majors }) => {
    expect(new Set([readByUs(text), ...(await readings(majors, text))])).toEqual(new Set([REFUSED]));
  });
});

describe('what parsers read differently is refused in one line that says what to do:', () => {
  test.each(Object.entries(REFUSED_BY_US))('%s', async (_, [text, message]) => {
    expect(await readByHelm('helm3', text)).not.toBe(REFUSED);
    expect(() => parseStrictYaml(text)).toThrow(message);
    expect(() => parseStrictYaml(text)).not.toThrow('\n');
  });

  test.each([
    ['a billion laughs', `a0: &a0 [x]\n${laughs(12)}v: *a12\n`, /^expected YAML, got an error: Excessive alias count/],
    ['a hundred thousand brackets', `v: ${'['.repeat(100_000)}`, /^expected YAML, got an error: /],
  ])('%s', (_, text, message) => {
    expect(() => parseStrictYaml(text)).toThrow(message);
  });
});

function laughs(levels: number): string {
  const line = (i: number): string => `a${String(i)}: &a${String(i)} [${`*a${String(i - 1)}, `.repeat(9)}]\n`;
  return Array.from({ length: levels }, (_, i) => line(i + 1)).join('');
}
