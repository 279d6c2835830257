import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { helm } from '../support/helm';
import { differences, parseObjects } from '../support/manifests';
import { CHART, cli, textsIn, valuesFile } from './command';

const FIXED = 'service: {type: ClusterIP}\ncoderd: {env: {DB_HOST: {value: db.example.com}}}\n';

/** What the command makes in a folder of its own. */
function made(args: readonly string[]): { readonly said: string; readonly cwd: string } {
  const cwd = temporaryDirectory();
  const { status, stdout, stderr } = cli(['chart', ...args], { cwd });
  expect([status, stderr]).toEqual([0, '']);
  return { said: stdout, cwd };
}

test('the chart is that of the repository, also under another name and version', () => {
  const { said, cwd } = made([]);
  expect(said).toMatch(/^charts\/coder: \d+ files/);
  expect(textsIn(path.join(cwd, 'charts/coder'))).toEqual(textsIn(CHART));
  const { cwd: other } = made(['--name', 'ours', '--chart-version', '9.0.0', '--description', 'Ours', '-o', 'out']);
  expect(textsIn(path.join(other, 'out'))['Chart.yaml']).toMatch(/^apiVersion: v2\nname: ours\ndescription: Ours\n/);
});

test('a smaller chart has the open values alone, and makes what the whole chart makes of all values', async () => {
  const fixed = valuesFile(FIXED);
  const { cwd } = made(['--fixed', fixed, '--open', 'coderd.replicas', '--open', 'image', '--name', 'platform']);
  const chart = path.join(cwd, 'charts/platform');
  const { 'values.yaml': values, 'README.md': readme } = textsIn(chart);
  expect(values?.match(/^ *\w+(?=:)/gm)?.map((key) => key.trim())).toEqual(
    'image registry repository envboxRepository tag digest pullPolicy pullSecrets pullSecretsByName coderd replicas'.split(
      ' ',
    ),
  );
  expect(readme?.match(/^\| `[^`]+`/gm)).toHaveLength(9);
  const args = ['--namespace', 'b', '--set', 'coderd.replicas=4'];
  const smaller = await helm('helm4', ['template', 'a', chart, ...args]);
  const whole = await helm('helm4', ['template', 'a', CHART, ...args, '--values', fixed]);
  expect(differences(parseObjects(whole.stdout), parseObjects(smaller.stdout))).toEqual([]);
});

test.each([
  [['--open', 'coderd.pods'], /^open\[0\]: expected the path of a value, such as nameOverride, got "coderd.pods"$/m],
  [['--open', 'service'], /^open\[0\]: expected a value that is not fixed, got "service"$/m],
  [['--fixed', 'nothing.yaml'], /nothing\.yaml/],
  [['--name', 'A B'], /^metadata\.name: expected lower case letters, digits and -/m],
  [['--chart-version', '1'], /^metadata\.version: expected a version of SemVer 2/m],
])('%j is refused in one line, and nothing is written', (args, line) => {
  const cwd = temporaryDirectory();
  const { status, stderr } = cli(['chart', '--fixed', valuesFile('service: {type: ClusterIP}\n'), ...args], { cwd });
  expect(status).toBe(1);
  expect(stderr).toMatch(line);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(fs.readdirSync(cwd)).toEqual([]);
});
