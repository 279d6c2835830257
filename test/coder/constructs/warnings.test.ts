import { App, Chart } from 'cdk8s';
import { coderChartFiles } from '../../../src/cli';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { HELM_PLACEMENT, type Json, ref } from '../../../src/engine/expr';
import { symbolicObjects } from '../../../src/engine/helm';
import { section } from '../../../src/engine/values';
import { synth } from '../../cli/command';
import { temporaryDirectory } from '../../support/folder';
import { type HelmMajor, helmTemplate, writeChart } from '../../support/helm';
import { parseObjects } from '../../support/manifests';
import { dig } from '../../docs/coder';

const MESSAGE =
  'values.database.host: coderd cannot start, since no database is set: set host, user, name and passwordSecret of database; or all of it by coderd.envFrom';

type Given = Readonly<Record<string, Json>>;

/** Values without a database, and values that may have one. */
const WITHOUT: readonly Given[] = [{}, { coderd: { env: { DB_PORT: { value: '5432' } } } }];
const WITH: readonly Given[] = [
  { database: { host: 'db' } },
  { coderd: { env: { DB_HOST: { value: 'db' } } } },
  { coderd: { extraEnv: [{ name: 'DB_HOST', value: 'db' }] } },
  { coderd: { envFrom: [{ secretRef: { name: 'coder-database' } }] } },
  { coderd: { enabled: false } },
];

function made(props: CoderProps, isSilent = false): { readonly app: App; readonly coder: Coder } {
  const app = new App({ outdir: temporaryDirectory() });
  if (isSilent) app.node.setContext('cdk8s-coder/warnings', false);
  return { app, coder: new Coder(new Chart(app, 'chart'), 'coder', props) };
}

/** What an app says when it is synthesized, twice. */
function saidBy(props: CoderProps, isSilent = false): readonly unknown[] {
  const emit = jest.spyOn(process, 'emitWarning').mockImplementation();
  try {
    const { app } = made(props, isSilent);
    expect(emit).not.toHaveBeenCalled();
    app.synth();
    app.synth();
    return emit.mock.calls.map(([text, type]: readonly unknown[]) => `${String(type)}: ${String(text)}`);
  } finally {
    emit.mockRestore();
  }
}

/** The notes of the chart, as an object that `helm template` prints. */
const CHART = writeChart(
  new Map([
    ...[...coderChartFiles()].filter(([file]) => file.endsWith('.tpl') || !file.startsWith('templates/')),
    [
      'templates/notes.yaml',
      `{{- define "notes" }}${coderChartFiles().get('templates/NOTES.txt') ?? ''}{{ end -}}\napiVersion: v1\nkind: Notes\nmetadata: {name: a}\ntext: {{ include "notes" . | quote }}\n`,
    ],
  ]),
);

async function notesBy(major: HelmMajor, values: Given): Promise<string> {
  const { code, stdout, stderr } = await helmTemplate(major, CHART, { values });
  expect([code, stderr]).toEqual([0, '']);
  return dig(parseObjects(stdout)['Notes/a'], 'text') as string;
}

describe('an installation of which no database is known is warned of, with the remedy,', () => {
  test('by Coder itself, and others are not', () => {
    expect(WITHOUT.map((props) => made(props as CoderProps).coder.warnings)).toEqual(WITHOUT.map(() => [MESSAGE]));
    expect(WITH.flatMap((props) => made(props as CoderProps).coder.warnings)).toEqual([]);
  });

  test('when an app is synthesized: once, unless its context says that there are to be no warnings', () => {
    expect(WITHOUT.map((props) => saidBy(props as CoderProps))).toEqual(
      WITHOUT.map(() => [`CoderWarning: ${MESSAGE}`]),
    );
    expect(WITH.flatMap((props) => saidBy(props as CoderProps))).toEqual([]);
    expect(saidBy({}, true)).toEqual([]);
  });

  test('by cdk8s-coder synth, which writes the files all the same', () => {
    const { run } = synth([]);
    expect(run).toMatchObject({ status: 0, stderr: `warning: ${MESSAGE}\n` });
    expect(run.stdout).toMatch(/16 files, 16 written/);
    for (const values of WITH) expect(synth([JSON.stringify(values)]).run).toMatchObject({ status: 0, stderr: '' });
  });

  test.each(['helm3', 'helm4'] as const)('in the last line of the notes of the chart by %s', async (major) => {
    for (const values of WITHOUT)
      expect((await notesBy(major, values)).trimEnd().split('\n').at(-1)).toBe(`WARNING: ${MESSAGE}`);
    for (const values of WITH) expect(await notesBy(major, values)).not.toContain('WARNING');
  });

  test('but not where only Helm knows', () => {
    const emit = jest.spyOn(process, 'emitWarning').mockImplementation();
    const warnings: (readonly string[])[] = [];
    symbolicObjects({
      values: section('Values.', {}),
      build: (chart) => {
        const env = ref<never>(['env'], 'map');
        warnings.push(new Coder(chart, 'coder', { ...HELM_PLACEMENT, coderd: { env } }).warnings);
      },
    });
    expect(warnings).toEqual([[]]);
    expect(emit).not.toHaveBeenCalled();
    emit.mockRestore();
  });
});

describe('an installation whose NetworkPolicy keeps Prometheus out', () => {
  const DATABASE = { env: { DB_HOST: { value: 'db' } } };
  const closed = (others: Given = {}): Given => ({
    coderd: DATABASE,
    networkPolicies: { coderd: { monitoringNamespaces: [], ...others } },
  });
  const SAID =
    'values.networkPolicies.coderd.monitoringNamespaces: Prometheus cannot scrape coderd, since the NetworkPolicy lets nobody reach port 2112: name the namespace of Prometheus, or set metrics.monitor.kind to None';

  test('is warned of, unless another rule may let it in, or nothing is scraped', () => {
    const warningsOf = (values: Given): readonly string[] => made(values).coder.warnings;
    expect(warningsOf(closed())).toEqual([SAID]);
    expect(warningsOf(closed({ enabled: false }))).toEqual([]);
    expect(warningsOf(closed({ extraIngress: [{}] }))).toEqual([]);
    expect(warningsOf({ ...closed(), metrics: { monitor: { kind: 'None' }, rules: { enabled: false } } })).toEqual([]);
    expect(warningsOf({ ...closed(), coderd: { enabled: false } })).toEqual([]);
  });

  test('has it in its notes, and another has who may scrape', async () => {
    expect(await notesBy('helm4', closed())).toContain(`WARNING: ${SAID}`);
    const values = { networkPolicies: { coderd: { monitoringNamespaces: ['a', 'b'] } } };
    expect(await notesBy('helm4', values)).toContain('may scrape port 2112: a, b (');
    expect(await notesBy('helm4', { ...values, coderd: { enabled: false } })).not.toContain('may scrape');
  });
});

describe('an installation with an autoscaler', () => {
  test('is warned of, since Coder advises against one, unless coderd is not there', async () => {
    const values = (enabled: boolean): Given => ({ database: { host: 'db' }, autoscaling: { enabled } });
    const warningsOf = (given: Given): readonly string[] => made(given).coder.warnings;
    const said = /^values\.autoscaling\.enabled: Coder does not recommend an autoscaler/;
    expect(warningsOf(values(true))).toEqual([expect.stringMatching(said)]);
    expect(warningsOf(values(false))).toEqual([]);
    expect(warningsOf({ ...values(true), coderd: { enabled: false } })).toEqual([]);
    expect(await notesBy('helm4', values(true))).toContain(`WARNING: ${warningsOf(values(true)).join('')}`);
  });
});

describe('the notes say where people find Coder:', () => {
  const gateway = { enabled: true, parentRefs: [{ name: 'a' }] };
  test.each<[says: string, values: Given]>([
    ['get services --selector', {}],
    ['Open http://a.example.com when the Ingress', { ingress: { enabled: true } }],
    ['Open https://a.example.com when the Ingress', { ingress: { enabled: true, tls: { secretName: 's' } }, gateway }],
    ['Open a.example.com as the listeners of the Gateway say', { gateway }],
  ])('"%s"', async (says, values) => {
    expect(await notesBy('helm4', { hosts: { access: 'a.example.com' }, ...values })).toContain(says);
    expect(await notesBy('helm4', { ...values, coderd: { enabled: false } })).not.toContain(says);
  });
});

describe('a port for HTTPS without a certificate is warned of', () => {
  const https = { database: { host: 'db' }, service: { https: { enabled: true } } };
  const warnings = (props: CoderProps): readonly string[] => made({ ...https, ...props }).coder.warnings;

  test('unless a value, a variable or a Secret as a whole gives one, or the Service is not made', () => {
    expect(warnings({})).toEqual([
      expect.stringContaining('values.service.https.enabled: coderd does not serve HTTPS'),
    ]);
    const certificate = { SSL_SERVER_CERT_FILE: { value: '/a' } };
    for (const props of [
      { tls: { secretName: 'a' } },
      { tls: { devurlsSecretName: 'a' } },
      { coderd: { env: certificate } },
      { coderd: { envFrom: [{ secretRef: { name: 'a' } }] } },
      { service: { https: { enabled: true }, enabled: false } },
      { coderd: { enabled: false } },
    ])
      expect(warnings(props)).toEqual([]);
  });
});
