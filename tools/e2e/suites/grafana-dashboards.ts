import path from 'node:path';
import { goModule } from '../../components';
import { root } from '../../setup/index.cjs';
import type { PackagedChart } from '../chart';

const pinned = path.join(root, 'tools/components/go/grafana-operator');

/** Lets a cluster know the kind GrafanaDashboard, as the pinned release of the Grafana Operator defines it. */
export async function defineGrafanaDashboards({ kubectl }: PackagedChart): Promise<void> {
  const { dir } = await goModule('github.com/grafana/grafana-operator/v5', pinned);
  const file = path.join(dir, 'config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml');
  await kubectl(['apply', '--server-side', '--filename', file]);
}
