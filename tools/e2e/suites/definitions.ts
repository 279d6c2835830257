import { type DefinedKind, definitionOf } from '../../components';
import type { PackagedChart } from '../chart';

/** Lets a cluster know the kind GrafanaDashboard, as the pinned release of the Grafana Operator defines it. */
export async function defineGrafanaDashboards(chart: PackagedChart): Promise<void> {
  await define(chart, 'GrafanaDashboard');
}

/** The same for HTTPRoute of the Gateway API and Certificate of cert-manager. */
export async function defineRoutesAndCertificates(chart: PackagedChart): Promise<void> {
  await define(chart, 'HTTPRoute');
  await define(chart, 'Certificate');
}

async function define({ kubectl }: PackagedChart, kind: DefinedKind): Promise<void> {
  await kubectl(['apply', '--server-side', '--filename', await definitionOf(kind)]);
}
