import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { cli, program, synth, valuesFile } from './command';

const OLD = 'coderd: {devurlsHost: "*.dev.example.com"}\npostgres: {default: {enable: false}, host: db}\n';
const NEW = 'hosts:\n  devurls: "*.dev.example.com"\ndatabase:\n  connector: postgres\n  host: db\n';
const REPORT = [
  'coderd.devurlsHost -> hosts.devurls',
  'postgres.default.enable -> database.connector',
  'postgres.host -> database.host',
  '3 keys: 3 moved, 0 dropped, 0 not converted',
];

describe('migrate', () => {
  test('writes the values to the standard output and the report beside it', () => {
    expect(cli(['migrate', valuesFile(OLD)])).toEqual({ status: 0, stdout: NEW, stderr: `${REPORT.join('\n')}\n` });
  });

  test('does and says the same in the compiled command line', () => {
    const file = valuesFile('coderd: {image: a/b:1}\n');
    expect(program(['migrate', file])).toEqual(cli(['migrate', file]));
  });

  test('writes a file that is not there yet, which synth takes', () => {
    const out = path.join(temporaryDirectory(), 'values.yaml');
    expect(cli(['migrate', valuesFile(OLD), '--out', out])).toMatchObject({ status: 0, stdout: '' });
    expect(fs.readFileSync(out, 'utf8')).toBe(NEW);
    expect(cli(['synth', '-f', out])).toMatchObject({ status: 0 });
    const again = cli(['migrate', valuesFile(''), '--out', out]);
    expect(again).toEqual({
      status: 1,
      stdout: '',
      stderr: `${out}: expected no file, got one; remove it or give another --out\n`,
    });
    expect(fs.readFileSync(out, 'utf8')).toBe(NEW);
  });

  test('converts what it can, and fails, where something is left to be done', () => {
    const { status, stdout, stderr } = cli(['migrate', valuesFile('coderd: {replicas: many, devurlsHost: "*.a.b"}\n')]);
    expect([status, stdout]).toEqual([1, 'hosts:\n  devurls: "*.a.b"\n']);
    expect(stderr).toMatch(/^coderd\.replicas not converted: .* got "many"$/m);
    expect(stderr).toMatch(/, 2 not converted; do these by hand\n$/);
  });

  test.each([
    [[], /^migrate: expected a values file of Coder's own chart, got none; see cdk8s-coder help$/m],
    [['nothing.yaml'], /^nothing\.yaml: expected a values file, got nothing; check the path$/m],
  ])('%j is refused in one line', (args, line) => {
    const { status, stderr } = cli(['migrate', ...args]);
    expect([status, stderr.split('\n')]).toEqual([1, [expect.stringMatching(line), '']]);
  });
});

test.each([
  ['postgres: {host: a}', 'values.postgres.host: expected nothing, since it moved to values.database.host, got a key'],
  [
    'ingress: {enable: true}',
    'values.ingress.enable: expected nothing, since it moved to values.ingress.enabled, got a key',
  ],
  [
    'certs: {secret: {name: a}}',
    'values.certs.secret.name: expected nothing, since it moved to values.trustedCertificate.name, got a key',
  ],
  [
    'services: {type: ClusterIP}',
    'values.services.type: expected nothing, since it has no effect in the chart of Coder, got a key',
  ],
])('synth says where %s moved', (text, message) => {
  const { status, stderr } = synth([text]).run;
  expect([status, stderr]).toEqual([
    1,
    `${message} of Coder's own chart; "npx cdk8s-coder migrate" rewrites the file\n`,
  ]);
});

test('synth says nothing of moves where a key is of neither chart', () => {
  expect(synth(['postgre: {host: a}']).run.stderr).toMatch(
    /^values\.postgre: expected one of the keys .* an unknown key/,
  );
});
