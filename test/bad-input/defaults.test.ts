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
import { HELMS, chartFile, chartWith, output } from '../support/bad-helm';
import { type Path, inGroups, put, shown } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { type HelmMajor, inParallel } from '../support/helm';
import { environmentOf, symbolicCoder } from '../support/law';
import { type Objects, canonical, differences, interpret, parseObjects } from '../support/manifests';
import { without } from '../support/values';

const CHART = chartWith();
const DEFAULTS = defaultsOf(CODER_VALUES) as Readonly<Record<string, Json>>;
const SYMBOLIC = symbolicCoder();

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

/** The variants that do not come out as the default does, byte for byte. */
async function unlikeDefault(variants: readonly Variant[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const major of HELMS) {
    const expected = await output(major, CHART);
    await inParallel(variants, async ({ name, chart = CHART, ...options }) => {
      const text = await output(major, chart, options).catch((error: unknown) => String(error));
      if (text !== expected) found.push(`${major}: ${name}: ${text.slice(0, 200)}`);
    });
  }
  return found.slice(0, 20);
}

/** Each section alone; values, of which there are many, some at a time. */
function fewAtATime(leaves: readonly Path[]): readonly (readonly Path[])[] {
  const count = Math.ceil(leaves.length / 8);
  const groups = Array.from({ length: count }, (_, i) => leaves.filter((_, j) => j % count === i));
  return [...SECTIONS.map((path) => [path]), ...groups];
}

function named(paths: readonly Path[]): string {
  return paths.map(shown).join(' ');
}

function nulls(paths: readonly Path[]): Json {
  return paths.reduce<Json>((values, path) => put(values, path, null), {});
}

describe('the default comes out for', () => {
  test('a null at each section, value and default entry', async () => {
    const variants = fewAtATime([...LEAVES, ...ENTRIES]).map((paths) => ({ name: named(paths), values: nulls(paths) }));
    expect(await unlikeDefault(variants)).toEqual([]);
  });

  test('nulls everywhere at once, at each depth', async () => {
    const all = [...SECTIONS, ...LEAVES, ...ENTRIES].sort((a, b) => a.length - b.length);
    const groups = inGroups(all.map((path) => ({ path }))).map((group) => group.map(({ path }) => path));
    const variants = groups.map((paths) => ({ name: named(paths), values: nulls(paths) }));
    expect(variants.length).toBeGreaterThan(2);
    expect(await unlikeDefault(variants)).toEqual([]);
  });

  test('an empty values.yaml, as if all values were new', async () => {
    const charts = ['', '{}\n', '# Nothing.\n'].map((text) => ({
      name: JSON.stringify(text),
      chart: chartWith({ 'values.yaml': text }),
    }));
    expect(await unlikeDefault(charts)).toEqual([]);
  });

  test('the values of an older chart that lacks a section or a value, as --reuse-values gives them', async () => {
    const older = fewAtATime(LEAVES).map((paths) => {
      const values = paths.reduce((rest, path) => without(rest, path.map(String)), DEFAULTS);
      return { name: named(paths), chart: chartWith({ 'values.yaml': stringify(values, { version: '1.1' }) }) };
    });
    expect(await unlikeDefault(older)).toEqual([]);
  });

  test('but not for a chart that does not fill them', async () => {
    const defaults = chartFile('templates/_defaults.tpl');
    const careless = defaults.replace(/(define "coder\.defaults" -}})[^]*?({{- end }})/, '$1\n$2');
    const chart = chartWith({ 'templates/_defaults.tpl': careless });
    expect(await unlikeDefault([{ name: 'nulls', chart, values: { coderd: null } }])).not.toEqual([]);
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

/** How the output differs from the model's; a value that changes nothing is lost too. */
async function losses(major: HelmMajor, values: Json, defaults: Objects): Promise<readonly string[]> {
  const one = { release: 'coder', namespace: 'coder', values: values as Readonly<Record<string, Json>> };
  const actual = parseObjects(await output(major, CHART, { values }));
  const unchanged = canonical(actual) === canonical(defaults) ? ['nothing changed'] : [];
  return [...unchanged, ...differences(interpret(SYMBOLIC, environmentOf(CODER_VALUES, one)), actual)];
}

describe('the value of the user, and not the default, comes out for', () => {
  test('each false, 0, "" and []', async () => {
    const lost: string[] = [];
    for (const major of HELMS) {
      const defaults = parseObjects(await output(major, CHART));
      await inParallel(FALSY, async ({ name, path, value }) => {
        lost.push(...(await losses(major, put({}, path, value), defaults)).map((line) => `${major}: ${name}: ${line}`));
      });
    }
    expect(FALSY.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });
});
