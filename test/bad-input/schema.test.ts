import { parseObjects } from '../support/manifests';
import { type HelmMajor, inParallel } from '../support/helm';
import {
  type Bad,
  type BadValues,
  SPOTS,
  inFiles,
  isReadBack,
  nearMisses,
  unknownKeys,
  wrongTypes,
} from '../support/bad-values';
import { type Refusals, chartFile, chartWith, dotted, output, refusals, template } from '../support/bad-helm';
import { shown } from '../support/bad-spots';
import { share, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

type Words = Readonly<Record<HelmMajor, RegExp>>;

/** What Helm 3 and Helm 4 say of each mistake. */
const WORDS: Readonly<Record<Bad['why'], (key: string) => Words>> = {
  type: () => ({ helm3: /^(Invalid type\. Expected: |.* must be one of )/, helm4: /^(got .*, want |value must be )/ }),
  value: () => ({ helm3: /./, helm4: /./ }),
  'unknown key': (key) => ({
    helm3: new RegExp(`^Additional property ${key} is not allowed`),
    helm4: new RegExp(`^additional properties .*'${key}'`),
  }),
  'missing key': (key) => ({
    helm3: new RegExp(`^${key} is required`),
    helm4: new RegExp(`^missing propert(y|ies) .*'${key}'`),
  }),
  key: () => ({ helm3: /^(Property name of|Additional property) /, helm4: /^additional properties / }),
};

/** True when one line names the path and says what is wrong there. */
function isNamed(major: HelmMajor, said: Refusals, { refusedAt, why, key = '' }: Bad): boolean {
  const isSaid = (where: string, words: RegExp): boolean =>
    said.get(where)?.some((line) => words.test(line) && isAbout(line, key)) === true;
  // Helm 4 knows no place of a bad propertyName: the line names the key alone.
  const isKeyAlone = major === 'helm4' && why === 'key' && isSaid('', /^invalid propertyName /);
  return isKeyAlone || isSaid(dotted(refusedAt), WORDS[why](key)[major]);
}

/** True when a line has the key; each Helm escapes odd characters in its own way. */
function isAbout(line: string, key: string): boolean {
  return line.includes(key) || !/^[ -~]*$/.test(key) || /["'\\]/.test(key);
}

/** The mistakes that Helm does not name. */
async function unnamed(all: readonly Bad[], chart = chartWith()): Promise<readonly string[]> {
  const found: string[] = [];
  const filesOf = (major: HelmMajor): readonly BadValues[] => inFiles(major === 'helm3' ? all.filter(isReadBack) : all);
  const runs = HELMS.flatMap((major) => filesOf(major).map((file) => ({ major, ...file })));
  await inParallel(runs, async ({ major, values, bad }) => {
    const said = refusals(major, await template(major, chart, { values }));
    const silent = bad.filter((one) => !isNamed(major, said, one));
    found.push(...silent.map(({ path, why, value }) => `${major}: ${shown(path)} = ${JSON.stringify(value)} (${why})`));
  });
  return found;
}

describe('the schema of the chart, in Helm 3 and Helm 4, names the path of', () => {
  test('an unknown key in every closed map', async () => {
    expect(await unnamed(unknownKeys())).toEqual([]);
  });

  test('wrong types of every section, value, entry, item and field', async () => {
    expect(await unnamed(SPOTS.flatMap((spot, i) => share(wrongTypes(spot), 6, i)))).toEqual([]);
  });

  test('values just outside of each enum, pattern, length and range, bad keys of open maps, and missing fields', async () => {
    expect(await unnamed(SPOTS.flatMap(nearMisses))).toEqual([]);
  });
});

/** The chart with a schema in which one keyword is nowhere. */
function chartWithout(keyword: string): string {
  const schema = JSON.parse(chartFile('values.schema.json'), (key, value: unknown) =>
    key === keyword && isKeyword(value) ? undefined : value,
  ) as unknown;
  return chartWith({ 'values.schema.json': JSON.stringify(schema) });
}

/** Tells a keyword from a value of that name, which is declared by a schema. */
function isKeyword(value: unknown): boolean {
  return !(typeof value === 'object' && value !== null && 'description' in value);
}

/** The mistakes that Helm does not name in the first file in which there are any. */
async function firstUnnamed([file, ...rest]: readonly BadValues[], chart: string): Promise<readonly string[]> {
  if (file === undefined) return [];
  // Without any types the templates fail in place of the schema.
  const found = await unnamed(file.bad, chart).catch((error: unknown) => [String(error)]);
  return found.length > 0 ? found : firstUnnamed(rest, chart);
}

describe('the checks above notice a schema without', () => {
  const all = [...unknownKeys(), ...SPOTS.flatMap(wrongTypes), ...SPOTS.flatMap(nearMisses)];

  test.each([
    ['additionalProperties', 'unknown key'],
    ['type', 'type'],
    ['pattern', 'value'],
    ['enum', 'value'],
    ['minimum', 'value'],
    ['maximum', 'value'],
    ['maxLength', 'value'],
    ['minLength', 'value'],
    ['uniqueItems', 'value'],
    ['propertyNames', 'key'],
    ['required', 'missing key'],
  ])('%s', async (keyword, why) => {
    const files = inFiles(all.filter((one) => one.why === why)).slice(0, 8);
    expect(await firstUnnamed(files, chartWithout(keyword))).not.toEqual([]);
  });
});

describe('characters that Helm 3 does not read back when it checks values', () => {
  const chart = chartWith();
  const withText = (text: string) => ({ values: { commonAnnotations: { note: text } } });

  test.each(['\x7f', '\x80', '\x9f', '\ufffe', '\uffff'])('are refused: %j', async (char) => {
    const { code, stderr } = await template('helm3', chart, withText(`a${char}b`));
    expect([code, stderr]).toEqual([1, expect.stringContaining('control characters are not allowed')]);
  });

  test('but U+0085, which it takes for a space, comes out as it is', async () => {
    const objects = Object.values(parseObjects(await output('helm3', chart, withText('a\x85b'))));
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(object).toHaveProperty('metadata.annotations.note', 'a\x85b');
  });
});
