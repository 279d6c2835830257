import { stringify } from 'yaml';
import { CODER_VALUES } from '../../src/coder/values';
import { type Json } from '../../src/engine/expr';
import {
  type DeclaredValue,
  type Section,
  ValuesError,
  checkValues,
  defaultsOf,
  isMap,
  leavesOf,
} from '../../src/engine/values';
import { chartFile, chartWith, output } from '../support/bad-helm';
import { modelOf } from '../support/bad-slots';
import { type Path, inGroups, put, shown } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { type HelmMajor, inParallel } from '../support/helm';
import { canonical, differences, parseObjects } from '../support/manifests';
import { repaired } from '../support/repaired';
import { IS_WHOLE, count, share, helmsAt } from '../support/share';
import { without } from '../support/values';

const HELMS = helmsAt(0);

const CHART = chartWith();
const DEFAULTS = defaultsOf(CODER_VALUES) as Readonly<Record<string, Json>>;

/** Every section but the values as a whole. */
const SECTIONS: readonly Path[] = SPOTS.filter(({ leaf, path }) => leaf === undefined && path.length > 0).map(
  ({ path }) => path,
);
const LEAVES: readonly Path[] = leavesOf(CODER_VALUES).map(({ path }) => path);

/** Entries of maps that have a default. */
const ENTRIES: readonly Path[] = leavesOf(CODER_VALUES).flatMap(({ path, leaf }) =>
  isMap(leaf.default) ? Object.keys(leaf.default).map((key) => [...path, key]) : [],
);

interface Variant {
  readonly name: string;
  readonly chart?: string;
  readonly values?: Json;
}

/** The variants that do not come out as the default does, byte for byte; each Helm has a turn of its own where there are many. */
async function unlikeDefault(variantsFor: (turn: number) => readonly Variant[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [turn, major] of HELMS.entries()) {
    const expected = await output(major, CHART);
    await inParallel(variantsFor(turn), async ({ name, chart = CHART, ...options }) => {
      const text = await output(major, chart, options).catch((error: unknown) => String(error));
      if (text !== expected) found.push(`${major}: ${name}: ${text.slice(0, 200)}`);
    });
  }
  return found.slice(0, 20);
}

/** Some sections alone, and all values, of which there are many, some at a time. */
function fewAtATime(turn: number): readonly (readonly Path[])[] {
  const length = count({ few: 4, many: Math.ceil(LEAVES.length / 8) });
  const groups = Array.from({ length }, (_, i) => LEAVES.filter((__, j) => j % length === i));
  return [...share(SECTIONS, 24, turn).map((path) => [path]), ...groups];
}

function named(paths: readonly Path[]): string {
  return paths.map(shown).join(' ');
}

function nulls(paths: readonly Path[]): Json {
  return paths.reduce<Json>((values, path) => put(values, path, null), {});
}

describe('the default comes out for', () => {
  test('a null at each section, value and default entry', async () => {
    const variants = (turn: number): readonly Variant[] =>
      [...fewAtATime(turn), ENTRIES].map((paths) => ({ name: named(paths), values: nulls(paths) }));
    expect(await unlikeDefault(variants)).toEqual([]);
  });

  test('nulls everywhere at once, at each depth', async () => {
    const all = [...SECTIONS, ...LEAVES, ...ENTRIES].sort((a, b) => a.length - b.length);
    const groups = inGroups(all.map((path) => ({ path }))).map((group) => group.map(({ path }) => path));
    const variants = groups.map((paths) => ({ name: named(paths), values: nulls(paths) }));
    expect(variants.length).toBeGreaterThan(2);
    expect(await unlikeDefault(() => variants)).toEqual([]);
  });

  test('an empty values.yaml, as if all values were new', async () => {
    const charts = ['', '{}\n', '# Nothing.\n'].map((text) => ({
      name: JSON.stringify(text),
      chart: chartWith({ 'values.yaml': text }),
    }));
    expect(await unlikeDefault(() => charts)).toEqual([]);
  });

  test('the values of an older chart that lacks a section or a value, as --reuse-values gives them', async () => {
    const older = (paths: readonly Path[]): Variant => {
      const values = paths.reduce((rest, path) => without(rest, path.map(String)), DEFAULTS);
      return { name: named(paths), chart: chartWith({ 'values.yaml': stringify(values, { version: '1.1' }) }) };
    };
    expect(await unlikeDefault((turn) => fewAtATime(turn + 2).map(older))).toEqual([]);
  });

  test('but not for a chart that does not fill them', async () => {
    const defaults = chartFile('templates/_defaults.tpl');
    const careless = defaults.replace(/(define "coder\.defaults" -}})[^]*?({{- end }})/, '$1\n$2');
    const chart = chartWith({ 'templates/_defaults.tpl': careless });
    expect(await unlikeDefault(() => [{ name: 'nulls', chart, values: { coderd: null } }])).not.toEqual([]);
  });
});

/** A declaration of one value. */
function alone({ leaf }: DeclaredValue): Section {
  return { kind: 'section', description: '', children: { value: leaf } };
}

function isAllowed(declared: DeclaredValue, value: Json): boolean {
  try {
    checkValues(alone(declared), { value });
    return true;
  } catch (error) {
    if (error instanceof ValuesError) return false;
    throw error;
  }
}

/** Values that a careless template takes for "not given", where the default is another. */
const FALSY = leavesOf(CODER_VALUES).flatMap((declared) =>
  [false, 0, '', [], {}]
    .filter((value) => JSON.stringify(value) !== JSON.stringify(declared.leaf.default) && !isMap(value))
    .filter((value) => isAllowed(declared, value))
    .map((value) => ({ name: `${declared.path.join('.')} = ${JSON.stringify(value)}`, path: declared.path, value })),
);

/** Each value alone, or by default those together that switch nothing off and break no rule, and some of the others alone. */
function falsyRuns(turn: number): readonly (readonly Falsy[])[] {
  if (IS_WHOLE) return FALSY.map((one) => [one]);
  const switches = FALSY.filter(({ value, path }) => value === false || path.includes('maxUnavailable'));
  return [...inGroups(FALSY.filter((one) => !switches.includes(one))), ...share(switches, 6, turn).map((one) => [one])];
}

type Falsy = (typeof FALSY)[number];

/** How the output differs from the model's. */
async function losses(major: HelmMajor, some: readonly Falsy[]): Promise<readonly string[]> {
  const given = some.reduce<Json>((rest, { path, value }) => put(rest, path, value), {});
  const values = repaired(CODER_VALUES, given as Readonly<Record<string, Json>>);
  const lines = differences(modelOf(values), parseObjects(await output(major, CHART, { values })));
  return lines.map((line) => `${major}: ${some.map(({ name }) => name).join(', ')}: ${line}`);
}

describe('the value of the user, and not the default, comes out for each false, 0, "" and []', () => {
  test('in the model, where each changes something', () => {
    const defaults = canonical(modelOf({}));
    expect(FALSY.length).toBeGreaterThan(20);
    const idle = FALSY.filter(({ path, value }) => canonical(modelOf(put({}, path, value))) === defaults);
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  test.each(HELMS)('in %s, as in the model', async (major) => {
    const lost: string[] = [];
    await inParallel(falsyRuns(HELMS.indexOf(major)), async (some) => {
      lost.push(...(await losses(major, some)));
    });
    expect(lost).toEqual([]);
  });
});
