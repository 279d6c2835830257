import assert from 'node:assert/strict';
import { prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { linesOf, objectsIn, writeYaml } from '../../kubernetes';
import { defineGrafanaDashboards } from '../definitions';
import { type Stack, set } from '../suite';

const namespace = 'grafana';

/** The dashboards as objects of the Grafana Operator, held against its own definition; the Operator itself does not run. */
export async function grafanaClaims(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await claim('strict validation accepts the dashboards as objects of the Grafana Operator', async () => {
    await defineGrafanaDashboards(chart);
    const settings = set('metrics.dashboards.kind=GrafanaDashboard', 'metrics.dashboards.folder=Coder');
    const rendered = objectsIn(await release.template(settings));
    const dashboards = rendered.filter(({ kind }) => kind === 'GrafanaDashboard').map(({ object }) => object);
    const file = writeYaml(cluster.folder, 'grafana.yaml', ...dashboards);
    const accepted = await eventually(() =>
      chart.kubectl(['apply', '--dry-run=server', '--validate=strict', '--output=name', '--filename', file]),
    );
    assert.ok(dashboards.length > 0);
    assert.equal(linesOf(accepted).length, dashboards.length);
  });
}
