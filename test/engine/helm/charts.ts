import { Manifest } from '../../../src/engine/border';
import { type ChartMetadata, renderHelmChart } from '../../../src/engine/helm';
import type { Files } from '../../../src/engine/output';
import { type Section, int, section } from '../../../src/engine/values';

/** As little as a chart has to say of itself. */
export const LEAST = { name: 'web', version: '1.0.0', description: 'A web server' };
export const VALUES = section('Values.', { count: int({ description: 'Number.', default: 1, min: 0 }) });

/** A chart with one object, which needs no value. */
export function chart(metadata: ChartMetadata, values: Section = VALUES, files: Files = new Map()): Files {
  return renderHelmChart({
    metadata,
    values,
    files,
    build: (inner) => {
      new Manifest(inner, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' } });
    },
  });
}

/** Every field, with texts that YAML could read as something else. */
export const ALL: Required<ChartMetadata> = {
  ...LEAST,
  appVersion: '1.10',
  kubeVersion: '>=1.28.0-0',
  home: 'https://example.com',
  icon: 'https://example.com/icon.svg',
  sources: ['https://example.com/source'],
  keywords: ['web', 'yes'],
  maintainers: [{ name: 'The web team', email: 'web@example.com', url: 'https://example.com/team' }, { name: 'no' }],
  dependencies: [
    { name: 'cache', version: '^2.0.0', repository: 'https://example.com/charts', condition: 'cache.enabled' },
    { name: 'cache', version: '2.1.0', repository: 'file://../cache', alias: 'second', tags: ['more'] },
  ],
  annotations: { 'artifacthub.io/prerelease': 'true', note: 'two\nlines: yes' },
};
