import path from 'node:path';
import { goModule } from '../../components';
import { root } from '../../setup/index.cjs';
import type { PackagedChart } from '../chart';

/** Where a definition is: its module, the folder of the go.mod that pins it, and its file in the module. */
interface Definition {
  readonly module: string;
  readonly pinned: string;
  readonly file: string;
}

const grafanaDashboards: Definition = {
  module: 'github.com/grafana/grafana-operator/v5',
  pinned: 'grafana-operator',
  file: 'config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml',
};
const httpRoutes: Definition = {
  module: 'sigs.k8s.io/gateway-api',
  pinned: 'definitions',
  file: 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
};
const certificates: Definition = {
  module: 'github.com/cert-manager/cert-manager',
  pinned: 'definitions',
  file: 'deploy/crds/cert-manager.io_certificates.yaml',
};

/** Lets a cluster know the kind GrafanaDashboard, as the pinned release of the Grafana Operator defines it. */
export async function defineGrafanaDashboards(chart: PackagedChart): Promise<void> {
  await define(chart, grafanaDashboards);
}

/** The same for HTTPRoute of the Gateway API and Certificate of cert-manager. */
export async function defineRoutesAndCertificates(chart: PackagedChart): Promise<void> {
  await define(chart, httpRoutes);
  await define(chart, certificates);
}

async function define({ kubectl }: PackagedChart, { module, pinned, file }: Definition): Promise<void> {
  const { dir } = await goModule(module, path.join(root, 'tools/components/go', pinned));
  await kubectl(['apply', '--server-side', '--filename', path.join(dir, file)]);
}
