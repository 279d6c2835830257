import type { Json } from '../../src/engine/expr';
import { printYaml } from '../../src/engine/output';
import { at, isMap } from '../../src/engine/values';
import { CODER_VALUES } from '../support/coder-values';
import { cases } from '../support/law';
import { count, seedAt } from '../support/share';
import { dig } from '../docs/coder';
import { cli, objectsIn, program, synth, valuesFile } from './command';

const NOTE =
  'not among them: the images of workspaces, which people choose in Coder, and those that an operator chooses for an object of its own\n';
const CODERD = 'docker.io/coderenvs/coder-service:1.36.2';
const ENVBOX = 'docker.io/coderenvs/envbox:1.36.2';

function listed(text: string): readonly string[] {
  const { status, stdout, stderr } = cli(['images', '-f', valuesFile(text)]);
  expect(status === 0 ? '' : stderr).toBe('');
  return stdout.split('\n').slice(0, -1);
}

/** Whatever is called `image` in what runs pods, but for volumes, which have it as a source; and the variable of envbox. */
function written(part: Json | undefined): readonly string[] {
  if (Array.isArray(part)) return (part as readonly Json[]).flatMap(written);
  if (!isMap(part)) return [];
  const { image, name, value, volumes = [] } = part;
  return [
    ...(volumes as readonly Json[]).map((volume) => at(volume, ['image', 'reference'])),
    ...[image, name === 'ENVBOX_IMAGE' ? value : ''],
    ...Object.entries(part).flatMap(([key, inner]) => (key === 'volumes' ? [] : written(inner))),
  ].filter((text): text is string => typeof text === 'string' && text !== '');
}

function writtenIn(text: string): readonly string[] {
  const { run, out } = synth([text]);
  expect(run.status).toBe(0);
  const running = Object.entries(objectsIn(out)).filter(([key]) => /^(Deployment|StatefulSet)\//.test(key));
  return [...new Set(running.flatMap(([, object]) => written(dig(object, 'spec'))))].sort();
}

describe('images', () => {
  test('lists those of coderd and of envbox, one a line, and says what it cannot know', () => {
    expect(cli(['images'])).toEqual({ status: 0, stdout: `${CODERD}\n${ENVBOX}\n`, stderr: NOTE });
  });

  test('lists each image that synth writes, and nothing else, for values by chance', () => {
    const drawn = cases(CODER_VALUES, count({ few: 12, many: 60 }), { seed: seedAt(84), presence: 0.4 });
    for (const { values } of drawn) {
      const text = printYaml(values);
      expect(listed(text)).toEqual(writtenIn(text));
    }
  });

  test.each<[string, string, readonly string[]]>([
    [
      'a digest in place of the tag',
      `image: {digest: "sha256:${'0f'.repeat(32)}"}`,
      [`docker.io/coderenvs/coder-service@sha256:${'0f'.repeat(32)}`, ENVBOX],
    ],
    [
      'a mirror',
      'image: {registry: mirror.example.com/x}',
      ['mirror.example.com/x/coderenvs/coder-service:1.36.2', 'mirror.example.com/x/coderenvs/envbox:1.36.2'],
    ],
    ['the image of envbox', 'envbox: {image: "b:1"}', ['b:1', CODERD]],
    ['the image of envbox by its variable', 'coderd: {env: {ENVBOX_IMAGE: {value: "b:1"}}}', ['b:1', CODERD]],
    [
      'a database for trials',
      'evaluationDatabase: {enabled: true, passwordSecret: {name: a}}',
      [CODERD, ENVBOX, 'docker.io/library/postgres:15-alpine'],
    ],
    [
      'sidecars and init containers',
      'coderd: {sidecars: [{name: a, image: "a:1"}], extraInitContainers: [{name: b, image: "b:1"}]}',
      ['a:1', 'b:1', CODERD, ENVBOX],
    ],
    [
      'a volume with an image',
      'coderd: {extraVolumes: [{name: a, image: {reference: "v:1"}}]}',
      [CODERD, ENVBOX, 'v:1'],
    ],
    ['nothing where coderd is elsewhere', 'coderd: {enabled: false}\nmetrics: {rules: {job: a}}', []],
  ])('lists %s', (_, text, expected) => {
    expect(listed(text)).toEqual(expected);
  });

  test('says that it does not know an image that a Secret names', () => {
    const secret = 'coderd: {env: {ENVBOX_IMAGE: {valueFrom: {secretKeyRef: {name: a, key: b}}}}}';
    expect(cli(['images', '-f', valuesFile(secret)])).toEqual({
      status: 0,
      stdout: `${CODERD}\n`,
      stderr: `${NOTE}not among them: the image of ENVBOX_IMAGE, which comes from a Secret or a ConfigMap\n`,
    });
  });

  test('says as JSON what pulls each, the same in the compiled command line', () => {
    const args = ['images', '--json', '--release', 'b'];
    expect(program(args)).toEqual(cli(args));
    expect(JSON.parse(cli(args).stdout)).toEqual([
      { image: CODERD, by: ['Deployment b-coderd, container migrations', 'Deployment b-coderd, container coderd'] },
      { image: ENVBOX, by: ['Deployment b-coderd, started by coderd'] },
    ]);
  });

  test.each([
    [['x.yaml'], /^Unexpected argument 'x\.yaml'.*; see cdk8s-coder help$/m],
    [['--out', 'a'], /^Unknown option '--out'.*; see cdk8s-coder help$/m],
  ])('%j is refused in one line', (args, line) => {
    const { status, stderr } = cli(['images', ...args]);
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toMatch(line);
  });
});
