import { DEFAULT_VERSION } from '../coder/versions';
import { CODER_VALUES } from '../coder/values';
import { Coder, type CoderProps } from '../coder/constructs';
import { HELM_PLACEMENT, type Placement } from '../engine/expr';
import { type ChartMetadata, renderHelmChart } from '../engine/helm';
import type { Files } from '../engine/output';
import { renderManifests } from '../engine/synth';
import type { ValuesFile } from '../engine/values';
import { chartReadme } from './chart-readme';
import { notes } from './notes';

/** What the Helm chart says of itself. */
const CHART_METADATA: ChartMetadata = {
  name: 'coder',
  version: '0.1.0',
  appVersion: DEFAULT_VERSION.version,
  kubeVersion: DEFAULT_VERSION.kubeVersion,
  description: "Coder's control plane, coderd, with its metrics connected to the Prometheus Operator",
  home: 'https://coder.com',
  keywords: ['coder', 'coderd', 'prometheus', 'monitoring'],
};

/** The files of the Helm chart. */
export function coderChartFiles(): Files {
  return renderHelmChart({
    metadata: CHART_METADATA,
    values: CODER_VALUES,
    build: (chart, values) => {
      new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT });
    },
    notes,
    files: new Map([['README.md', chartReadme(CHART_METADATA)]]),
  });
}

/**
 * The YAML files of one release.
 *
 * @throws ValuesError when a value is refused.
 */
export function coderManifestFiles(values: ValuesFile, placement: Placement<string>): Files {
  const props = { ...values, ...placement } as CoderProps;
  return renderManifests((chart) => {
    new Coder(chart, 'coder', props);
  }, placement);
}
