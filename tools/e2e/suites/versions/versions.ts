import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type KubernetesRelease, kubernetesReleases } from '../../../components';
import { temporaryFolder } from '../../../process';
import { fields, text } from '../../../read';
import { root } from '../../../setup/index.cjs';
import type { Claim, Suite } from '../../claims';
import { type Client, type Helms, helmNames, helmTitles, helmsOf, typesOf } from '../../kubernetes';
import { examples, valuesOf } from '../../../examples';
import { controlClaims } from './controls';
import { assertFit, render } from './fit';
import { type ManifestsByTitle, manifestsByTitle } from './manifests';

const { oldest, middle, newest } = kubernetesReleases();

/** No server of the older versions runs: their published types are what objects are held against. */
export const versionsSuite: Suite = {
  title: 'Versions of Kubernetes',
  claims: 16,
  run: async (claim) => {
    const folder = temporaryFolder('versions');
    const helms = helmsOf({ folder, kubeconfig: path.join(folder, 'none') });
    const manifests = await manifestsByTitle(folder);
    await claim('the oldest Kubernetes that is looked at is the oldest that the chart takes', () => isOldest(helms));
    for (const release of [oldest, middle, newest]) await versionClaims(claim, release, { helms, manifests });
  },
};

async function isOldest({ helm4 }: Helms): Promise<void> {
  const source = fs.readFileSync(path.join(root, 'charts', 'coder', 'Chart.yaml'), 'utf8');
  const { kubeVersion } = fields({ kubeVersion: text })(parse(source), 'Chart.yaml');
  const minor = Number(/^>=1\.(\d+)\.0-0$/.exec(kubeVersion)?.[1]);
  assert.ok(oldest.version.startsWith(`1.${minor}.`), kubeVersion);
  await assert.rejects(render(helm4, `1.${minor - 1}.20`), /kubeVersion/);
}

interface Outputs {
  readonly helms: Helms;
  readonly manifests: ManifestsByTitle;
}

async function versionClaims(claim: Claim, release: KubernetesRelease, outputs: Outputs): Promise<void> {
  const { helms, manifests } = outputs;
  const { version } = release;
  const types = await typesOf(release);
  const lacksTrafficPolicy = version === oldest.version;
  await controlClaims(claim, { version, types, helm: helms.helm4, objects: manifests.dist, lacksTrafficPolicy });
  await claim(`Kubernetes ${version}: dist and the manifests of the examples are of its types`, () => {
    for (const [title, objects] of Object.entries(manifests)) assertFit({ version, types }, { title, objects });
  });
  for (const helm of helmNames) {
    const what = `what ${helmTitles[helm]} renders is of its types, for default values and examples`;
    await claim(`Kubernetes ${version}: ${what}`, async () => {
      await fits({ version, types }, helms[helm], { title: 'default values', values: [] });
      for (const example of examples) {
        await fits({ version, types }, helms[helm], { title: example.name, values: valuesOf(example) });
      }
    });
  }
}

interface Values {
  readonly title: string;
  readonly values: readonly string[];
}

async function fits(release: Parameters<typeof assertFit>[0], helm: Client, { title, values }: Values): Promise<void> {
  assertFit(release, { title, objects: await render(helm, release.version, values) });
}
