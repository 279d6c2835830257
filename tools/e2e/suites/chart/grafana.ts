import assert from 'node:assert/strict';
import path from 'node:path';
import { goModule } from '../../../components';
import { root } from '../../../setup/index.cjs';
import { prepareNamespace, releaseOf } from '../../chart';
import { type Claim, eventually } from '../../claims';
import { linesOf, objectsIn, writeYaml } from '../../kubernetes';
import { type Stack, set } from '../suite';

const pinned = path.join(root, 'tools/components/go/grafana-operator');
const namespace = 'grafana';

/** The dashboards as objects of the Grafana Operator, held against its own definition; the Operator itself does not run. */
export async function grafanaClaims(claim: Claim, { cluster, chart }: Stack): Promise<void> {
  await prepareNamespace(cluster, namespace);
  const release = releaseOf(cluster, chart, { helm: 'helm4', namespace });
  await claim('strict validation accepts the dashboards as objects of the Grafana Operator', async () => {
    await chart.kubectl(['apply', '--server-side', '--filename', await definition()]);
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

/** Where the pinned release of the Grafana Operator has its definition of a dashboard. */
async function definition(): Promise<string> {
  const { dir } = await goModule('github.com/grafana/grafana-operator/v5', pinned);
  return path.join(dir, 'config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml');
}
