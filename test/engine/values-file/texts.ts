import type { Json } from '../../../src/engine/expr';

/** Plain scalars with a meaning of their own in some release of YAML, or nearly so, by what Go reads in them, as JSON. */
const WITH_A_MEANING: Readonly<Record<string, string>> = {
  '0': '0 -0 +0 00 -00 0.0 -0.0 0e0 1e-400 0_ 0__',
  '1': '1. 1_ 0x_1 0b+1',
  '2': '0b1_0',
  '3': '0B11',
  '5': '0b101',
  '8': '08',
  '9': '09',
  '10': '1__0',
  '15': '0o17 0O17 0o1_7 0o_17',
  '18': '018',
  '31': '0x1f 0X1f +0x1f',
  '80': '08e1',
  '500': '.5e3',
  '511': '0777 +0777 07_77 0_777',
  '1000': '1.e3 1e+3 1E3 1_000',
  '1500': '1.5_e3',
  '12000': '12e03',
  '20200101': '20200101',
  true: 'y Y yes Yes YES on On ON true True TRUE',
  false: 'n N no No NO off Off OFF false False FALSE',
  null: 'null Null NULL ~',
  '0.1': '.1',
  '-200000': '-2E+05',
  '1e+23': '1e23',
  '5e-324': '5e-324',
  '1.7976931348623157e+308': '1.7976931348623157e308',
  '10000000000': '1e1_0',
  '-1': '-_1 0b-1',
  '1000.5': '1_000.5',
  '1.5': '1_.5 1._5',
  '-0.5': '-.5_',
  '685230.15': '685_230.15 685.230_15e+03',
  '-511': '-0777',
  '-8': '-08',
  '8.5': '08.5',
  '777.5': '0777.5',
  '-15': '-0o17',
  '-31': '-0x1f',
  '-5': '-0b101',
  '9007199254740992': '9007199254740993',
  '-9223372036854776000': '-9223372036854775808 -9223372036854775809',
  '9223372036854776000': '9223372036854775808 +9223372036854775808',
  '18446744073709552000': '18446744073709551615 18446744073709551616 0xffffffffffffffff 01777777777777777777777',
  '7.777777777777777e+21': '07777777777777777777777',
  '1.36': '1.36',
};

/** Those that are text to Go. */
const TEXTS = `
  yEs nO oN oFF tRue fALSE nULL ~~ nan inf Infinity <<a = . + +. -. -- +-1 -+1 1- 1+ .. ...a 1..2 1e .e3 +.e3 1e400 -1e400 .1e400
  1e3.5 _1 ._5 .5_ _ __ 0o8 0o 0x 0xG 0x1p4 0x1.8 0b2 0b -0b-1 0xfffffffffffffffff 2020-01-01 2020-1-1 2020-01-01T00:00:00Z
  2020-01-01T00:00:00.5-05:00 1:30 1:30:00 -1:30 190:20:30.15 1:60 25% 1.36.2 10.0.0.0/8 250m 1Gi 1e3Gi sha256:0 :a a:b a#b
  http://a:1/b
`;

/** Both, each with what Go reads in it. */
export const SCALARS: ReadonlyMap<string, Json> = new Map([
  ...Object.entries(WITH_A_MEANING).flatMap(([json, all]) =>
    words(all).map((one) => [one, JSON.parse(json) as Json] as const),
  ),
  ...words(TEXTS).map((one) => [one, one] as const),
]);

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Texts that mean the same to all three. */
export const ALIKE: Readonly<Record<string, readonly [text: string, meaning: Json]>> = {
  'nothing at all': ['', null],
  'a comment alone': ['# nothing\n', null],
  null: ['null\n', null],
  'the start and the end of a document': ['---\nv: a\n...\n', 'a'],
  'CRLF in all kinds of text': [
    'v:\r\n  a: b\r\n  c: |\r\n    d\r\n    e\r\n  f: "g\r\n    h"\r\n  i: j\r\n    k\r\n',
    { a: 'b', c: 'd\ne\n', f: 'g h', i: 'j k' },
  ],
  'block texts': [
    'v:\n- |\n  a\n   b\n\n- |-\n  a\n- |+\n  a\n\n- >\n  a\n  b\n\n   c\n  d\n- >-\n  a\n- |2\n   a\n',
    ['a\n b\n', 'a', 'a\n\n', 'a b\n\n c\nd\n', 'a', ' a\n'],
  ],
  'quoted texts': [
    'v: ["a\\tb\\x41\\u00e9\\U0001F600\\\\", \'it\'\'s\', "a\n  b", "on", \'1\', "~"]\n',
    ['a\tbA\u00e9\ud83d\ude00\\', "it's", 'a b', 'on', '1', '~'],
  ],
  'flow and JSON': [
    'v: {"a":1,"b":[true,null,"x"],c: {d: e,},f: [1,2,],}\n',
    { a: 1, b: [true, null, 'x'], c: { d: 'e' }, f: [1, 2] },
  ],
  'a list below its key, without indentation': ['v:\n- a\n- b: c\n  d: e\n', ['a', { b: 'c', d: 'e' }]],
  'tabs after values': ['v:\t a \t# comment\n', 'a'],
  'anchors of scalars, lists and maps': [
    'a: &a on\nb: &b [*a, 2]\nc: &c {d: *b}\nv: [*a, *b, *c, *c]\n',
    [true, [true, 2], { d: [true, 2] }, { d: [true, 2] }],
  ],
  'a merge, whose map gives way': [
    'a: &a {x: 1, y: {z: 1}}\nv: {<<: *a, y: {w: 2}, u: 3}\n',
    { x: 1, true: { w: 2 }, u: 3 },
  ],
  'a merge of several maps, the first of which wins': [
    'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nv:\n  <<: [*a, *b]\n  z: 3\n',
    { x: 1, true: 2, z: 3 },
  ],
  'an alias that a later anchor of the name replaces': ['a: &x 1\nb: &x 2\nv: *x\n', 2],
  '<< in quotes, and as a value': ['v: {"<<": {a: 1}, b: <<}\n', { '<<': { a: 1 }, b: '<<' }],
  'keys that are numbers or words': [
    'v: {1: a, 20: b, on: c, no: d, true1: e}\n',
    { '1': 'a', '20': 'b', true: 'c', false: 'd', true1: 'e' },
  ],
  'long keys written with a question mark': ['v:\n  ? a b\n  : c\n  ? d\n', { 'a b': 'c', d: null }],
  'a text with a tag': ['v:\n- !!str 1\n- !!str on\n- !!str\n', ['1', 'on', '']],
  'nothing and empty text': ['v: [~, "", \'\', {a: }]\n', [null, '', '', { a: null }]],
  emoji: ['v: "\u{1f600}\u200d\ue000"\n', '\ud83d\ude00\u200d\ue000'],
};

/** Texts that are refused by all three. */
export const REFUSED_BY_ALL: Readonly<Record<string, string>> = {
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
export const REFUSED_BY_US: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  'a second document, which Helm 3 leaves out': [
    'v: a\n---\nv: b\n',
    /^expected one YAML document, got 2 of them; give each a file of its own$/,
  ],
  'a repeated key, of which Helm drops one': ['v: 1\nv: 2\n', /^expected YAML, got .* unique at line 2, column 1; /],
  'a merge that replaces what stands before it': [
    'a: &a {x: 1}\nv:\n  x: 2\n  <<: *a\n',
    /^expected << once, as the first key, got it at line 4; move it up; a list merges several maps$/,
  ],
  'two merges': ['a: &a {x: 1}\nv:\n  <<: *a\n  <<: *a\n', /^expected << once, as the first key, got it at line 4; /],
  'a tag': ['v: !!binary aGk=\n', /^expected YAML, got an error: Unresolved tag: .*binary at line 1, column 4; /],
  'a tag of a number': ['v: !!float 3\n', /^expected a value without a tag, got !!float at line 1; remove the tag$/],
  'a fraction as key': [
    'v: {1e6: a}\n',
    /^expected a text as key, got something else at line 1; put the key in quotes$/,
  ],
  'a colon with nothing behind it': ['v: [a:]\n', /^expected a text as key/],
  'a question mark that touches its key': [
    'v: {?a: b}\n',
    /^expected text or a finite number, got \?a at line 1; put text in quotes$/,
  ],
  'an odd name of an anchor': [
    'v: &a:b c\n',
    /^expected an anchor of letters, digits, - and _, got &a:b at line 1; rename it$/,
  ],
  'a line separator, a line end to Go alone': [
    'v: "a\u2028b"\n',
    /^expected printable text, got the character \\u2028 at line 1; write "\\u2028", in double quotes$/,
  ],
  'a line end of old': ['v: a\rw: b\n', /^expected printable text, got the character \\u000d at line 1; /],
  'a directive': [
    '%TAG ! tag:a.b,2000:\n---\nv: a\n',
    /^expected YAML 1.1 without directives, got "%TAG .*"; remove the line$/,
  ],
  'a bracket that closes too far out': [
    'v: [\n1\n]\n',
    /^expected YAML, got an error: Flow sequence .*; correct the file$/,
  ],
  'what nests too deep': [
    `v: ${'['.repeat(300)}${']'.repeat(300)}\n`,
    /got an error: too deep a nesting; correct the file$/,
  ],
};
