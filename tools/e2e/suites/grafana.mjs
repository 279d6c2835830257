import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../../components/index.mjs';
import { SetUpError } from '../../setup/failure.mjs';
import { root } from '../../setup/root.mjs';
import { prepareNamespace, releaseArgs } from '../chart.mjs';
import { eventually } from '../eventually.mjs';
import { objectsIn } from '../objects.mjs';

const pinned = path.join(root, 'tools/components/go/grafana-operator');
const namespace = 'grafana';

/** The dashboards as objects of the Grafana Operator, held against its own definition; the Operator itself does not run. */
export async function grafanaClaims(claim, cluster, chart) {
  await prepareNamespace(cluster, namespace);
  const settings = ['--set', 'metrics.dashboards.kind=GrafanaDashboard', '--set', 'metrics.dashboards.folder=Coder'];
  await claim('strict validation accepts the dashboards as objects of the Grafana Operator', async () => {
    await chart.kubectl(['apply', '--server-side', '--filename', await definition()]);
    const [release, ...rest] = releaseArgs({ namespace, values: [] });
    const rendered = await chart.helms.helm4(['template', release, chart.archive, ...rest, ...settings]);
    const dashboards = objectsIn(rendered).filter(({ kind }) => kind === 'GrafanaDashboard');
    const file = path.join(cluster.folder, 'grafana.json');
    fs.writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: dashboards }));
    const accepted = await eventually(() =>
      chart.kubectl(['apply', '--dry-run=server', '--validate=strict', '--output=name', '--filename', file]),
    );
    assert.ok(dashboards.length > 0);
    assert.equal(accepted.trim().split('\n').length, dashboards.length);
  });
}

/** Where the pinned release of the Grafana Operator has its definition of a dashboard. */
async function definition() {
  const args = ['mod', 'download', '-json', 'github.com/grafana/grafana-operator/v5'];
  const { status, stdout, stderr } = await runChild('go', args, { cwd: pinned });
  if (status !== 0) throw new SetUpError(`go mod download failed: ${stderr.split('\n', 1)[0]}`);
  return path.join(JSON.parse(stdout).Dir, 'config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml');
}
