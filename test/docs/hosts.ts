import { Manifest } from '../../src/engine/border';
import { toJson } from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import type { Files } from '../../src/engine/output';
import { int, section, sectionList } from '../../src/engine/values';

/** A chart that says what its hosts are. */
export function hostsChart(): Files {
  const host = section('A host.', { port: int({ description: 'Port.', default: 80 }) });
  return renderHelmChart({
    metadata: { name: 'hosts', version: '1.0.0', description: 'Hosts' },
    values: section('Values.', { hosts: sectionList(host, { description: 'Hosts.', default: [] }) }),
    build: (chart, { hosts }) => {
      const data = { ports: toJson(hosts) };
      new Manifest(chart, 'Ports', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ports' }, data });
    },
  });
}
