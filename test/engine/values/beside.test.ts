import {
  CHART_VERSION_ABOUT,
  type Section,
  bool,
  choice,
  labels,
  section,
  text,
  valuesSchema,
} from '../../../src/engine/values';
import { problemsOf, witnessOf } from './witness';

const flag = bool({ description: 'A switch.', default: true });
const VALUES = section('All.', { flag });
const NEWER = section('All.', {
  flag,
  web: section('Web.', { name: text({ description: 'A name.', default: '', since: '0.2.0' }) }),
});
const OWN = section('All.', {
  enabled: choice(['a', 'b'], { description: 'Own.', default: 'a' }),
  chartVersion: labels({ description: 'Own.', default: {}, since: '0.2.0' }),
  'x-own': flag,
});

const IS_ENABLED = 'true (only the condition of a parent chart switches a chart off)';

/** What is given beside the values of a chart, and what is said of it. */
const BESIDE: readonly (readonly [title: string, values: Section, given: object, words: readonly string[]])[] = [
  ['values that a parent chart shares', VALUES, { global: { a: [{}] } }, []],
  ['shared values that are no map', VALUES, { global: [] }, ['global: expected object (a map), got array']],
  ['the condition of a parent chart', VALUES, { enabled: true }, []],
  ['a condition that does not hold', VALUES, { enabled: false }, [`enabled: expected ${IS_ENABLED}, got false`]],
  ['anchors of YAML', VALUES, { 'x-a': 1, 'x-': null }, []],
  [
    'keys that only look like anchors',
    VALUES,
    { x: 1, 'a-x-': 1, X_a: 1 },
    ['x', 'a-x-', 'X_a'].map((key) => `${key}: expected one of the keys flag, got an unknown key`),
  ],
  [
    'the version of a chart where all values are as old',
    VALUES,
    { chartVersion: '1.0.0' },
    ['chartVersion: expected one of the keys flag, got an unknown key'],
  ],
  ['the version of a chart where some values are newer', NEWER, { chartVersion: '1.0.0' }, []],
  [
    'a version that is no text',
    NEWER,
    { chartVersion: 1 },
    ['chartVersion: expected string (the version of a chart), got number 1'],
  ],
  ['own values of these names', OWN, { enabled: 'b', chartVersion: { a: 'b' }, 'x-own': false }, []],
  [
    'own values of these names that are wrong',
    OWN,
    { enabled: true, chartVersion: '1.0.0', 'x-own': 1 },
    [
      'enabled: expected one of "a", "b", got true',
      'chartVersion: expected object (a map of texts), got string "1.0.0"',
      'x-own: expected boolean (true or false), got number 1',
    ],
  ],
  [
    'these keys in a section',
    NEWER,
    { web: { global: {}, 'x-a': 1 } },
    ['global', 'x-a'].map((key) => `web.${key}: expected one of the keys name, got an unknown key`),
  ],
];

describe('beside the values of a chart, a values file', () => {
  test.each(BESIDE)('may have, or may not have, %s', (_, values, given, words) => {
    expect(problemsOf(values, given)).toEqual(words.map((line) => `values.${line}`));
    expect(witnessOf(values)(given)).toBe(words.length === 0);
  });

  test('is told by the schema what that is for', () => {
    const { properties = {}, patternProperties } = valuesSchema(NEWER);
    expect(properties).toMatchObject({
      global: { type: 'object', description: 'Values that a parent chart shares; not used here.' },
      enabled: { enum: [true], description: 'For the condition of a parent chart.' },
      chartVersion: { type: 'string', title: 'the version of a chart', description: CHART_VERSION_ABOUT },
    });
    expect(patternProperties).toEqual({ '^x-': {} });
    expect(valuesSchema(OWN).properties).toMatchObject({ enabled: { enum: ['a', 'b'] } });
  });
});
