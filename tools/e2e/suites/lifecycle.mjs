import assert from 'node:assert/strict';
import { packagedChart, prepareNamespace } from '../chart.mjs';
import { everything } from '../everything.mjs';
import { eventually } from '../eventually.mjs';
import { olderChart, renumberedChart } from '../other-charts.mjs';
import { releaseOf } from '../release.mjs';
import { neighbourClaims } from './neighbours.mjs';
import { scaleClaims } from './scale.mjs';

const majors = { helm3: 'Helm 3', helm4: 'Helm 4' };
const image = (tag) => ['--reset-then-reuse-values', '--set', `image.tag=${tag}`];

/** A release from its installation to its end, with Helm 3 and Helm 4. */
export async function lifecycleSuite({ claim }, cluster) {
  const chart = await packagedChart(cluster);
  const charts = { older: await olderChart(cluster, chart), renumbered: await renumberedChart(cluster, chart) };
  for (const [helm, name] of Object.entries(majors)) {
    const namespace = `life-${helm}`;
    await prepareNamespace(cluster, namespace);
    const stack = { cluster, chart, charts, name, release: releaseOf(cluster, chart, { helm, namespace }) };
    await lifeClaims(claim, stack);
    await scaleClaims(claim, stack);
    await neighbourClaims(claim, stack);
  }
  await newMajorClaims(claim, { cluster, chart });
}

async function lifeClaims(claim, { cluster, charts, name, release }) {
  const before = await everything(cluster, release.namespace);
  await release.install([], charts.older);
  await reuseClaims(claim, { charts, name, release });
  const first = await release.objects();
  await upgradeClaims(claim, { charts, name, release });
  await claim(`${name}: a rollback stores every object as it was, and its pods are Ready`, async () => {
    await release.rollback(2);
    await release.ready(1);
    assert.deepEqual(await release.objects(), first);
  });
  await claim(
    `${name}: uninstalling leaves nothing in the namespace or the cluster that was not there before`,
    async () => {
      assert.notDeepEqual(await everything(cluster, release.namespace), before);
      await release.uninstall();
      await eventually(async () => assert.deepEqual(await everything(cluster, release.namespace), before));
    },
  );
}

async function reuseClaims(claim, { charts, name, release }) {
  await claim(
    `${name}: an upgrade with --reuse-values from a chart that lacked values takes their defaults`,
    async () => {
      const uids = await release.ready(1);
      const known = JSON.parse(await release.helmSays(['get', 'values'], ['--all', '--output', 'json']));
      assert.deepEqual([known.metrics, known.coderd.strategy, known.coderd.replicas], [undefined, undefined, 1]);
      const old = await release.objects();
      await release.upgrade(['--reuse-values']);
      assert.deepEqual(await release.objects(), old);
      assert.deepEqual(await release.ready(1), uids);
    },
  );
  await claim(`${name}: an upgrade to a chart with another version only restarts no pod`, async () => {
    const uids = await release.ready(1);
    const { generation } = (await release.deployment()).metadata;
    await release.upgrade([], charts.renumbered);
    const { chart } = JSON.parse(await release.helmSays(['history'], ['--output', 'json'])).at(-1);
    assert.equal(chart, 'coder-99.0.0');
    assert.deepEqual(await release.ready(1), uids);
    assert.equal((await release.deployment()).metadata.generation, generation);
    // Back, so that the next revisions are of the chart as it is.
    await release.rollback(2);
  });
}

async function upgradeClaims(claim, { name, release }) {
  await claim(`${name}: an upgrade to another image replaces the pods`, async () => {
    const [before] = await release.ready(1);
    await release.upgrade(image('1.36.9'));
    const [after] = await release.ready(1);
    assert.notEqual(after, before);
    const [{ spec }] = await release.pods();
    assert.match(spec.containers[0].image, /:1\.36\.9$/);
  });
  await claim(
    `${name}: an upgrade with a value that is not about pods changes the object and restarts no pod`,
    async () => {
      const uids = await release.ready(1);
      await release.upgrade(['--reuse-values', '--set', 'service.annotations.note=x']);
      assert.equal((await release.service()).metadata.annotations.note, 'x');
      assert.deepEqual(await release.ready(1), uids);
    },
  );
  await claim(
    `${name}: an upgrade with a variable for coderd replaces the pods and keeps the values of before`,
    async () => {
      const [before] = await release.ready(1);
      const variable = ['--set', 'coderd.extraEnv[0].name=NEW', '--set', 'coderd.extraEnv[0].value=yes'];
      await release.upgrade(['--reuse-values', ...variable]);
      const [after] = await release.ready(1);
      assert.notEqual(after, before);
      const [{ spec }] = await release.pods();
      assert.match(spec.containers[0].image, /:1\.36\.9$/);
      assert.equal(spec.containers[0].env.find((one) => one.name === 'NEW').value, 'yes');
    },
  );
}

async function newMajorClaims(claim, { cluster, chart }) {
  const namespace = 'life-both';
  await prepareNamespace(cluster, namespace);
  const [three, four] = ['helm3', 'helm4'].map((helm) => releaseOf(cluster, chart, { helm, namespace }));
  const before = await everything(cluster, namespace);
  await three.install(['--set', 'service.annotations.note=x']);
  const [uids, objects] = [await three.ready(1), await three.objects()];
  await claim('Helm 4 upgrades a release of Helm 3 without further options, and no pod restarts', async () => {
    await four.upgrade(['--reuse-values']);
    assert.deepEqual(await four.ready(1), uids);
    assert.deepEqual(await four.objects(), objects);
  });
  await claim('after that Helm 4 drops a value, changes the image, and rolls both back', async () => {
    await four.upgrade(['--reset-values', '--set', 'image.tag=1.36.9']);
    assert.equal((await four.service()).metadata.annotations.note, undefined);
    assert.notDeepEqual(await four.ready(1), uids);
    await four.rollback(1);
    await four.ready(1);
    assert.deepEqual(await four.objects(), objects);
  });
  await claim('Helm 4 uninstalls what Helm 3 had installed, and leaves nothing', async () => {
    await four.uninstall();
    await eventually(async () => assert.deepEqual(await everything(cluster, namespace), before));
  });
}
