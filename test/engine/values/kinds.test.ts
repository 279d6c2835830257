import {
  bool,
  choice,
  int,
  intChoice,
  intOrPercent,
  number,
  optionalInt,
  section,
  text,
} from '../../../src/engine/values';
import { ABOUT as d, type Kind, TEXT, describeKinds } from './kind';

const KINDS: Readonly<Record<string, Kind>> = {
  switch: {
    leaf: bool({ description: d, default: true }),
    type: 'boolean',
    tsType: 'boolean',
    accepted: [true, false],
    refused: [
      ['true', ': expected boolean (true or false), got string "true"'],
      [0, ': expected boolean (true or false), got number 0'],
      [[], ': expected boolean (true or false), got array'],
      [{}, ': expected boolean (true or false), got object'],
    ],
  },
  'whole number in bounds': {
    leaf: int({ description: d, default: 1, min: 1, max: 5 }),
    type: 'integer',
    tsType: 'number',
    accepted: [1, 3, 5],
    refused: [
      [0, ': expected an integer >= 1 and <= 5, got 0'],
      [6, ': expected an integer >= 1 and <= 5, got 6'],
      [1.5, ': expected integer (an integer >= 1 and <= 5), got number 1.5'],
      ['1', ': expected integer (an integer >= 1 and <= 5), got string "1"'],
    ],
  },
  'whole number': {
    leaf: int({ description: d, default: 1 }),
    type: 'integer',
    tsType: 'number',
    accepted: [-2147483648, 0, 2147483647],
    refused: [
      [2147483648, ': expected at most 2147483647, got 2147483648'],
      // Go would print another number.
      [-1e300, ': expected at least -2147483648, got -1e+300'],
    ],
  },
  'whole number with a least value': {
    leaf: int({ description: d, default: 1, min: 0 }),
    type: 'integer',
    tsType: 'number',
    accepted: [0, 2147483647],
    refused: [
      [-1, ': expected an integer >= 0, got -1'],
      [2147483648, ': expected at most 2147483647, got 2147483648'],
    ],
  },
  'whole number with a greatest value': {
    leaf: int({ description: d, default: 1, max: 4294967296 }),
    type: 'integer',
    tsType: 'number',
    accepted: [-1, 4294967296],
    refused: [[4294967297, ': expected an integer <= 4294967296, got 4294967297']],
  },
  'choice of numbers': {
    leaf: intChoice([10, 25], { description: d, default: 10 }),
    type: 'integer',
    tsType: '10 | 25',
    accepted: [10, 25],
    refused: [
      [11, ': expected one of 10, 25, got 11'],
      ['10', ': expected one of 10, 25, got "10"'],
    ],
  },
  'whole number or not set': {
    leaf: optionalInt({ description: d, default: '', min: 0 }),
    type: 'optionalInteger',
    tsType: "number | ''",
    accepted: ['', 0, 7],
    refused: [
      [-1, ': expected an integer >= 0, or "", got -1'],
      ['1', ': expected an integer >= 0, or "", got "1"'],
      [0.5, ': expected integer or string (an integer >= 0, or ""), got number 0.5'],
    ],
  },
  number: {
    leaf: number({ description: d, default: 1, min: 0, max: 1 }),
    type: 'number',
    tsType: 'number',
    accepted: [0, 0.25, 1],
    refused: [
      [1.01, ': expected a number >= 0 and <= 1, got 1.01'],
      ['1', ': expected number (a number >= 0 and <= 1), got string "1"'],
    ],
  },
  'whole number or percentage': {
    leaf: intOrPercent({ description: d, default: '25%' }),
    type: 'scalar',
    tsType: 'number | string',
    accepted: [0, 2147483647, '0%', '25%', '100%'],
    refused: [
      ...[-1, '25', '%', '1000%', '25%%', 'a25%'].map(
        (value) =>
          [value, `: expected an integer >= 0 or a percentage such as "25%", got ${JSON.stringify(value)}`] as const,
      ),
      [2147483648, ': expected at most 2147483647, got 2147483648'],
      [1.5, ': expected integer or string (an integer >= 0 or a percentage such as "25%"), got number 1.5'],
    ],
  },
  text: {
    leaf: text({ description: d, default: '' }),
    type: 'string',
    tsType: 'string',
    accepted: ['', 'a\n\tb\r', 'caf\u00e9', '\u{1f600}', '\ue000', '\u2028'],
    refused: [
      ['a\u0007', `: expected ${TEXT}, got "a\\u0007"`],
      ['\u0085', `: expected ${TEXT}, got "\\u0085"`],
      ['\ufeff', `: expected ${TEXT}, got "\ufeff"`],
      [1, `: expected string (${TEXT}), got number 1`],
    ],
  },
  'text of a format': {
    leaf: text({ description: d, default: 'a', format: 'portName' }),
    type: 'string',
    tsType: 'string',
    accepted: ['a', 'a-1', 'x'.repeat(15)],
    refused: ['', 'A', '-a', 'x'.repeat(16)].map((value) => [
      value,
      `: expected a port name (a-z, 0-9, -) of at most 15 characters, got "${value}"`,
    ]),
  },
  'text of a format, or not set': {
    leaf: text({ description: d, default: '', format: 'portName' }),
    type: 'string',
    tsType: 'string',
    accepted: ['', 'a'],
    refused: [['A', ': expected a port name (a-z, 0-9, -) of at most 15 characters, or "", got "A"']],
  },
  choice: {
    leaf: choice(['a', 'b c'], { description: d, default: 'a' }),
    type: 'string',
    tsType: "'a' | 'b c'",
    accepted: ['a', 'b c'],
    refused: [['c', ': expected one of "a", "b c", got "c"']],
  },
};

describeKinds(KINDS);

test('a value names the page that defines it', () => {
  expect(bool({ description: d, default: true, see: 'https://example.test' })).toMatchObject({
    see: 'https://example.test',
  });
});

describe('a section refuses a key that a parser of YAML 1.1 or Helm takes for something else:', () => {
  test.each(['y', 'N', 'yes', 'NO', 'on', 'Off', 'true', 'False', 'null', '~', 'global'])('%s', (key) => {
    expect(() =>
      section('S.', { ok: bool({ description: d, default: true }), [key]: bool({ description: d, default: true }) }),
    ).toThrow(`a value cannot be called "${key}": YAML or Helm reads that key as something else`);
  });

  test('and no key that only looks like one', () => {
    const leaf = bool({ description: d, default: true });
    expect(Object.keys(section('S.', { yes1: leaf, only: leaf, xon: leaf, globals: leaf }).children)).toHaveLength(4);
  });
});
