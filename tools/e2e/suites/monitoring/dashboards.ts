import { dashboard } from '../../../prometheus';
import { type Read, fields, jsonText, mapOf, optional, text } from '../../../read';
import type { Manifest } from '../../kubernetes';

const labelled = fields({ metadata: fields({ labels: optional(mapOf(text)) }) });
const dashboardMap = fields({ data: mapOf(jsonText(dashboard)) });

/** The dashboards in a ConfigMap that Grafana's sidecar takes. */
export function dashboardsIn({ kind, object }: Manifest): readonly Read<typeof dashboard>[] {
  const { labels } = labelled(object, kind).metadata;
  if (kind !== 'ConfigMap' || labels?.['grafana_dashboard'] !== '1') return [];
  return Object.values(dashboardMap(object, kind).data);
}
