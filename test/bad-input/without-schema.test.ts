import { CODER_VALUES } from '../support/coder-values';
import { ANY_TEXT, defaultsOf, rulesOf, symbolicHandles } from '../../src/engine/values';
import { NO_SCHEMA, chartFile, chartWith, output, template } from '../support/bad-helm';
import { ANY_KEY, isExcluded, shown } from '../support/bad-spots';
import { type Bad, SAMPLES, SPOTS, inFiles, wrongTypes } from '../support/bad-values';
import { knownShape, shapeOf } from '../support/bad-shape';
import { type HelmMajor, type HelmRun, inParallel } from '../support/helm';
import { parseObjects } from '../support/manifests';
import { share, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

/** Keys that the wrong values bring with them. */
const GIVEN: readonly string[] = [ANY_KEY, ...Object.keys(SAMPLES.object)];

const KNOWN = knownShape();

/** What is wrong with an output; keys that the user did not give and the model does not make are. */
function faultsOf(stdout: string): readonly string[] {
  try {
    const added = shapeOf(parseObjects(stdout)).filter((path) => !KNOWN.has(path));
    return added.filter((path) => !GIVEN.some((key) => path.includes(`.${key}`))).map((path) => `the key ${path}`);
  } catch (error) {
    return [String(error)];
  }
}

/** What rules between values name, and those between the fields of a map, which need not be what was given. */
const RULED: ReadonlySet<string> = new Set([
  ...rulesOf(CODER_VALUES, symbolicHandles(CODER_VALUES)).map((rule) => `values.${rule.path}`),
  ...SPOTS.filter(({ schema }) => schema.exclusive !== undefined).map(({ path }) => `values${shown(path)}`),
]);

/** A failure has to be one line that names a given path, or one of a rule, and says what is expected and what was given. */
function isClear({ stderr }: HelmRun, bad: readonly Bad[]): boolean {
  const lines = stderr.split('\n').filter((line) => line !== '' && !/warning: |^Use --debug flag/.test(line));
  const [, path = ''] =
    /^Error: execution error at \([^)]*\): (values\.\S+): expected .+, got .+$/.exec(lines[0] ?? '') ?? [];
  return lines.length === 1 && (RULED.has(path) || bad.some((one) => path === `values${shown(one.path)}`));
}

interface Run {
  readonly major: HelmMajor;
  readonly bad: readonly Bad[];
}

/** The runs without schema that neither work nor fail in a clear way. */
async function unclear(runs: readonly Run[], chart = chartWith()): Promise<readonly string[]> {
  const found: string[] = [];
  await inParallel(runs, async ({ major, bad }) => {
    const [file] = inFiles(bad);
    const run = await template(major, chart, { values: file?.values ?? {}, args: [NO_SCHEMA] });
    const given = bad.map(({ path, value }) => `${shown(path)} = ${JSON.stringify(value)}`);
    const faults = run.code === 0 ? faultsOf(run.stdout) : isClear(run, bad) ? [] : [run.stderr];
    found.push(...faults.map((fault) => `${major}: ${fault} with ${given.join(', ')}`));
  });
  return found;
}

/** A list or map as an entry of a map of free texts. */
function isNoAnnotation({ path, value }: Bad): boolean {
  return typeof value === 'object' && value !== null && ANNOTATIONS.has(shown(path));
}

const ANNOTATIONS: ReadonlySet<string> = new Set(
  SPOTS.filter(
    ({ path, schema }) => path.at(-1) === ANY_KEY && schema.pattern === ANY_TEXT.pattern && schema.json === undefined,
  ).map(({ path }) => shown(path)),
);

/** One wrong type of each section and value, another one at each turn. */
function oneOfEach(turn: number): readonly Bad[] {
  const outer = SPOTS.filter(({ isInner, path }) => !isInner && path.length > 0);
  return outer.flatMap((spot, i) => {
    const all = wrongTypes(spot);
    return all.filter((_, j) => j === (i + turn) % all.length);
  });
}

describe('without the schema a wrong type is refused in one line with its path, or does no harm,', () => {
  test.each([
    ['helm3', 0],
    ['helm4', 1],
  ] as const)('in each section and value, %s, turn %i', async (major, turn) => {
    const some = share(oneOfEach(turn), 48, turn);
    expect(await unclear(some.map((one) => ({ major, bad: [one] })))).toEqual([]);
  });

  test('in each value that takes a text or a number, when it is given the other', async () => {
    const isScalar = ({ value }: Bad): boolean => typeof value === 'number' || typeof value === 'string';
    const scalars = SPOTS.filter(
      ({ isInner, leaf }) => !isInner && ['string', 'number'].includes(typeof leaf?.default),
    );
    const wrong = scalars.flatMap((spot) => wrongTypes(spot).filter(isScalar));
    // A rule refuses this one, and then the others are not looked at.
    const [alone, rest] = [true, false].map((is) =>
      wrong.filter(({ path }) => path.includes('localhostProfile') === is),
    );
    const files = [...inFiles(rest ?? []), ...inFiles(alone ?? [])];
    expect(await unclear(files.flatMap(({ bad }) => HELMS.map((major) => ({ major, bad }))))).toEqual([]);
  });

  test('in each entry, item and field', async () => {
    const inner = SPOTS.filter((spot) => spot.isInner && !isExcluded(spot)).flatMap(wrongTypes);
    const files = inFiles(inner.filter((one) => !isNoAnnotation(one)));
    const runs = HELMS.flatMap((major, turn) => share(files, 6, turn).map(({ bad }) => ({ major, bad })));
    expect(await unclear(runs)).toEqual([]);
  });

  test('in annotations, but for lists and maps, of which Helm itself says where they are in the template', async () => {
    const annotations = SPOTS.flatMap(wrongTypes).filter(isNoAnnotation);
    expect(annotations.length).toBeGreaterThan(10);
    const files = inFiles(annotations);
    const chart = chartWith();
    await inParallel(
      files.flatMap(({ values }) => HELMS.map((major) => ({ major, values }))),
      async ({ major, values }) => {
        const { code, stderr } = await template(major, chart, { values, args: [NO_SCHEMA] });
        expect([code, stderr]).toEqual([
          1,
          expect.stringMatching(
            /^Error: YAML parse error on coder\/templates\/.*\.metadata\.annotations of type string$/m,
          ),
        ]);
      },
    );
  });

  test('and any word of the templates themselves is no value of theirs', async () => {
    const texts = ['templates/_defaults.tpl', 'templates/_helpers.tpl', 'templates/deployment.yaml'].map(chartFile);
    const words = texts.flatMap((text) => [...text.matchAll(/"([\w.-]+)"/g)].map(([, word = '']) => word));
    const values = {
      ...Object.fromEntries(words.map((word) => [word, true])),
      ...(defaultsOf(CODER_VALUES) as object),
    };
    expect(words.length).toBeGreaterThan(50);
    const chart = chartWith();
    for (const major of HELMS)
      expect(await output(major, chart, { values, args: [NO_SCHEMA] })).toBe(await output(major, chart));
  });

  test('and an unsafe chart is caught', async () => {
    const service = chartFile('templates/service.yaml');
    const unsafe = chartWith({
      'templates/service.yaml': service.replace(
        '.Values.service.loadBalancerClass | quote',
        '.Values.service.loadBalancerClass',
      ),
    });
    const [spot] = SPOTS.filter(({ path }) => path.join('.') === 'service.loadBalancerClass');
    const bad: Bad = { path: spot?.path ?? [], refusedAt: [], value: 'x\n  injected: yes', why: 'value' };
    expect(await unclear([{ major: 'helm3', bad: [bad] }])).toEqual([]);
    expect(await unclear([{ major: 'helm3', bad: [bad] }], unsafe)).toEqual([expect.stringContaining('.injected')]);
  });
});
