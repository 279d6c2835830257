import path from 'node:path';
import { root } from '../setup/index.cjs';
import { goModule } from './go';

/** Where the definition of a kind is: its module, the folder below tools/components/go of the go.mod that pins it, and its file. */
interface Place {
  readonly module: string;
  readonly pinned: string;
  readonly file: string;
}

const OPERATOR = { module: 'github.com/prometheus-operator/prometheus-operator', pinned: '.' };
const ofOperator = (plural: string): Place => ({
  ...OPERATOR,
  file: `example/prometheus-operator-crd/monitoring.coreos.com_${plural}.yaml`,
});

const PLACES = {
  PodMonitor: ofOperator('podmonitors'),
  ServiceMonitor: ofOperator('servicemonitors'),
  PrometheusRule: ofOperator('prometheusrules'),
  GrafanaDashboard: {
    module: 'github.com/grafana/grafana-operator/v5',
    pinned: 'grafana-operator',
    file: 'config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml',
  },
  HTTPRoute: {
    module: 'sigs.k8s.io/gateway-api',
    pinned: 'definitions',
    file: 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
  },
  Certificate: {
    module: 'github.com/cert-manager/cert-manager',
    pinned: 'definitions',
    file: 'deploy/crds/cert-manager.io_certificates.yaml',
  },
} satisfies Readonly<Record<string, Place>>;

/** A kind that the chart can make and that is none of Kubernetes' own. */
export type DefinedKind = keyof typeof PLACES;

/** Those kinds. */
export const definedKinds = Object.keys(PLACES) as readonly DefinedKind[];

/** The file of the CustomResourceDefinition of a kind, in the pinned release of the project that it belongs to. */
export async function definitionOf(kind: DefinedKind): Promise<string> {
  const { module, pinned, file } = PLACES[kind];
  const { dir } = await goModule(module, path.join(root, 'tools/components/go', pinned));
  return path.join(dir, file);
}
