import type { HelmChartProps } from '../../engine/helm';
import { Coder } from '../constructs';
import { refusedKeys } from '../migration';
import { type CoderValues, coderValues } from '../values';
import { type CoderdVersion, DEFAULT_VERSION } from '../versions';
import { notes } from './notes';
import { chartReadme } from './readme';

/**
 * The Helm chart of coderd: what `renderHelmChart`, `renderManifests` and `deriveChart` take.
 *
 * @param version coderd 1.36 if it is not given
 */
export function coderChart(version: CoderdVersion = DEFAULT_VERSION): HelmChartProps<CoderValues['children']> {
  const { chart, version: appVersion, kubeVersion } = version;
  const metadata = { ...chart, appVersion, kubeVersion };
  const values = coderValues(version);
  return {
    metadata,
    values,
    isProven: true,
    build: (inner, handles, placement) => {
      new Coder(inner, 'coder', { ...handles, ...placement, version });
    },
    notes: (handles) => notes(handles, version),
    refusedKeys: refusedKeys(values),
    files: new Map([['README.md', chartReadme(metadata, values)]]),
  };
}
