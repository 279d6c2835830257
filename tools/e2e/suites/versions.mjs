import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { runChild, temporaryFolder } from '../../components/index.mjs';
import { goRecipe } from '../../components/go-modules.mjs';
import { root } from '../../setup/root.mjs';
import { helmsOf } from '../clients.mjs';
import { idOf, objectsIn } from '../objects.mjs';
import { problemsOf, typesOf } from '../schemas.mjs';

const chart = path.join(root, 'charts', 'coder');
const examples = fs.readdirSync(path.join(root, 'examples')).sort();
const majors = { helm3: 'Helm 3', helm4: 'Helm 4' };

/** The oldest that the chart takes, and one in the middle; the newest is the one that the other suites run. */
const older = [
  { version: '1.19.16', sum: 'h1:8dftf618+l3zwEU1REY0hnyfGMSw1SgHgv1QMpHHHx0=' },
  { version: '1.28.15', sum: 'h1:d91N2Znk+E8REIJZlrD6za2JtIwvEypa0DB1IoU4fJ0=' },
];

/** No server of the older versions runs: their published types are what objects are held against. */
export async function versionsSuite({ claim }) {
  const folder = temporaryFolder('versions');
  const helms = helmsOf({ folder, kubeconfig: path.join(folder, 'none') });
  const manifests = await outputs(folder);
  await claim('the oldest Kubernetes that is looked at is the oldest that the chart takes', () => oldest(helms));
  for (const release of [...older, newest()]) await versionClaims(claim, { ...release, helms, manifests });
}

function newest() {
  const { version } = goRecipe('kube-apiserver');
  const sums = fs.readFileSync(path.join(root, 'tools', 'components', 'go', 'go.sum'), 'utf8');
  const line = sums.split('\n').find((text) => text.startsWith(`k8s.io/kubernetes v${version} `));
  return { version, sum: line.split(' ')[2] };
}

async function oldest({ helm4 }) {
  const { kubeVersion } = parse(fs.readFileSync(path.join(chart, 'Chart.yaml'), 'utf8'));
  const [, minor] = /^>=1\.(\d+)\.0-0$/.exec(kubeVersion);
  assert.match(older[0].version, new RegExp(`^1\\.${minor}\\.`));
  const before = `1.${minor - 1}.20`;
  await assert.rejects(helm4(['template', 'coder', chart, '--kube-version', before]), /kubeVersion/);
}

/** dist, and what synth writes of each example: a list of objects by title. */
async function outputs(folder) {
  const entries = examples.map(async (file) => {
    const out = path.join(folder, path.parse(file).name);
    const args = ['lib/cli/main.js', 'synth', '--values', path.join('examples', file), '--out', out];
    const { status, stderr } = await runChild(process.execPath, args, { cwd: root });
    assert.equal(status, 0, stderr);
    return [`the manifests of examples/${file}`, objectsInFolder(out)];
  });
  return Object.fromEntries([['dist', objectsInFolder(path.join(root, 'dist'))], ...(await Promise.all(entries))]);
}

function objectsInFolder(folder) {
  const files = fs.readdirSync(folder).filter((name) => name !== 'kustomization.yaml');
  return files.flatMap((name) => objectsIn(fs.readFileSync(path.join(folder, name), 'utf8')));
}

async function versionClaims(claim, { version, sum, helms, manifests }) {
  const types = await typesOf({ version, sum });
  await controls(claim, { version, types, helms, objects: manifests.dist });
  await claim(`Kubernetes ${version}: dist and the manifests of the examples are of its types`, () => {
    for (const [title, objects] of Object.entries(manifests)) assertFit(types, objects, title);
    return Promise.resolve();
  });
  for (const [helm, name] of Object.entries(majors)) {
    await claim(
      `Kubernetes ${version}: what ${name} renders is of its types, for default values and examples`,
      async () => {
        for (const file of [undefined, ...examples])
          assertFit(types, await render(helms[helm], { version, file }), file ?? 'default values');
      },
    );
  }
}

/** The objects of the Operator are none of Kubernetes' own: the other suites have a server look at them. */
function assertFit(types, objects, title) {
  const own = objects.filter(({ apiVersion }) => !apiVersion.startsWith('monitoring.coreos.com/'));
  assert.deepEqual(
    own.flatMap((object) => problemsOf(types, object)),
    [],
    title,
  );
  // Only the example without coderd has none of them: its one object is a PodMonitor.
  assert.ok(own.length > 0 || title.includes('monitoring-only'), `${title}: objects of Kubernetes itself`);
}

async function render(helm, { version, file, set = [] }) {
  const values = file === undefined ? [] : ['--values', path.join(root, 'examples', file)];
  const args = ['template', 'coder', chart, '--namespace', 'coder', '--kube-version', version, ...values, ...set];
  return objectsIn(await helm(args));
}

async function controls(claim, { version, types, helms, objects }) {
  await claim(`Kubernetes ${version}: an unknown field, another type and an unknown kind would be seen`, () => {
    const deployment = objects.find(({ kind }) => kind === 'Deployment');
    assert.deepEqual(problemsOf(types, deployment), []);
    const changed = { ...deployment, spec: { ...deployment.spec, replicas: 'two', odd: 1 } };
    assert.deepEqual(problemsOf(types, changed).sort(), [
      `${idOf(deployment)}.spec.odd: unknown field`,
      `${idOf(deployment)}.spec.replicas: expected integer, got string`,
    ]);
    const other = { ...deployment, apiVersion: 'extensions/v1beta1' };
    assert.deepEqual(problemsOf(types, other), ['extensions/v1beta1 Deployment: unknown kind']);
    return Promise.resolve();
  });
  const isOld = version === older[0].version;
  const title = isOld ? 'does not know' : 'knows';
  await claim(
    `Kubernetes ${version}: ${title} service.internalTrafficPolicy, which is not set by default`,
    async () => {
      const set = ['--set', 'service.internalTrafficPolicy=Local'];
      const found = (await render(helms.helm4, { version, set })).flatMap((object) => problemsOf(types, object));
      const expected = isOld ? ['Service/coderd.spec.internalTrafficPolicy: unknown field'] : [];
      assert.deepEqual(
        found.filter((line) => line.startsWith('Service/')),
        expected,
      );
    },
  );
}
