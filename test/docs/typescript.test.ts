import * as fs from 'node:fs';
import * as path from 'node:path';
import { manifestsIn } from '../cli/command';
import { once } from '../support/arbitraries';
import { temporaryDirectory } from '../support/folder';
import { helm } from '../support/helm';
import { type Objects, differences, parseObjects } from '../support/manifests';
import { helmsAt } from '../support/share';
import { dig } from './coder';
import { type Block, blocksIn, page } from './markdown';
import { inDirectory, runProgram, typeErrors } from './programs';

const BLOCKS = blocksIn('ts');

/** Runs a block; returns the directory in which it wrote. */
const writtenBy = once(async (block: Block): Promise<string> => {
  const directory = temporaryDirectory();
  await inDirectory(directory, () => {
    runProgram(block);
  });
  return directory;
});

/** Runs a block and reads what it wrote: the objects of manifests, or of a chart by both Helms. */
async function objectsOf(block: Block): Promise<readonly Objects[]> {
  const directory = await writtenBy(block);
  const files = fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const charts = files.filter((file) => path.basename(file) === 'Chart.yaml').map((file) => path.dirname(file));
  const manifests = files.filter((file) => file.endsWith('.yaml') && !charts.some((chart) => file.startsWith(chart)));
  const objects = manifests
    .filter((file) => path.basename(file) !== 'kustomization.yaml')
    .map((file) => parseObjects(fs.readFileSync(file, 'utf8')));
  return [...(await Promise.all(charts.map(rendered))), ...objects];
}

async function rendered(chart: string): Promise<Objects> {
  const runs = await Promise.all(helmsAt(0).map((major) => helm(major, ['template', 'a', chart])));
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
  const [first = {}, ...others] = runs.map(({ stdout }) => parseObjects(stdout));
  for (const other of others) expect(other).toEqual(first);
  return first;
}

describe('the TypeScript in the documentation', () => {
  test('is there, and compiles under the settings of the project; what is wrong does not', async () => {
    expect(BLOCKS.length).toBeGreaterThan(1);
    const wrong = { place: 'here', language: 'ts', text: "import { Coder } from 'cdk8s-coder';\nCoder.none();\n" };
    expect(await typeErrors([...BLOCKS, wrong])).toEqual([expect.stringMatching(/^here: .*none/)]);
  });

  test.each(BLOCKS.map((block) => [block.place, block] as const))(
    'at %s runs and writes manifests or a chart',
    async (_, block) => {
      const written = await objectsOf(block);
      expect(written).not.toHaveLength(0);
      for (const objects of written) expect(objects).not.toEqual({});
    },
  );

  test('that puts an Ingress and a NetworkPolicy beside Coder leads to its Service and its pods', async () => {
    const [block] = BLOCKS.filter(({ place }) => place.startsWith('docs/how-to/objects-of-your-own.md'));
    const [objects = {}] = block === undefined ? [] : await objectsOf(block);
    const paths = ['spec', 'rules', 0, 'http', 'paths', 0];
    const labels = dig(objects['Deployment/coderd'], 'spec', 'template', 'metadata', 'labels');
    const peer = dig(objects['NetworkPolicy/coder-proxypolicy'], 'spec', 'egress', 0, 'to', 0);
    expect(dig(objects['Ingress/coder-internal'], ...paths, 'backend', 'service', 'name')).toBe('coderd');
    expect(objects).toHaveProperty(['Service/coderd']);
    expect(labels).toMatchObject(dig(peer, 'podSelector', 'matchLabels') as object);
  });

  test.each(helmsAt(1))('that makes a chart around Coder gives, with %s, what it writes as YAML', async (major) => {
    const [block] = BLOCKS.filter(({ text }) => text.includes("'charts/platform'"));
    if (block === undefined) throw new Error('there is no chart around Coder in the documentation');
    const directory = await writtenBy(block);
    const dist = path.join(directory, 'dist/platform');
    const files = manifestsIn(dist);
    const written = files.map((file) => fs.readFileSync(path.join(dist, file), 'utf8')).join('\n---\n');
    const [, command = ''] =
      /`helm install (.*?)` makes the objects/.exec(page('docs/how-to/chart-of-your-own-constructs.md').text) ?? [];
    const args = command.replace('charts/', path.join(directory, 'charts/')).split(' ');
    const { stdout, stderr } = await helm(major, ['template', ...args, '--namespace', 'coder']);
    expect(stderr).toBe('');
    expect(differences(parseObjects(stdout), parseObjects(written))).toEqual([]);
    expect(parseObjects(written)).toHaveProperty(['Ingress/coderd']);
  });
});
