import { roundsOf, sampled, valuesOf } from '../../../src/engine/proof/rounds';
import { equals } from '../../../src/engine/expr';
import { annotations, bool, fillDefaults, int, labels, section, text, withRules } from '../../../src/engine/values';

const flags = Array.from({ length: 9 }, (_, i) => [
  `f${String(i)}`,
  bool({ description: 'On.', default: i % 2 === 0 }),
]);
const VALUES = section('Values.', {
  ...(Object.fromEntries(flags) as Record<string, ReturnType<typeof bool>>),
  count: int({ description: 'Count.', default: 3, min: 0 }),
});
const SAMPLED = sampled(VALUES);
const ROUNDS = roundsOf(SAMPLED);

test('the first round has the defaults', () => {
  expect(valuesOf(VALUES, SAMPLED, ROUNDS[0] ?? [])).toMatchObject({ f0: true, f1: false, count: 3 });
});

test('all values that may be empty are so in one round', () => {
  const texts = { a: text({ description: 'A.', default: 'x' }), b: text({ description: 'B.', default: 'y' }) };
  const notes = annotations({ description: 'Notes.', default: { team: 'a' } });
  const values = section('Values.', { ...texts, notes, free: labels({ description: 'Labels.', default: {} }) });
  const all = sampled(values);
  const given = roundsOf(all).map((round) => fillDefaults(values, valuesOf(values, all, round) ?? {}));
  expect(given).toContainEqual({ a: '', b: '', notes: {}, free: {} });
});

test('every two switches are on, off, and one of each in some round', () => {
  for (let i = 0; i < flags.length; i++)
    for (let j = i + 1; j < flags.length; j++) {
      const seen = new Set(ROUNDS.map((round) => `${String(round[i])}${String(round[j])}`));
      expect([...seen].sort()).toEqual(['00', '01', '10', '11']);
    }
});

test('every value has each of its samples in several rounds', () => {
  for (const [i, { samples }] of SAMPLED.entries())
    for (const sample of samples.keys())
      expect(ROUNDS.filter((round) => round[i] === sample).length).toBeGreaterThanOrEqual(2);
});

test('the rounds are the same each time, and their number grows with the logarithm of that of the values', () => {
  expect(roundsOf(sampled(VALUES))).toEqual(ROUNDS);
  const many = Array.from({ length: 250 }, (_, i) => [`f${String(i)}`, bool({ description: 'On.', default: true })]);
  expect(roundsOf(sampled(section('Many.', Object.fromEntries(many) as never))).length).toBe(3 + 2 * 8 + 2 * 2);
});

test('without a value there is nothing but the defaults', () => {
  expect(new Set(roundsOf([]).map((round) => round.length))).toEqual(new Set([0]));
});

describe('what breaks a rule', () => {
  const names = {
    a: text({ description: 'A.', default: 'x', format: 'word' }),
    b: text({ description: 'B.', default: 'y', format: 'word' }),
  };
  const ruled = withRules(
    section('Ruled.', { pair: section('Pair.', names), open: bool({ description: 'On.', default: false }) }),
    ({ pair }) => [{ path: 'pair.a', broken: equals(pair.a, pair.b), expected: 'another', got: pair.a }],
  );
  const values = sampled(ruled);
  const at = (of: string, sample: string): number =>
    values.find(({ path }) => path.at(-1) === of)?.samples.indexOf(sample) ?? -1;

  test('has its default again, and the rest stays', () => {
    expect(valuesOf(ruled, values, [at('a', 'a'), at('b', 'a'), 1])).toEqual({ pair: { a: 'x', b: 'y' }, open: true });
    expect(valuesOf(ruled, values, [at('a', 'a'), at('b', '12'), 1])).toEqual({
      pair: { a: 'a', b: '12' },
      open: true,
    });
  });

  test('has it again in a section of a section too, and alone', () => {
    const deep = withRules(
      section('Deep.', { outer: section('Outer.', { pair: section('Pair.', names) }), pair: section('Pair.', names) }),
      ({ outer }) => [
        { path: 'outer.pair.b', broken: equals(outer.pair.b, '12'), expected: 'another', got: outer.pair.b },
      ],
    );
    const all = sampled(deep);
    const twelve = all.map(({ samples }) => samples.indexOf('12'));
    expect(valuesOf(deep, all, twelve)).toEqual({ outer: { pair: { a: 'x', b: 'y' } }, pair: { a: '12', b: '12' } });
  });

  test('is a mistake of the rule where it throws', () => {
    const wrong = withRules(section('Wrong.', names), ({ a }) => [
      { path: 'a', broken: equals(a, 'x'), expected: 'another', got: a },
    ]);
    const throwing = {
      ...wrong,
      rules: () => {
        throw new Error('a mistake');
      },
    };
    expect(() => valuesOf(throwing, sampled(wrong), [0, 0])).toThrow('a mistake');
  });

  test('is no round where the defaults break it', () => {
    const always = withRules(section('Never.', names), ({ a }) => [
      { path: 'a', broken: equals('x', 'x'), expected: 'none', got: a },
    ]);
    expect(valuesOf(always, sampled(always), [0, 0])).toBeUndefined();
  });
});
