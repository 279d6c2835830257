import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { run } from '../../src/cli';
import { CODER_VALUES } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { checkValues, isMap } from '../../src/engine/values';
import { GO_YAML } from '../../src/engine/values-file/go-yaml';
import { FOREIGN, foreignGroupOf, manifestSnippets } from '../../tools/snippets';
import { temporaryDirectory } from '../support/folder';
import { type HelmMajor, helm, helmTemplate, kubectl, writeChart } from '../support/helm';
import { parseObjects } from '../support/manifests';
import { shellWords } from './cluster';
import { type Block, ROOT, blocksIn, codeIn, pages, proseOf } from './markdown';
import { inDirectory } from './programs';
import { clone, tryCommand } from './shell';

const PARENT_PAGE = 'docs/how-to/in-a-parent-chart.md';

/** Who judges a block of YAML: the objects of Kubernetes are applied by the end-to-end suite `faults`, scrapes are read by `npm run test:rules`, all others here. */
type Judge =
  'an API server' | 'nobody, with a reason' | 'kubectl kustomize' | 'the declaration of values' | 'Helm' | 'promtool';

function judgeOf({ text, place }: Block): Judge | undefined {
  const documents = parseAllDocuments(text, GO_YAML).map((document) => document.toJS() as unknown);
  const maps = documents.filter(isMap);
  if (maps.length === 0 || maps.length < documents.length) return undefined;
  if (maps.every((map) => 'apiVersion' in map && 'kind' in map)) return judgeOfObjects(maps);
  if (place.startsWith(`${PARENT_PAGE}:`)) return 'Helm';
  if (maps.every((map) => 'scrape_configs' in map)) return 'promtool';
  return maps.every((map) => Object.keys(map).every((key) => key in CODER_VALUES.children))
    ? 'the declaration of values'
    : undefined;
}

function judgeOfObjects(objects: readonly Readonly<Record<string, unknown>>[]): Judge {
  const groups = objects.map(foreignGroupOf);
  if (groups.every((group) => group === undefined)) return 'an API server';
  return groups.every((group) => group === 'kustomize.config.k8s.io') ? 'kubectl kustomize' : 'nobody, with a reason';
}

const BLOCKS = blocksIn('yaml').map((block) => ({ ...block, judge: judgeOf(block) }));

function judgedBy(judge: Judge): readonly Block[] {
  return BLOCKS.filter((block) => block.judge === judge);
}

describe('each block of YAML in the documentation', () => {
  test('has somebody who judges it, and each judge has some', () => {
    expect(BLOCKS.filter(({ judge }) => judge === undefined)).toEqual([]);
    expect(new Set(BLOCKS.map(({ judge }) => judge)).size).toBe(6);
  });

  test('that is for an API server goes to the one of the end-to-end suite', () => {
    const sent = manifestSnippets().filter(({ object }) => foreignGroupOf(object) === undefined);
    expect(new Set(sent.map(({ place }) => place))).toEqual(
      new Set(judgedBy('an API server').map(({ place }) => place)),
    );
  });

  test.each(Object.keys(FOREIGN))('of the group %s, which no API server gets, is there', (group) => {
    expect(pages().some(({ text }) => text.includes(`apiVersion: ${group}/`) || text.includes(`'${group}/`))).toBe(
      true,
    );
  });

  test('of values is taken by the chart', () => {
    for (const { text } of judgedBy('the declaration of values'))
      for (const document of parseAllDocuments(text, GO_YAML))
        expect(() => {
          checkValues(CODER_VALUES, document.toJS());
        }).not.toThrow();
  });

  test('of Kustomize is built by kubectl from what synth writes', async () => {
    for (const { text } of judgedBy('kubectl kustomize')) {
      const directory = temporaryDirectory();
      await inDirectory(directory, () => {
        jest.spyOn(console, 'log').mockImplementation();
        expect(run(['synth', '--out', 'deploy/coder', '-f', path.join(ROOT, 'examples/minimal.yaml')])).toBe(0);
        fs.mkdirSync('deploy/own');
        fs.writeFileSync('deploy/own/kustomization.yaml', text);
        fs.writeFileSync('deploy/own/ingress.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n');
      });
      const { code, stdout, stderr } = await kubectl(['kustomize', path.join(directory, 'deploy/own')]);
      expect([code, stderr]).toEqual([0, '']);
      expect(Object.keys(parseObjects(stdout))).toEqual(expect.arrayContaining(['Deployment/coderd', 'Service/a']));
    }
  });

  describe.each<HelmMajor>(['helm3', 'helm4'])('about a parent chart is rendered by %s:', (major) => {
    const texts = judgedBy('Helm').map(({ text }) => text);
    const [dependencies, values] = [true, false].map((is) =>
      texts.filter((text) => /^dependencies:/.test(text) === is),
    );

    test.each([
      [0, ['Deployment/coderd']],
      [1, ['Deployment/coder-blue-coderd', 'Deployment/coder-red-coderd']],
    ])('chart and values %i', async (i, made) => {
      const parent = parentOf(dependencies?.[i] ?? '');
      const given = parseAllDocuments(values?.[i] ?? '', { ...GO_YAML, merge: true }).map((one) => one.toJS() as Json);
      const { code, stdout, stderr } = await helmTemplate(major, parent, { values: given[0] ?? {} });
      expect([code, stderr]).toEqual([0, '']);
      expect(Object.keys(parseObjects(stdout)).filter((key) => key.startsWith('Deployment/'))).toEqual(made);
      expect(Object.keys(parseObjects(stdout)).filter((key) => key === 'ServiceAccount/environments')).toHaveLength(1);
    });
  });
});

/** A chart with these dependencies, which are in it already. */
function parentOf(dependencies: string): string {
  const parent = writeChart(new Map([['Chart.yaml', `apiVersion: v2\nname: parent\nversion: 0.0.1\n${dependencies}`]]));
  fs.cpSync(path.join(ROOT, 'charts/coder'), path.join(parent, 'charts', 'coder'), { recursive: true });
  return parent;
}

/** Commands that stand in sentences, with what they are given; NAME and NAMESPACE are the reader's. */
const IN_PROSE = pages()
  .filter(({ file }) => !file.startsWith('docs/runbooks/'))
  .flatMap(({ file, text }) => {
    const commands = codeIn(proseOf({ file, text })).filter((code) => /^(kubectl|npx cdk8s-coder) \S+ \S/.test(code));
    return commands.map((line) => [file, line.replaceAll(/\bNAME(SPACE)?\b/g, 'coder')] as const);
  });

test.each(IN_PROSE)('in a sentence of %s, `%s` has no mistake', async (_, line) => {
  jest.spyOn(console, 'log').mockImplementation();
  await inDirectory(clone(), async () => {
    expect(await tryCommand(shellWords(line))).toBeUndefined();
  });
});

describe('the notes that helm install prints', () => {
  const NOTES = (release: string, ...values: readonly string[]): readonly string[] => [
    ...['install', release, path.join(ROOT, 'charts/coder'), '--namespace', 'coder', '--dry-run=client'],
    ...values.flatMap((value) => ['--set', value]),
  ];

  test.each([
    [[]],
    [['metrics.monitor.kind=ServiceMonitor']],
    [['metrics.monitor.kind=None', 'metrics.rules.job=a']],
    [['coderd.enabled=false']],
  ])('have commands without a mistake: %j', async (values) => {
    jest.spyOn(console, 'log').mockImplementation();
    const { stdout } = await helm('helm4', NOTES('coder', ...values));
    const lines = stdout.slice(stdout.indexOf('NOTES:')).split('\n');
    const commands = lines.filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim());
    expect(commands.length).toBeGreaterThan(0);
    await inDirectory(clone(), async () => {
      for (const line of commands) expect([line, await tryCommand(shellWords(line))]).toEqual([line, undefined]);
    });
  });
});
