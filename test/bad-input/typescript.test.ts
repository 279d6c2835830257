import { App, Chart } from 'cdk8s';
import { CODER_VALUES } from '../support/coder-values';
import { Coder, type CoderProps } from '../../src/coder/constructs';
import { type Json } from '../../src/engine/expr';
import { NULL_SHOWN, type Problem, ValuesError, checkValues, leavesOf } from '../../src/engine/values';
import { HOSTILE, once } from '../support/arbitraries';
import { LEAVES, anyFiles, nodeOf, oddNumbers } from '../support/bad-arbitraries';
import { type Refusals, chartWith, refusals, template } from '../support/bad-helm';
import { put, shown } from '../support/bad-spots';
import { type Bad, SPOTS, inFiles, nearMisses, unknownKeys, wrongTypes } from '../support/bad-values';
import { type HelmMajor, inParallel } from '../support/helm';
import { count, seedAt, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

const FILES = count({ few: 8, many: 80 });
const ALL = [...unknownKeys(), ...SPOTS.flatMap(wrongTypes), ...SPOTS.flatMap(nearMisses)];

function refused(values: unknown): readonly Problem[] {
  return refusedBy(() => {
    checkValues(CODER_VALUES, values);
  }).problems;
}

const NOTHING = new ValuesError([]);

function refusedBy(make: () => void): ValuesError {
  try {
    make();
    return NOTHING;
  } catch (error) {
    if (error instanceof ValuesError) return error;
    throw error;
  }
}

/** Where TypeScript says that it is: an unknown or a missing key itself, not the map. */
function saidAt({ refusedAt, key, why }: Bad): string {
  return `values${shown(why === 'unknown key' || why === 'missing key' ? [...refusedAt, key ?? ''] : refusedAt)}`;
}

/** The same for one mistake. */
const refusedOf = once(({ path, value }: Bad) => refused(put({}, path, value)));

function isRefused(one: Bad): boolean {
  return refusedOf(one).some(({ path }) => path === saidAt(one));
}

describe('TypeScript refuses', () => {
  test('every mistake that the schema refuses, with its path', () => {
    const accepted = ALL.filter((one) => !isRefused(one));
    expect(accepted.map(({ path, value }) => `${shown(path)} = ${JSON.stringify(value)}`).slice(0, 20)).toEqual([]);
  });

  test('each in one line that says what is expected and what was given', () => {
    const keys = [...HOSTILE, '\u2028', '\x85', '\x7f'].flatMap((key) => [{ [key]: 1 }, { coderd: { [key]: 1 } }]);
    const all = [...ALL.map(refusedOf), ...keys.map(refused)];
    const lines = all.flatMap((problems) => new ValuesError(problems).message.split(/[\p{Zl}\p{Zp}\p{Cc}]/u));
    expect(lines.length).toBeGreaterThan(all.length);
    expect(lines.filter((line) => !/^values(\S|\[".*"\])*: expected .+, got .+$/.test(line)).slice(0, 20)).toEqual([]);
  });

  test('what no values file can hold', () => {
    const foreign = [NaN, Infinity, 1n, Symbol('a'), () => 1, '\ud800', new Date(0), new Map([['a', 'b']]), /a/];
    const leaves = leavesOf(CODER_VALUES);
    for (const value of foreign) {
      const given = (path: readonly string[]): unknown =>
        path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
      expect(leaves.filter(({ path }) => refused(given(path)).length === 0).map(({ path }) => path.join('.'))).toEqual(
        [],
      );
      expect(refused({ coderd: value })).not.toEqual([]);
    }
  });

  test('them as props of Coder too, in the same words', () => {
    for (const { values } of inFiles(ALL)) {
      const error = refusedBy(() => {
        new Coder(new Chart(new App(), 'chart'), 'coder', values as CoderProps);
      });
      expect(error.problems).toEqual(refused(values));
      expect(error.problems).not.toEqual([]);
    }
  });
});

/** What Helm 4 says of a bad key in an open map, without the map's path. */
const HELM4_KEY = /^invalid propertyName |^'.*' does not match pattern |^maxLength: |^minLength: /s;

/** The sections and values that Helm's report names. */
function namedBy(major: HelmMajor, said: Refusals): readonly string[] {
  const isLost = (line: string): boolean => major === 'helm4' && HELM4_KEY.test(line);
  return nodes([...said].filter(([where, lines]) => where !== '' || !lines.every(isLost)).map(([where]) => where));
}

/** The sections and values that Helm's report has to name. */
function expectedOf(major: HelmMajor, problems: readonly Problem[], named: readonly string[]): readonly string[] {
  const found = problems.map(({ path, got }) => ({
    path: path.replace(/^values\.?/, ''),
    isKey: got.startsWith('the key '),
  }));
  // With a bad key, Helm 4 names the map only for the sake of other mistakes, which TypeScript does not look for then.
  const counts = found.filter(({ path, isKey }) => !isKey || major === 'helm3' || named.includes(nodeOf(path)));
  return nodes(counts.map(({ path }) => path));
}

function nodes(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map(nodeOf))].sort();
}

/** Templates refuse the rest, once the schema has passed everything. */
function isInSchema(problem: Problem): boolean {
  const { expected, got } = problem;
  return (
    !/ where \w+ is |(exactly|at most) one of | of RE2 |, since /.test(expected) &&
    got !== NULL_SHOWN &&
    !isInexact(problem)
  );
}

/** A text that the schema takes, which has no room for all that is asked. */
function isInexact({ path, got }: Problem): boolean {
  const spot = SPOTS.find((one) => `values${shown(one.path)}` === path.replace(/\[\d+\]/g, '[0]'));
  if (spot?.schema.exact === undefined || !/^".*"$/.test(got)) return false;
  const { pattern = '', maxLength = Infinity } = spot.schema;
  const text = JSON.parse(got) as string;
  return new RegExp(pattern).test(text) && text.length <= maxLength;
}

/** Compares what TypeScript and Helm refuse; returns how many values they refuse and accept alike. */
async function compare(files: readonly Json[]): Promise<{ readonly refused: number; readonly accepted: number }> {
  const chart = chartWith();
  const counts = { refused: 0, accepted: 0 };
  const runs = files.flatMap((values) => HELMS.map((major) => ({ major, values })));
  await inParallel(runs, async ({ major, values }) => {
    const problems = refused(values).filter(isInSchema);
    const named = namedBy(major, refusals(major, await template(major, chart, { values })));
    const expected = expectedOf(major, problems, named);
    counts.refused += expected.length;
    counts.accepted += LEAVES - expected.length;
    expect(explained(major, values, named)).toEqual(explained(major, values, expected));
  });
  return counts;
}

describe('TypeScript and the schema refuse the same, in Helm 3 and Helm 4,', () => {
  test(`of ${String(FILES * LEAVES)} values that are good or bad by chance`, async () => {
    const { refused: bad, accepted } = await compare(anyFiles(FILES, seedAt(12)));
    expect(Math.min(bad, accepted)).toBeGreaterThan(25 * FILES);
  });

  test('of odd numbers wherever a number belongs', async () => {
    expect((await compare(oddNumbers())).refused).toBeGreaterThan(100);
  });
});

/** Names with what was given there, for the message of a failed test. */
function explained(major: HelmMajor, values: Json, names: readonly string[]): readonly string[] {
  const given = (name: string): unknown =>
    name.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], values);
  return names.map((name) => `${major}: ${name} = ${JSON.stringify(name === '' ? undefined : given(name))}`);
}
