import { bool, choice, int, section, text } from '../../../src/engine/values';
import { problemsOf } from './witness';

const set = text({ description: 'Not set by null.', default: '' });
const VALUES = section('All.', {
  z: section('Z.', {
    none: set,
    most: int({ description: 'M.', default: 1 }),
    a: section('A.', { b: set, x: bool({ description: 'X.', default: true }) }),
    c: choice(['d'], { description: 'C.', default: 'd' }),
  }),
  optional: section('All may be null.', { set, more: section('More.', { set }) }),
});

const LEFT_OUT = 'null; leave the key out for its default';

/** Where null is given, and what is said of it. */
const NULLS: readonly (readonly [unknown, readonly string[]])[] = [
  [{ optional: null }, []],
  [{ optional: { set: null, more: null } }, []],
  [{ z: null }, [`z.a.x: expected true or false, got ${LEFT_OUT}`]],
  [
    { z: { a: { x: true }, c: null, none: null, most: null } },
    [`z.c: expected one of "d", got ${LEFT_OUT}`, `z.most: expected an integer, got ${LEFT_OUT}`],
  ],
  [{ z: { a: undefined, most: 5 }, optional: undefined }, []],
];

test.each(NULLS)('of null in %j it is said, of a section the first value in the order of keys: %j', (values, words) => {
  expect(problemsOf(VALUES, values)).toEqual(words.map((line) => `values.${line}`));
});
