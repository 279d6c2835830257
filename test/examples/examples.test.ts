import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../../src/cli';
import { readValuesFiles } from '../../src/engine/values-file';
import { CODER_VALUES, ONLY_CHECKED } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { leavesOf } from '../../src/engine/values';
import { manifestsIn } from '../cli/command';
import { temporaryDirectory } from '../support/folder';
import { helm, kubectl } from '../support/helm';
import { coderMeanings, concreteCoder, symbolicCoder } from '../support/law';
import { type Objects, canonical, differences, parseObjects } from '../support/manifests';
import { repaired } from '../support/repaired';
import { helmsAt, share } from '../support/share';
import { without } from '../support/values';
import { type Example, examples, valuesFiles, valuesOf as argumentsOf, examplesFolder } from '../../tools/examples';
import { type Spec, podSecurityFindings } from './pod-security';

const ROOT = path.resolve(__dirname, '../..');
const CHART = path.join(ROOT, 'charts/coder');
const HELMS = ['helm3', 'helm4'] as const;
const RELEASES = ['coder', 'team-a'];
const SYMBOLIC = symbolicCoder();

type Values = Readonly<Record<string, Json>>;

function valuesIn({ files }: Example): Values {
  return readValuesFiles(files) as Values;
}

/** What the command writes for an example, and where. */
function synthesized(example: Example, release: string): { readonly directory: string; readonly objects: Objects } {
  const directory = path.join(temporaryDirectory(), 'out');
  const args = [...argumentsOf(example), '--release', release, '--namespace', 'coder', '--out', directory];
  expect(run(['synth', ...args])).toBe(0);
  const names = manifestsIn(directory);
  const texts = names.map((name) => fs.readFileSync(path.join(directory, name), 'utf8'));
  return { directory, objects: parseObjects(texts.join('---\n')) };
}

/** What a release of the chart with an example is, by the real Helm. */
async function rendered(major: (typeof HELMS)[number], example: Example, release: string): Promise<Objects> {
  const args = ['template', release, CHART, '--namespace', 'coder', ...argumentsOf(example)];
  const { code, stdout, stderr } = await helm(major, args);
  expect([code, stderr]).toEqual([0, '']);
  return parseObjects(stdout);
}

function ofKind(objects: Objects, kind: string): readonly Spec[] {
  const found = Object.entries(objects).filter(([key]) => key.startsWith(`${kind}/`));
  return found.map(([, object]) => (object as Spec)['spec'] as Spec);
}

function templateOf(deployment: Spec): { readonly metadata: { readonly labels: Spec }; readonly spec: Spec } {
  return deployment['template'] as unknown as ReturnType<typeof templateOf>;
}

describe('examples/', () => {
  beforeEach(() => {
    jest.spyOn(console, 'log').mockImplementation();
    jest.spyOn(console, 'error').mockImplementation();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('holds values files only, each with a comment that says what it is for', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const file of valuesFiles) {
      expect(file).toMatch(/^([a-z-]+\/)?[a-z-]+\.yaml$/);
      expect(fs.readFileSync(path.join(examplesFolder, file), 'utf8')).toMatch(/^# \S/);
    }
  });

  describe.each(examples.map((example, turn) => ({ ...example, turn })))('$name', ({ turn, ...example }) => {
    const values = valuesIn(example);

    test.each(share(RELEASES, 2, turn))(
      'means the same by synth, Helm 3 and Helm 4 in the release %s',
      async (release) => {
        const { directory, objects } = synthesized(example, release);
        expect(Object.keys(objects)).not.toHaveLength(0);
        for (const major of HELMS) expect(differences(objects, await rendered(major, example, release))).toEqual([]);
        const { stdout } = await kubectl(['kustomize', directory]);
        expect(differences(objects, parseObjects(stdout))).toEqual([]);
      },
    );

    test('means the same folded and interpreted', () => {
      const { folded, interpreted } = coderMeanings(SYMBOLIC, { release: 'coder', namespace: 'coder', values });
      expect(differences(folded, interpreted)).toEqual([]);
    });

    test.each(helmsAt(turn))('passes helm lint --strict of %s', async (major) => {
      const { code, stdout } = await helm(major, ['lint', '--strict', CHART, ...argumentsOf(example)]);
      expect([code, stdout]).toEqual([0, expect.stringContaining('0 chart(s) failed')]);
    });

    test('sets nothing that would be the same without it', () => {
      const outputOf = (given: Values): string =>
        canonical(concreteCoder({ release: 'coder', namespace: 'coder', values: given }));
      const set = leavesOf(CODER_VALUES).filter(({ path: at }) => has(values, at));
      const whole = outputOf(values);
      // Without it, others may not go together.
      const isAllowed = (given: Values): boolean => canonical(repaired(CODER_VALUES, given)) === canonical(given);
      const idle = set
        .map(({ path: at }) => ({ path: at, rest: without(values, at) }))
        .filter(({ rest }) => isAllowed(rest) && outputOf(rest) === whole);
      const named = idle.map(({ path: at }) => at.join('.'));
      expect(named.filter((name) => !ONLY_CHECKED.includes(name))).toEqual([]);
    });

    describe.each(RELEASES)('in the release %s', (release) => {
      const objects = concreteCoder({ release, namespace: 'coder', values });
      const templates = ofKind(objects, 'Deployment').map(templateOf);

      test('meets the Pod Security Standard "restricted"', () => {
        expect(templates.flatMap(({ spec }) => podSecurityFindings(spec))).toEqual([]);
      });

      test('keeps metrics (2112) and profiles (6060) off every public Service', () => {
        const services = ofKind(objects, 'Service').filter((service) => service['clusterIP'] !== 'None');
        const targets = services.flatMap((service) => service['ports'] as unknown as readonly Spec[]);
        const open = targets.flatMap(({ port, targetPort }) => [port, targetPort]);
        expect(open.filter((port) => [2112, 6060, 'prom-coderd', 'pprof-coderd'].includes(port as string))).toEqual([]);
      });

      test('spreads its own pods, and only looks for labels that they have', () => {
        const selectors = templates.flatMap(({ spec }) => matchLabelsIn(spec as Json));
        const labels = templates.flatMap(({ metadata }) => Object.entries(metadata.labels));
        for (const selector of selectors) expect(labels).toEqual(expect.arrayContaining(Object.entries(selector)));
      });
    });
  });
});

function has(values: Json | undefined, at: readonly string[]): boolean {
  const found = at.reduce<Json | undefined>((value, key) => (value as Spec | undefined)?.[key], values);
  return found !== undefined;
}

/** Every `matchLabels` below a node. */
function matchLabelsIn(node: Json | undefined): readonly Spec[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'matchLabels' ? [value as Spec] : matchLabelsIn(value),
  );
}
