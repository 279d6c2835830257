import { Manifest } from '../../src/engine/border';
import { toJson } from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import type { Files } from '../../src/engine/output';
import { int, section, sectionList } from '../../src/engine/values';
import { helm, writeChart } from '../support/helm';

/** A chart that says what its hosts are. */
function hostsChart(): Files {
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

/** In an item, a missing value and null are the default, in both Helms. */
export async function itemsAreFilled(): Promise<void> {
  const chart = writeChart(hostsChart());
  for (const major of ['helm3', 'helm4'] as const) {
    const given = ['--set-json', 'hosts=[{},{"port":null},{"port":1}]'];
    const { stdout } = await helm(major, ['template', 'hosts', chart, ...given]);
    expect(stdout).toContain(JSON.stringify('[{"port":80},{"port":80},{"port":1}]'));
  }
}
