import { sayingWhatMoved } from '../../../src/cli/moved-values';
import { MOVES, refusedKeys } from '../../../src/coder/migration';
import { ValuesError, at, checkValues, leavesOf, put } from '../../../src/engine/values';
import { type Refusals, chartFile, chartWith, refusals, template } from '../../support/bad-helm';
import { CODER_VALUES } from '../../support/coder-values';
import type { Case } from '../../support/law';
import { helmsAt } from '../../support/share';

type Values = Readonly<Record<string, unknown>>;

const HERE = leavesOf(CODER_VALUES).map(({ path }) => path.join('.'));

function isHere(path: string): boolean {
  return HERE.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
}

/** The keys of Coder's own chart that this one has not: those in its values.yaml, and others that it reads. */
const MOVED = MOVES.filter(({ from }) => !isHere(from));
const HIDDEN = ['coderd.accessURL', 'podSecurityPolicyName', 'ingress.podSecurityPolicyName'];
const IN_FILE = MOVED.filter(({ from }) => !HIDDEN.includes(from));

const KEYS = [...refusedKeys(CODER_VALUES).keys()];

function withEach(paths: readonly string[], value: unknown): Values {
  return paths.reduce<Values>((values, path) => put(values, path.split('.'), value), {});
}

async function saidOf(values: Values, chart = chartWith()): Promise<readonly Refusals[]> {
  return Promise.all(
    helmsAt(0).map(async (major) =>
      refusals(major, await template(major, chart, { values: values as Case['values'] })),
    ),
  );
}

/** What is said of the key that a path begins with. */
function linesAbout(path: string, said: Refusals): string {
  const [key = ''] = KEYS.filter((one) => path === one || path.startsWith(`${one}.`));
  return (said.get(key) ?? []).join('\n');
}

/** Whether words name a place, or a section that it is in; what left a section is called as before. */
function isNamed(words: string, from: string, place: string): boolean {
  const sections = place.split('.').map((_, i, keys) => keys.slice(0, i + 1).join('.'));
  const names: readonly string[] = words.match(/[\w.]+\w/g) ?? [];
  const isOut = words.includes('moved to the top level') && from.startsWith(`coderd.${sections[0] ?? ''}.`);
  return isOut || sections.some((section) => names.includes(section));
}

/** The keys of which Helm does not say what became of them. */
function unsaid(said: Refusals): readonly string[] {
  return IN_FILE.flatMap(({ from, to, gone = '' }) => {
    const words = linesAbout(from, said);
    return words !== '' && words.includes(gone) && to.every((place) => isNamed(words, from, place)) ? [] : [from];
  });
}

test('of each key in the values of its own chart that is none here, Helm names the new place, or says why there is none', async () => {
  expect(IN_FILE.length).toBeGreaterThan(80);
  for (const said of await saidOf(
    withEach(
      IN_FILE.map(({ from }) => from),
      'x',
    ),
  ))
    expect(unsaid(said)).toEqual([]);
});

test('and synth does so for each key', () => {
  const values = withEach(
    MOVED.map(({ from }) => from),
    'x',
  );
  const problems = problemsOf(values);
  const missing = MOVED.filter(({ from, to, gone = '' }) => {
    const { expected = '', got = '' } = problems.find(({ path }) => path === `values.${from}`) ?? {};
    const isSaid = to.length > 0 ? to.every((place) => expected.includes(`values.${place}`)) : expected.endsWith(gone);
    return !isSaid || !got.includes('cdk8s-coder migrate');
  });
  expect(missing).toEqual([]);
});

function problemsOf(values: Values): ValuesError['problems'] {
  try {
    sayingWhatMoved(values, () => {
      checkValues(CODER_VALUES, values);
    });
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.problems;
    throw error;
  }
}

const NONE: readonly (readonly [string, unknown])[] = [
  ['a map', { a: { b: 1 } }],
  ['an empty map', {}],
  ['a text', 'docker.io/a/b:1'],
  ['the empty text', ''],
  ['a number', 3],
  ['false', false],
  ['null', null],
  ['a list', [{ name: 'A' }]],
];

test.each(NONE)('Helm refuses each of them in one line, whatever it is: %s', async (_, value) => {
  for (const said of await saidOf(withEach(KEYS, value))) {
    expect([...said.keys()].sort()).toEqual([...KEYS].sort());
    expect([...said.values()].filter((lines) => lines.length !== 1)).toEqual([]);
  }
});

test('also the words that it says', async () => {
  const values = [...refusedKeys(CODER_VALUES)].reduce<Values>(
    (all, [key, words]) => put(all, key.split('.'), words),
    {},
  );
  for (const said of await saidOf(values)) expect([...said.keys()].sort()).toEqual([...KEYS].sort());
});

test('a chart that says nothing of one of them is noticed, and one that allows the words', async () => {
  const values = withEach(
    IN_FILE.map(({ from }) => from),
    'x',
  );
  const schema = chartFile('values.schema.json');
  const silent = chartWith({ 'values.schema.json': schema.replace('"certs":', '"cert":') });
  for (const said of await saidOf(values, silent))
    expect(unsaid(said)).toEqual(['certs.secret.name', 'certs.secret.key']);
  const open = chartWith({ 'values.schema.json': schema.replaceAll(',"pattern":"^\\\\S*$"', '') });
  const words = withEach(['certs'], 'moved to trustedCertificate');
  for (const said of await saidOf(words, open)) expect([...said]).toEqual([]);
});

test('editors are told not to offer them', () => {
  const schema: unknown = JSON.parse(chartFile('values.schema.json'));
  const pathOf = (key: string): readonly string[] => key.split('.').flatMap((one) => ['properties', one]);
  const isHidden = (key: string): boolean => at(schema, [...pathOf(key), 'doNotSuggest']) === true;
  expect(isHidden('ingress.enabled')).toBe(false);
  expect(KEYS.filter((key) => !isHidden(key))).toEqual([]);
});
