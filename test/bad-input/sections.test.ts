import * as fc from 'fast-check';
import { type Json, toJson } from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import { type Section, int, section, sectionList, sectionMap, text } from '../../src/engine/values';
import { problemsOf } from '../engine/values/witness';
import { NO_SCHEMA, template } from '../support/bad-helm';
import { type Spot, shown, spotsOf } from '../support/bad-spots';
import { type Bad, inFiles, nearMisses, unknownKeys, wrongTypes } from '../support/bad-values';
import { buildAll, declaration } from '../support/drawn-sections';
import { type HelmRun, inParallel, writeChart } from '../support/helm';
import { parseObjects } from '../support/manifests';
import { compareWords } from '../support/said';
import { count, helmsAt, seedAt, share } from '../support/share';

const METADATA = { name: 'sections', version: '0.1.0', description: 'Sections' };
const DRAWN = fc.sample(declaration, { seed: seedAt(64), numRuns: count({ few: 2, many: 20 }) });

function chartOf(values: Section): string {
  return writeChart(renderHelmChart({ metadata: METADATA, values, build: buildAll(values), isProven: true }));
}

describe('in lists and maps of sections, of any values and to any depth,', () => {
  test.each(DRAWN.map((values, turn) => [turn, values] as const))(
    'both Helms say of what the schema refuses the path and the words that synth says: %i',
    async (turn, values) => {
      const spots = spotsOf(values);
      const near = spots.flatMap(nearMisses).filter(({ value }) => !isHuge(value));
      const all = [...unknownKeys(spots), ...spots.flatMap(wrongTypes), ...near];
      const { met, found } = await compareWords({ values, chart: chartOf(values), majors: helmsAt(turn) }, all);
      expect(found).toEqual([]);
      expect(met.size).toBeGreaterThan(3);
    },
  );

  test.each(DRAWN.map((values, turn) => [turn, values] as const))(
    'without the schema a wrong type is refused in one line with its path, or does no harm: %i',
    async (turn, values) => {
      const chart = chartOf(values);
      const spots = spotsOf(values);
      const wrong = share(spots.filter((spot) => isOfSections(spot, spots)).flatMap(wrongTypes), 4, turn);
      const found: string[] = [];
      await inParallel(wrong, async (one) => {
        const [file] = inFiles([one]);
        for (const major of helmsAt(turn)) {
          const run = await template(major, chart, { values: file?.values ?? {}, args: [NO_SCHEMA] });
          found.push(...harmIn(run, one));
        }
      });
      expect(found).toEqual([]);
    },
  );
});

const PATH = section('A path.', {
  path: text({ description: 'Path.', default: '/' }),
  port: int({ description: 'Port.', default: 80 }),
});
const HOST = section('A host.', {
  name: text({ description: 'Name.', default: 'web', format: 'dnsLabel' }),
  network: text({ description: 'Network.', default: '10.0.0.0/8', format: 'cidr' }),
  paths: sectionList(PATH, { description: 'Paths.', default: [{}], uniqueBy: ['path'], max: 2 }),
});
const VALUES = section('Values.', {
  hosts: sectionList(HOST, { description: 'Hosts.', default: [{}], uniqueBy: ['name'], min: 1 }),
  tenants: sectionMap(HOST, { description: 'Tenants.', default: { blue: {} }, names: 'dnsLabel', min: 1, max: 2 }),
});

describe('what JSON Schema cannot say is refused in the words of synth, with the defaults in place:', () => {
  const chart = writeChart(
    renderHelmChart({
      metadata: METADATA,
      values: VALUES,
      build: () => undefined,
      isProven: true,
      notes: ({ hosts }) => toJson(hosts),
    }),
  );
  test.each<readonly [values: Json, message: string]>([
    [{ hosts: [{}, { name: 'web' }] }, 'hosts[1].name: expected a name that no other item has, got "web"'],
    [
      { hosts: [{ name: 'a', paths: [{}, { path: null }] }] },
      'hosts[0].paths[1].path: expected a path that no other item has, got "/"',
    ],
    [
      { hosts: [{ network: '10.0.0.1/8' }] },
      'hosts[0].network: expected a CIDR with no bit set after its prefix, as in "10.0.0.0/8", got "10.0.0.1/8"',
    ],
    [
      { tenants: { red: { network: '10.0.0.0/33' } } },
      'tenants.red.network: expected a CIDR such as "10.0.0.0/8", got "10.0.0.0/33"',
    ],
    [{ hosts: [] }, 'hosts: expected at least 1 item, got 0'],
    [{ hosts: null }, 'hosts: expected at least 1 item, got 0'],
    [{ hosts: [{ paths: [{ path: 'a' }, { path: 'b' }, {}] }] }, 'hosts[0].paths: expected at most 2 items, got 3'],
    [{ tenants: { blue: null } }, 'tenants: expected at least 1 and at most 2 entries, got 0'],
    [{ tenants: { red: {}, green: {} } }, 'tenants: expected at least 1 and at most 2 entries, got 3'],
    [{ tenants: { red: {}, green: {}, blue: null } }, ''],
    [{ tenants: null }, 'tenants: expected at least 1 and at most 2 entries, got 0'],
  ])('%j', async (values, message) => {
    const said = message === '' ? [] : [`values.${message}`];
    expect(problemsOf(VALUES, values)).toEqual(said);
    for (const major of ['helm3', 'helm4'] as const) {
      const { stderr } = await template(major, chart, { values });
      expect(stderr.match(/values\..*/g) ?? []).toEqual(said);
    }
  });
});

/** Of such numbers Helm 3 says the bound as a power. */
function isHuge(value: Json): boolean {
  return typeof value === 'number' && Math.abs(value) > 2 ** 50;
}

/** Whether a place is a list or a map of sections, an item of one, or a value in an item, but not what is in such a value. */
function isOfSections({ path, schema }: Spot, spots: readonly Spot[]): boolean {
  const above = spots.find((one) => shown(one.path) === shown(path.slice(0, -1)));
  return schema.shape !== undefined || above?.schema.shape === 'section';
}

/** Why objects cannot be read. */
function brokenIn(stdout: string): readonly string[] {
  try {
    parseObjects(stdout);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** What is wrong with a run: it makes no objects, and does not say in one line where, what is expected and what was given. */
function harmIn({ code, stdout, stderr }: HelmRun, { path }: Bad): readonly string[] {
  if (code === 0) return brokenIn(stdout);
  const [line = '', ...more] = stderr.split('\n').filter((text) => text !== '' && !/warning: |^Use --debug/.test(text));
  const [, at] = /^Error: execution error at \([^)]*\): (values\S+): expected .+, got .+$/.exec(line) ?? [];
  return at === `values${shown(path)}` && more.length === 0 ? [] : [`${shown(path)}: ${stderr}`];
}
