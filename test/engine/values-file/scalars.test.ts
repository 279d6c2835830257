import { coderManifestFiles } from '../../../src/cli';
import { readValuesFiles } from '../../../src/engine/values-file';
import { type HelmMajor, type HelmRun, helmTemplate, inParallel } from '../../support/helm';
import { CODER_VALUES } from '../../support/coder-values';
import { ValuesError, checkValues } from '../../../src/engine/values';
import { type Objects, differences, parseObjects } from '../../support/manifests';
import { helmsAt, share } from '../../support/share';
import { CHART, valuesFile } from '../../cli/command';

/** Scalars as people write them in values files, and as they should not. */
const SCALARS = [
  'text',
  'two words',
  '"quoted"',
  "'on'",
  '""',
  'on',
  'Off',
  'yes',
  'n',
  'true',
  '"true"',
  '~',
  'null',
  '0',
  '1',
  '-1',
  '+2',
  '007',
  '0777',
  '0o17',
  '0x10',
  '08',
  '1_000',
  '1e3',
  '1e400',
  '1.5',
  '1.0',
  '1.36',
  '.5',
  '2147483647',
  '2147483648',
  '2020-01-01',
  '2020-01-01T00:00:00Z',
  '1:30',
  '25%',
  '1.36.2',
  '250m',
  '[]',
  '{}',
  '[a]',
  '{a: 1}',
  '!!str 1',
  '"\\x07"',
  '"\\ufeff"',
  '"x\\ny"',
];

/** A type of values: the files that give some scalars to values of it, and how Helm names the value that the i-th got. */
interface Spot {
  readonly files: (scalars: readonly string[]) => readonly string[];
  readonly name: (i: number) => RegExp;
}

/** Types of which there are as many values as one wants. */
const MANY: Readonly<Record<string, Spot>> = {
  annotation: entries('commonAnnotations'),
  label: entries('commonLabels'),
  'any field of an affinity': entries('coderd', 'affinity'),
  'variable of the environment': items('extraEnv', 'name: V', 'value'),
  integer: items('tolerations', 'effect: NoExecute\n      key: k', 'tolerationSeconds'),
};

/** Types of which there are few values, and one of them. */
const FEW: Readonly<Record<string, string>> = {
  boolean: 'serviceAccount.automountToken',
  'integer that may be left out': 'coderd.replicas',
  'integer or percentage': 'coderd.strategy.rollingUpdate.maxSurge',
  'text of a format': 'image.tag',
  map: 'coderd.lifecycle',
  list: 'image.pullSecrets',
  section: 'service',
};

function entries(...keys: readonly string[]): Spot {
  return {
    files: (scalars) => [
      nested(keys, scalars.map((scalar, i) => `\n${pad(keys.length)}k${String(i)}: ${scalar}`).join('')),
    ],
    name: (i) => new RegExp(`[./]k${String(i)}\\b`),
  };
}

function items(list: string, name: string, key: string): Spot {
  const item = (scalar: string, i: number): string => `\n    - ${name}${String(i)}\n      ${key}: ${scalar}`;
  return {
    files: (scalars) => [nested(['coderd', list], scalars.map(item).join(''))],
    name: (i) => new RegExp(`[./]${list}[./]${String(i)}[./]`),
  };
}

/** A value at a path. */
function nested(keys: readonly string[], value: string): string {
  return `${keys.map((key, depth) => `${pad(depth)}${key}:`).join('\n')} ${value}\n`;
}

function pad(depth: number): string {
  return '  '.repeat(depth);
}

function ours(texts: readonly string[]): Objects {
  const files = coderManifestFiles(readValuesFiles(texts.map(valuesFile)), {
    releaseName: 'coder',
    namespace: 'coder',
  });
  const objects = [...files].filter(([file]) => file !== 'kustomization.yaml').map(([, text]) => text);
  return parseObjects(objects.join('---\n'));
}

function theirs(major: HelmMajor, texts: readonly string[]): Promise<HelmRun> {
  return helmTemplate(major, CHART, { args: texts.flatMap((text) => ['--values', valuesFile(text)]) });
}

function isRefused(texts: readonly string[]): boolean {
  try {
    checkValues(CODER_VALUES, readValuesFiles(texts.map(valuesFile)));
    return false;
  } catch (error) {
    if (error instanceof ValuesError) return true;
    throw error;
  }
}

/** How a chart's objects differ from ours; the message of Helm where it refuses what we accept. */
async function unlike(major: HelmMajor, texts: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await theirs(major, texts);
  return code === 0 ? differences(ours(texts), parseObjects(stdout)) : [`refused by Helm only: ${stderr}`];
}

describe.each(Object.entries(MANY).map(([name, spot], turn) => ({ name, spot, turn })))(
  'in a scalar as $name',
  ({ spot, turn }) => {
    const refused = SCALARS.filter((scalar) => isRefused(spot.files([scalar])));
    const accepted = SCALARS.filter((scalar) => !refused.includes(scalar));

    test.each(helmsAt(turn))('we and %s read the same, and refuse the same', async (major) => {
      expect(Math.min(accepted.length, refused.length)).toBeGreaterThan(1);
      expect(await unlike(major, spot.files(accepted))).toEqual([]);
      const { code, stderr } = await theirs(major, spot.files(refused));
      expect(code).not.toBe(0);
      expect(refused.filter((_, i) => !spot.name(i).test(stderr))).toEqual([]);
    });
  },
);

/** Of a null Helm says nothing while it has something to say of other values. */
const ONE_BY_ONE = SCALARS.filter((scalar) => !['~', 'null'].includes(scalar));

/** Scalars that all go into one run of Helm, each at a path of its own. */
type Round = readonly (readonly [path: string, scalar: string])[];

function rounds(wanted: boolean): readonly Round[] {
  const columns = Object.values(FEW).map((dotted) =>
    ONE_BY_ONE.filter((scalar) => isRefused([at(dotted, scalar)]) === wanted).map(
      (scalar) => [dotted, scalar] as const,
    ),
  );
  const length = Math.max(...columns.map((column) => column.length));
  return Array.from({ length }, (_, i) => columns.flatMap((column) => column.slice(i, i + 1)));
}

function at(dotted: string, scalar: string): string {
  return nested(dotted.split('.'), scalar);
}

describe(`in a scalar as ${Object.keys(FEW).join(', ')}`, () => {
  const filesOf = (round: Round): readonly string[] => round.map(([dotted, scalar]) => at(dotted, scalar));

  test('we and Helm read the same', async () => {
    const found: string[] = [];
    await inParallel(share(rounds(false), 8), async (round, i) => {
      found.push(...(await unlike(i % 2 === 0 ? 'helm3' : 'helm4', filesOf(round))));
    });
    expect(found).toEqual([]);
  });

  test('we and Helm refuse the same', async () => {
    const found: string[] = [];
    await inParallel(share(rounds(true), 8), async (round, i) => {
      const { stderr } = await theirs(i % 2 === 0 ? 'helm3' : 'helm4', filesOf(round));
      const missing = round.filter(([dotted]) => !new RegExp(`${dotted.replaceAll('.', '[./]')}\\b`).test(stderr));
      found.push(...missing.map(([dotted, scalar]) => `${dotted}: ${scalar}`));
    });
    expect(found).toEqual([]);
  });
});

// The schema sets no maximum, so Helm rounds the number and prints another; see the report for the fix in src/coder/values.
test('in an integer that no float can hold we and Helm read nothing: both refuse it', async () => {
  const texts = items('tolerations', 'key: k', 'tolerationSeconds').files(['9007199254740993']);
  expect(isRefused(texts)).toBe(true);
  expect((await theirs('helm3', texts)).code).not.toBe(0);
});
