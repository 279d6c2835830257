import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { checkValues, isMap, leavesOf, nullRefused } from '../../src/engine/values';
import { problemsOf } from '../engine/values/witness';
import { chartFile, chartWith, template } from '../support/bad-helm';
import { modelOf } from '../support/bad-slots';
import { type Path, inGroups, put, shown } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { type HelmMajor, inParallel } from '../support/helm';
import { canonical, differences, parseObjects } from '../support/manifests';
import { count, helmsAt, share } from '../support/share';

const CHART = chartWith();
const LEAVES = leavesOf(CODER_VALUES);

/** Places of values where null means "not set"; where it is refused; of entries that have a default; of sections. */
const UNSET: readonly Path[] = LEAVES.filter(({ leaf }) => nullRefused(leaf) === undefined).map(({ path }) => path);
const REFUSED: readonly Path[] = LEAVES.filter(({ leaf }) => nullRefused(leaf) !== undefined).map(({ path }) => path);
const ENTRIES: readonly Path[] = LEAVES.flatMap(({ path, leaf }) =>
  isMap(leaf.default) ? Object.keys(leaf.default).map((key) => [...path, key]) : [],
);
const SECTIONS: readonly Path[] = SPOTS.filter(({ leaf, path }) => leaf === undefined && path.length > 0).map(
  ({ path }) => path,
);

/** Places of entries that other values files may have given, in every map. */
const GIVEN: readonly Path[] = LEAVES.flatMap(({ path, leaf }) =>
  leaf.type === 'map' && leaf.schema.additionalProperties !== false ? [[...path, keyIn(path)]] : [],
);

function keyIn(path: Path): string {
  return { extra: 'mine.json', hostAliases: '::1' }[path.at(-1) ?? ''] ?? 'mine';
}

function nulls(paths: readonly Path[]): Json {
  return paths.reduce<Json>((values, path) => put(values, path, null), {});
}

function named(paths: readonly Path[]): string {
  return paths.map(shown).join(' ');
}

/** The message of Helm without what it says around ours, or its whole message. */
function ours(stderr: string): string {
  return /\): (values\.[^\n]*)/.exec(stderr)?.[1] ?? stderr;
}

/** How Helm's objects differ from the model's; what Helm says where it is not what the model says. */
async function unlike(major: HelmMajor, values: Json, chart = CHART): Promise<readonly string[]> {
  const { code, stdout, stderr } = await template(major, chart, { values });
  const problems = problemsOf(CODER_VALUES, values);
  if (problems.length > 0) return problems.includes(ours(stderr)) ? [] : [ours(stderr)];
  return code === 0 ? differences(modelOf(values), parseObjects(stdout)) : [stderr];
}

async function allUnlike(groups: (turn: number) => readonly (readonly Path[])[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [turn, major] of helmsAt(0).entries())
    await inParallel(groups(turn), async (paths) => {
      const lines = await unlike(major, nulls(paths));
      found.push(...lines.map((line) => `${major}: ${named(paths)}: ${line}`));
    });
  return found.slice(0, 20);
}

describe('null says to both Helms what it says to the model:', () => {
  test('"not set" for each value that can be left out', async () => {
    const length = count({ few: 4, many: Math.ceil(UNSET.length / 4) });
    const groups = Array.from({ length }, (_, i) => UNSET.filter((__, j) => j % length === i));
    expect(await allUnlike(() => groups)).toEqual([]);
  });

  test('take the entry out, of each map that has or may have one', async () => {
    expect(ENTRIES.length).toBeGreaterThan(2);
    expect(GIVEN.length).toBeGreaterThan(20);
    expect(await allUnlike(() => [ENTRIES, GIVEN, [...ENTRIES, ...GIVEN]])).toEqual([]);
    expect(canonical(modelOf(nulls(GIVEN)))).toEqual(canonical(modelOf({})));
    expect(canonical(modelOf(nulls(ENTRIES)))).not.toEqual(canonical(modelOf({})));
  });

  test('something is missing, at each value that must be something', async () => {
    expect(await allUnlike((turn) => share(REFUSED, 16, turn).map((path) => [path]))).toEqual([]);
  });

  test('the same of all that is in it, for each section', async () => {
    expect(await allUnlike((turn) => share(SECTIONS, 8, turn).map((path) => [path]))).toEqual([]);
    const groups = inGroups([...SECTIONS].sort((a, b) => a.length - b.length).map((path) => ({ path })));
    expect(await allUnlike(() => groups.map((group) => group.map(({ path }) => path)))).toEqual([]);
  });

  test('but not where a chart keeps the default in its place', async () => {
    const careless = chartFile('templates/_defaults.tpl').replace(
      /(define "coder\.cdk8s\.dropNulls" -}})[^]*?({{- end }}\n\n)/,
      '$1\n$2',
    );
    expect(await unlike('helm3', nulls(GIVEN), chartWith({ 'templates/_defaults.tpl': careless }))).not.toEqual([]);
  });
});

test('null is refused with what to do', () => {
  expect(() => {
    checkValues(CODER_VALUES, { coderd: { livenessProbe: null }, image: { tag: null } });
  }).toThrow(
    'values.coderd.livenessProbe.enabled: expected true or false, got null; leave the key out for its default\n' +
      'values.image.tag: expected an image tag, in quotes of at most 128 characters, got null; leave the key out for its default',
  );
});
