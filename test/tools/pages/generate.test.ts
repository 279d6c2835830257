import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CODER_VALUES } from '../../support/coder-values';
import { manifest, section } from '../../../src/engine/values';
import { type Made, generate, made } from '../../../tools/pages';
import { propsProblem, propsText } from '../../../tools/pages/props';
import { inDirectory } from '../../docs/programs';
import { share } from '../../support/share';

function propsWith(type: string): string {
  const added = manifest(type, { description: 'How to log in.', default: {} });
  return propsText(section('Values.', { ...CODER_VALUES.children, basicAuth: added }));
}

describe('a value whose TypeScript type', () => {
  test('is there gives props that compile', () => {
    expect(propsProblem(propsText(CODER_VALUES))).toBeUndefined();
    expect(propsProblem(propsWith('k8s.Affinity'))).toBeUndefined();
  });

  test.each(share(['BasicAuth', 'k8s.Afinity', 'plus.Affinity'], 3))('is not there is refused: %s', async (type) => {
    const said = await refused({ props: propsWith(type) });
    expect(said).toMatch(/^error: readonly basicAuth\?: [^\n]* would not compile: [^\n]+$/);
    expect(said).toContain(type.split('.').at(-1));
  });
});

const MADE = made();

/** What the generator says of files with mistakes; it writes nothing. */
async function refused(mistakes: Partial<Made>): Promise<string> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'generate-'));
  const said = jest.spyOn(console, 'error').mockImplementation();
  await inDirectory(directory, () => {
    expect(generate({ ...MADE, ...mistakes })).toBe(1);
  });
  const lines = said.mock.calls.map(([line]) => String(line));
  jest.restoreAllMocks();
  expect(lines).toHaveLength(1);
  expect(fs.readdirSync(directory)).toEqual([]);
  fs.rmdirSync(directory);
  return lines[0] ?? '';
}

describe('a generated file', () => {
  test.each<[keyof Made, string, string, RegExp]>([
    [
      'manifests',
      'Service.coderd.yaml',
      'a: [',
      /^error: Service\.coderd\.yaml could not be read: .+ Nothing was written\.$/,
    ],
    ['chart', 'values.yaml', 'a: 1\na: 2\n', /^error: values\.yaml could not be read: .+ Nothing was written\.$/],
    ['chart', 'values.schema.json', '{', /^error: values\.schema\.json could not be read: .+ Nothing was written\.$/],
    [
      'chart',
      'templates/service.yaml',
      '{{ if }}',
      /^error: Error: parse error at .+service\.yaml:1.+ Nothing was written\.$/,
    ],
    [
      'chart',
      'templates/service.yaml',
      'a: [',
      /^error: Error: YAML parse error on .+service\.yaml.+ Nothing was written\.$/,
    ],
  ])('of the %s that nobody could read is refused: %s with %j', async (kind, file, text, expected) => {
    expect(await refused({ [kind]: new Map([...MADE[kind as 'chart'], [file, text]]) })).toMatch(expected);
  });
});
