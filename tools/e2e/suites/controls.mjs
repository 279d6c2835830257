import assert from 'node:assert/strict';
import { writeYaml } from '../clients.mjs';
import { eventually } from '../eventually.mjs';

/** What must go wrong: without these, a suite that sees nothing would pass. */
export async function controlClaims(claim, stack) {
  await brokenRule(claim, stack);
  await brokenInterval(claim, stack);
  await renamedPort(claim, stack);
}

async function brokenRule(claim, { cluster, chart, prometheus, namespace }) {
  const rule = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'broken', namespace },
    spec: { groups: [{ name: 'broken', rules: [{ record: 'broken:rule', expr: 'sum(' }] }] },
  };
  const file = writeYaml(cluster.folder, 'broken-rule.yaml', rule);
  await claim('PromQL that does not parse is accepted by the API server', () =>
    chart.kubectl(['apply', '--server-side', '--validate=strict', '--filename', file]),
  );
  await claim('the Operator skips it, says so in an event, and keeps it from Prometheus', async () => {
    await eventually(async () => {
      const events = await cluster.api.list(`/api/v1/namespaces/${namespace}/events`);
      const own = events.filter(({ involvedObject }) => involvedObject.name === 'broken');
      assert.ok(own.some(({ type, reason }) => type === 'Warning' && reason === 'InvalidConfiguration'));
    });
    assert.doesNotMatch(await generatedRules(cluster), /broken:rule/);
    const { groups } = await prometheus.api('rules');
    assert.ok(groups.length > 0 && groups.every(({ name }) => name !== 'broken'));
  });
  await claim('the Operator complains about nothing else, so about no rule and no monitor of the chart', async () => {
    const events = await cluster.api.list(`/api/v1/namespaces/${namespace}/events`);
    const isOfOperator = ({ involvedObject }) => involvedObject.apiVersion?.startsWith('monitoring.coreos.com/');
    const warnings = events.filter((event) => event.type === 'Warning' && isOfOperator(event));
    const names = new Set(warnings.map(({ involvedObject }) => involvedObject.name));
    assert.deepEqual([...names], ['broken']);
  });
  await chart.kubectl(['delete', '--filename', file]);
}

async function generatedRules({ api }) {
  const maps = await api.list('/api/v1/namespaces/monitoring/configmaps');
  const texts = maps.filter(({ metadata }) => /rulefiles/.test(metadata.name)).map(({ data }) => JSON.stringify(data));
  assert.match(texts.join(''), /CoderdScrapeDown/);
  return texts.join('');
}

async function brokenInterval(claim, { cluster, chart, namespace }) {
  await claim('a PodMonitor with an interval that is none is refused by the API server', async () => {
    const file = writeYaml(cluster.folder, 'broken-monitor.yaml', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'broken', namespace },
      spec: { selector: {}, podMetricsEndpoints: [{ port: 'prom-coderd', interval: 'abc' }] },
    });
    await assert.rejects(
      chart.kubectl(['apply', '--server-side', '--filename', file]),
      /podMetricsEndpoints\[0\]\.interval/,
    );
  });
}

async function renamedPort(claim, { cluster, prometheus, namespace }) {
  const path = `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/podmonitors/master-monitor`;
  const activeTargets = async () => (await prometheus.api('targets')).activeTargets.length;
  const { spec } = await cluster.api.get(path);
  const withPort = (port) => ({ spec: { podMetricsEndpoints: [{ ...spec.podMetricsEndpoints[0], port }] } });
  await claim('a PodMonitor with the name of another port gives 0 targets', async () => {
    assert.ok((await activeTargets()) > 0, 'there are targets before');
    await cluster.api.merge(path, withPort('tcp-other'));
    await eventually(async () => assert.equal(await activeTargets(), 0));
  });
  await claim('with the right name of the port the targets come back', async () => {
    await cluster.api.merge(path, withPort('prom-coderd'));
    await eventually(async () => assert.ok((await activeTargets()) > 0));
  });
}
