import assert from 'node:assert/strict';
import { anything, fields, listOf, mapOf, optional, text } from '../../../read';
import { type Claim, eventually } from '../../claims';
import { event, writeYaml } from '../../kubernetes';
import { activeTargets, ruleGroups } from '../../monitoring';
import type { WatchedStack } from './stack';

/** What must go wrong: without these, a suite that sees nothing would pass. */
export async function controlClaims(claim: Claim, stack: WatchedStack): Promise<void> {
  await brokenRule(claim, stack);
  await brokenInterval(claim, stack);
  await renamedPort(claim, stack);
}

async function brokenRule(claim: Claim, stack: WatchedStack): Promise<void> {
  const { cluster, chart, prometheus, release } = stack;
  const { namespace } = release;
  const file = writeYaml(cluster.folder, 'broken-rule.yaml', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'broken', namespace },
    spec: { groups: [{ name: 'broken', rules: [{ record: 'broken:rule', expr: 'sum(' }] }] },
  });
  await claim('PromQL that does not parse is accepted by the API server', () =>
    chart.kubectl(['apply', '--server-side', '--validate=strict', '--filename', file]),
  );
  const events = `/api/v1/namespaces/${namespace}/events`;
  await claim('the Operator skips it, says so in an event, and keeps it from Prometheus', async () => {
    await eventually(async () => {
      const own = (await cluster.api.list(events, event)).filter((each) => each.involvedObject.name === 'broken');
      assert.ok(own.some(({ type, reason }) => type === 'Warning' && reason === 'InvalidConfiguration'));
    });
    assert.doesNotMatch(await generatedRules(stack), /broken:rule/);
    const groups = await ruleGroups(prometheus);
    assert.ok(groups.length > 0 && groups.every(({ name }) => name !== 'broken'));
  });
  await claim('the Operator complains about nothing else, so about no rule and no monitor of the chart', async () => {
    const all = (await cluster.api.list(events, event)).filter(({ type }) => type === 'Warning');
    const ofOperator = all
      .map(({ involvedObject }) => involvedObject)
      .filter(({ apiVersion }) => apiVersion?.startsWith('monitoring.coreos.com/') === true);
    assert.deepEqual([...new Set(ofOperator.map(({ name }) => name))], ['broken']);
  });
  await chart.kubectl(['delete', '--filename', file]);
}

const configMap = fields({ metadata: fields({ name: text }), data: optional(mapOf(text)) });

async function generatedRules({ cluster }: WatchedStack): Promise<string> {
  const maps = await cluster.api.list('/api/v1/namespaces/monitoring/configmaps', configMap);
  const rules = maps.filter(({ metadata }) => metadata.name.includes('rulefiles'));
  const texts = rules.map(({ data }) => JSON.stringify(data)).join('');
  assert.match(texts, /CoderdScrapeDown/);
  return texts;
}

async function brokenInterval(claim: Claim, { cluster, chart, release }: WatchedStack): Promise<void> {
  await claim('a PodMonitor with an interval that is none is refused by the API server', async () => {
    const file = writeYaml(cluster.folder, 'broken-monitor.yaml', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'broken', namespace: release.namespace },
      spec: { selector: {}, podMetricsEndpoints: [{ port: 'prom-coderd', interval: 'abc' }] },
    });
    const applied = chart.kubectl(['apply', '--server-side', '--filename', file]);
    await assert.rejects(applied, /podMetricsEndpoints\[0\]\.interval/);
  });
}

const podMonitor = fields({ spec: fields({ podMetricsEndpoints: listOf(mapOf(anything)) }) });

async function renamedPort(claim: Claim, { cluster, prometheus, release }: WatchedStack): Promise<void> {
  const path = `/apis/monitoring.coreos.com/v1/namespaces/${release.namespace}/podmonitors/master-monitor`;
  const [endpoint] = (await cluster.api.get(path, podMonitor)).spec.podMetricsEndpoints;
  const rename = (port: string): Promise<void> =>
    cluster.api.merge(path, { spec: { podMetricsEndpoints: [{ ...endpoint, port }] } });
  await claim('a PodMonitor with the name of another port gives 0 targets', async () => {
    assert.ok((await activeTargets(prometheus)).length > 0, 'there are targets before');
    await rename('tcp-other');
    await eventually(async () => {
      assert.deepEqual(await activeTargets(prometheus), []);
    });
  });
  await claim('with the right name of the port the targets come back', async () => {
    await rename('prom-coderd');
    await eventually(async () => {
      assert.ok((await activeTargets(prometheus)).length > 0);
    });
  });
}
