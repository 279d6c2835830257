import assert from 'node:assert/strict';
import { fields, listOf, parseJson, text } from '../../../read';
import {
  ADDED,
  type Release,
  laterChart,
  packagedChart,
  prepareNamespace,
  releaseOf,
  renumberedChart,
} from '../../chart';
import { type Claim, eventually } from '../../claims';
import { type Variable, everything, helmNames, helmTitles } from '../../kubernetes';
import { type SharedSuite, set } from '../suite';
import { takeoverClaims } from './takeover';
import { neighbourClaims } from './neighbours';
import { scaleClaims } from './scale';
import type { LifeStack } from './stack';

/** A release from its installation to its end, with Helm 3 and Helm 4. */
export const lifecycleSuite: SharedSuite = {
  title: 'The life of a release',
  claims: 30,
  run: async (claim, cluster) => {
    const chart = await packagedChart(cluster);
    const charts = { later: laterChart(cluster), renumbered: await renumberedChart(cluster, chart) };
    for (const helm of helmNames) {
      const namespace = `life-${helm}`;
      await prepareNamespace(cluster, namespace);
      const release = releaseOf(cluster, chart, { helm, namespace });
      const stack = { cluster, chart, charts, name: helmTitles[helm], release };
      await lifeClaims(claim, stack);
      await scaleClaims(claim, stack);
      await neighbourClaims(claim, stack);
    }
    await takeoverClaims(claim, { cluster, chart });
  },
};

async function lifeClaims(claim: Claim, stack: LifeStack): Promise<void> {
  const { cluster, name, release } = stack;
  const before = await everything(cluster, release.namespace);
  await release.install();
  await reuseClaim(claim, stack);
  await renumberedClaim(claim, stack);
  const first = await release.objects();
  await upgradeClaims(claim, stack);
  await claim(`${name}: a rollback stores every object as it was, and its pods are Ready`, async () => {
    await release.rollback(1);
    await release.ready(1);
    assert.deepEqual(await release.objects(), first);
  });
  const title = `${name}: uninstalling leaves nothing in the namespace or the cluster that was not there before`;
  await claim(title, async () => {
    assert.notDeepEqual(await everything(cluster, release.namespace), before);
    await release.uninstall();
    await eventually(async () => {
      assert.deepEqual(await everything(cluster, release.namespace), before);
    });
  });
}

async function reuseClaim(claim: Claim, { charts, name, release }: LifeStack): Promise<void> {
  const title = `${name}: an upgrade with --reuse-values to a chart with one more value takes its default, and restarts no pod`;
  await claim(title, async () => {
    const uids = await release.ready(1);
    const old = await release.objects();
    await release.upgrade(['--reuse-values'], charts.later);
    const { [`ConfigMap/${ADDED.name}`]: added, ...others } = await release.objects();
    assert.equal(
      parseJson(JSON.stringify(added), fields({ data: fields({ note: text }) }), 'the object').data.note,
      ADDED.note,
    );
    assert.deepEqual(Object.keys(others), Object.keys(old));
    assert.deepEqual(await release.ready(1), uids);
    await release.rollback(1);
    assert.deepEqual(await release.objects(), old);
  });
}

async function renumberedClaim(claim: Claim, { charts, name, release }: LifeStack): Promise<void> {
  await claim(`${name}: an upgrade to a chart with another version only restarts no pod`, async () => {
    const uids = await release.ready(1);
    const { generation } = (await release.deployment()).metadata;
    await release.upgrade([], charts.renumbered);
    const printed = await release.helmSays(['history'], ['--output', 'json']);
    const history = parseJson(printed, listOf(fields({ chart: text })), 'helm history');
    assert.equal(history.at(-1)?.chart, 'coder-99.0.0');
    assert.deepEqual(await release.ready(1), uids);
    assert.equal((await release.deployment()).metadata.generation, generation);
    // Back, so that the next revisions are of the chart as it is.
    await release.rollback(1);
  });
}

async function upgradeClaims(claim: Claim, { name, release }: LifeStack): Promise<void> {
  await claim(`${name}: an upgrade to another image replaces the pods`, async () => {
    const before = await release.ready(1);
    await release.upgrade(['--reset-then-reuse-values', ...set('image.tag=1.36.9')]);
    assert.notDeepEqual(await release.ready(1), before);
    await assertNewImage(release);
  });
  const kept = `${name}: an upgrade with a value that is not about pods changes the object and restarts no pod`;
  await claim(kept, async () => {
    const uids = await release.ready(1);
    await release.upgrade(['--reuse-values', ...set('service.annotations.note=x')]);
    assert.equal((await release.service()).metadata.annotations?.['note'], 'x');
    assert.deepEqual(await release.ready(1), uids);
  });
  const replaced = `${name}: an upgrade with a variable for coderd replaces the pods and keeps the values of before`;
  await claim(replaced, async () => {
    const before = await release.ready(1);
    await release.upgrade(['--reuse-values', ...set('coderd.extraEnv[0].name=NEW', 'coderd.extraEnv[0].value=yes')]);
    assert.notDeepEqual(await release.ready(1), before);
    const env = await assertNewImage(release);
    assert.equal(env.find((one) => one.name === 'NEW')?.value, 'yes');
  });
}

/** Returns the variables of coderd. */
async function assertNewImage(release: Release): Promise<readonly Variable[]> {
  const [pod] = await release.pods();
  const [container] = pod?.spec.containers ?? [];
  assert.match(container?.image ?? '', /:1\.36\.9$/);
  return container?.env ?? [];
}
