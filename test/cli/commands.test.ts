import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { helmTemplate, kubectl, temporaryDirectory } from '../support/helm';
import { type Objects, differences, parseObjects } from '../support/manifests';

const ROOT = path.join(__dirname, '../..');
const CHART = path.join(ROOT, 'charts/coder');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function cli(args: readonly string[], entry = 'lib/cli/main.js', env: NodeJS.ProcessEnv = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, entry), ...args], {
    encoding: 'utf8',
    cwd: temporaryDirectory(),
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

function valuesFile(text: string | Buffer): string {
  const file = path.join(temporaryDirectory(), 'values.yaml');
  fs.writeFileSync(file, text);
  return file;
}

function synth(values: readonly string[], more: readonly string[] = []): { readonly run: Run; readonly out: string } {
  const out = path.join(temporaryDirectory(), 'out');
  const files = values.flatMap((text) => ['-f', valuesFile(text)]);
  return { run: cli(['synth', ...files, ...more, '--out', out]), out };
}

function objectsIn(out: string): Objects {
  const files = fs.readdirSync(out).filter((file) => file !== 'kustomization.yaml');
  const texts = files.map((file) => fs.readFileSync(path.join(out, file), 'utf8'));
  return parseObjects(texts.join('---\n'));
}

describe('synth', () => {
  test('merges several files as Helm does: maps together, the last file wins, null is the default', async () => {
    const files = [
      'commonLabels: {a: "1", b: "1"}\ncoderd: {replicas: 2, extraEnv: [{name: A, value: x}]}\n',
      'commonLabels: {b: "2"}\ncoderd: {replicas: null, extraEnv: [{name: B, value: z}]}\nglobal: {any: thing}\n',
    ];
    const { run, out } = synth(files);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const args = files.flatMap((text) => ['--values', valuesFile(text)]);
    const { stdout } = await helmTemplate('helm3', CHART, { args });
    expect(differences(objectsIn(out), parseObjects(stdout))).toEqual([]);
  });

  test.each([
    ['a byte order mark and CRLF', '\ufeffcoderd:\r\n  replicas: 2\r\n'],
    [
      'anchors and merge keys',
      'x: &a {team: ide}\n'.replace('x:', 'commonLabels:') + 'commonAnnotations:\n  <<: *a\n  b: c\n',
    ],
    [
      'words and numbers of YAML 1.1',
      'coderd: {enabled: yes, terminationGracePeriodSeconds: 0777, replicas: 1_0}\nservice: {enabled: Off}\n',
    ],
    ['text that looks like a date or a time', 'commonAnnotations: {a: 2020-01-01, b: 1:30, c: "1e3", d: "on"}\n'],
  ])('reads %s as Helm does', async (_, text) => {
    const { run, out } = synth([text]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const { stdout } = await helmTemplate('helm4', CHART, { args: ['--values', valuesFile(text)] });
    expect(differences(objectsIn(out), parseObjects(stdout))).toEqual([]);
  });

  test('changes exactly the line that one changed value is about', () => {
    const [before, after] = [synth(['{}\n']).out, synth(['coderd: {replicas: 3}\n']).out];
    const changed = fs
      .readdirSync(after)
      .filter((file) => linesOf(before, file).join() !== linesOf(after, file).join());
    expect(changed).toEqual(['Deployment.coderd.yaml']);
    const lines = linesOf(after, 'Deployment.coderd.yaml').filter(
      (line, i) => linesOf(before, 'Deployment.coderd.yaml')[i] !== line,
    );
    expect(lines).toEqual(['  replicas: 3']);
  });

  test('names and places a release', () => {
    const { run, out } = synth([], ['--release', 'ide', '--namespace', 'tools']);
    expect(run.status).toBe(0);
    expect(fs.readdirSync(out)).toContain('Deployment.ide-coderd.yaml');
    expect(
      Object.values(objectsIn(out)).every((object) => JSON.stringify(object).includes('"namespace":"tools"')),
    ).toBe(true);
  });

  test('writes a kustomization of exactly its objects', async () => {
    const { out } = synth([]);
    const { code, stdout } = await kubectl(['kustomize', out]);
    expect(code).toBe(0);
    expect(differences(parseObjects(stdout), objectsIn(out))).toEqual([]);
  });

  test('does what cdk8s synth runs', () => {
    const { out } = synth([]);
    const other = path.join(temporaryDirectory(), 'cdk8s');
    expect(cli([], 'lib/main.js', { CDK8S_OUTDIR: other }).status).toBe(0);
    expect(fs.readdirSync(other).map((file) => linesOf(other, file))).toEqual(
      fs.readdirSync(out).map((file) => linesOf(out, file)),
    );
  });

  test('says so and touches nothing when all is up to date', () => {
    const out = path.join(temporaryDirectory(), 'out');
    cli(['synth', '--out', out]);
    expect(cli(['synth', '--out', out]).stdout).toMatch(/all up to date/);
  });
});

function linesOf(directory: string, file: string): readonly string[] {
  return fs.readFileSync(path.join(directory, file), 'utf8').split('\n');
}

test('chart writes the committed chart', () => {
  const out = path.join(temporaryDirectory(), 'chart');
  expect(cli(['chart', '--out', out]).status).toBe(0);
  expect(execFileSync('diff', ['--recursive', out, CHART], { encoding: 'utf8' })).toBe('');
});

describe('a mistake is one line, exit code 1, and nothing is written:', () => {
  const bad: readonly (readonly [string, string | Buffer, RegExp])[] = [
    [
      'a wrong type',
      'coderd: {replicas: abc}\n',
      /^values\.coderd\.replicas: expected an integer >= 0, or "" for not set, got "abc"$/,
    ],
    [
      'an unknown key',
      'coderd: {replica: 3}\n',
      /^values\.coderd\.replica: expected one of the keys .*did you mean replicas\?$/,
    ],
    [
      'a value out of a set',
      'service: {type: External}\n',
      /^values\.service\.type: expected one of "LoadBalancer", .*got "External"$/,
    ],
    [
      'a number for a text',
      'image: {tag: 1.36}\n',
      /^values\.image\.tag: expected an image tag, in quotes.*got 1\.36$/,
    ],
    ['a list for a map', '- a\n', /expected a map of values, got a list/],
    ['a scalar for a map', 'text\n', /expected a map of values, got a string/],
    ['two documents', 'a: 1\n---\nb: 2\n', /expected one YAML document, got 2/],
    ['a repeated key', 'coderd: {}\ncoderd: {}\n', /expected YAML, got .*unique/],
    ['broken YAML', 'coderd: {\n', /expected YAML, got/],
    ['other than UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff]), /expected UTF-8 text/],
  ];

  test.each(bad)('%s in a values file', (_, text, message) => {
    const out = path.join(temporaryDirectory(), 'out');
    const run = cli(['synth', '-f', valuesFile(text), '--out', out]);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr.trimEnd()).toMatch(message);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(fs.existsSync(out)).toBe(false);
  });

  test.each([
    [['deploy'], /expected a command \(synth, chart, generate or help\), got "deploy"/],
    [['synth', '--relase', 'a'], /--relase/],
    [['synth', 'extra'], /extra/],
    [['synth', '-f', '/nowhere/values.yaml'], /\/nowhere\/values\.yaml: expected a values file, got nothing/],
    [['synth', '-f', '.'], /expected a values file, got a directory/],
    [['synth', '--release', 'Coder'], /^releaseName: expected a DNS label .*got "Coder"$/],
    [['synth', '--namespace', ''], /^namespace: expected a DNS label .*got ""$/],
    [['generate'], /expected to run in the repository of cdk8s-coder/],
  ])('%j', (args, message) => {
    const run = cli(args);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr.trimEnd()).toMatch(message);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a directory of somebody else', () => {
    const out = temporaryDirectory();
    fs.writeFileSync(path.join(out, 'main.tf'), '');
    const run = cli(['synth', '--out', out]);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/main\.tf.*move it away or choose another/);
    expect(fs.readdirSync(out)).toEqual(['main.tf']);
  });
});

test('help says what the commands are', () => {
  for (const args of [[], ['help'], ['--help']]) expect(cli(args)).toMatchObject({ status: 0, stderr: '' });
  expect(cli(['help']).stdout).toMatch(/synth[\s\S]*--values FILE[\s\S]*chart/);
});
