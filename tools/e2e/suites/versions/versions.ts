import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { goRecipe } from '../../../components';
import { temporaryFolder } from '../../../process';
import { fields, text } from '../../../read';
import { root } from '../../../setup/index.cjs';
import type { Claim, Suite } from '../../claims';
import { type Helms, type KubernetesRelease, helmNames, helmTitles, helmsOf, typesOf } from '../../kubernetes';
import { examples } from '../suite';
import { controlClaims } from './controls';
import { assertFit, render } from './fit';
import { type ManifestsByTitle, manifestsByTitle } from './manifests';

/** The oldest that the chart takes, and one in the middle; the newest is the one that the other suites run. */
const oldest = { version: '1.19.16', sum: 'h1:8dftf618+l3zwEU1REY0hnyfGMSw1SgHgv1QMpHHHx0=' };
const middle = { version: '1.28.15', sum: 'h1:d91N2Znk+E8REIJZlrD6za2JtIwvEypa0DB1IoU4fJ0=' };

/** No server of the older versions runs: their published types are what objects are held against. */
export const versionsSuite: Suite = {
  title: 'Versions of Kubernetes',
  claims: 16,
  run: async (claim) => {
    const folder = temporaryFolder('versions');
    const helms = helmsOf({ folder, kubeconfig: path.join(folder, 'none') });
    const manifests = await manifestsByTitle(folder);
    await claim('the oldest Kubernetes that is looked at is the oldest that the chart takes', () => isOldest(helms));
    for (const release of [oldest, middle, newest()]) await versionClaims(claim, release, { helms, manifests });
  },
};

function newest(): KubernetesRelease {
  const { version, folder } = goRecipe('kube-apiserver');
  const sums = fs.readFileSync(path.join(folder, 'go.sum'), 'utf8').split('\n');
  const sum = sums.find((line) => line.startsWith(`k8s.io/kubernetes v${version} `))?.split(' ')[2];
  if (sum === undefined) throw new Error(`no sum of Kubernetes ${version} in ${folder}`);
  return { version, sum };
}

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
    for (const [title, objects] of Object.entries(manifests))
      assertFit(types, objects, title, version === oldest.version);
  });
  for (const helm of helmNames) {
    const what = `what ${helmTitles[helm]} renders is of its types, for default values and examples`;
    await claim(`Kubernetes ${version}: ${what}`, async () => {
      for (const file of [undefined, ...examples])
        assertFit(
          types,
          await render(helms[helm], version, { file }),
          file ?? 'default values',
          version === oldest.version,
        );
    });
  }
}
