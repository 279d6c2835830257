import { type CoderdVersion, DEFAULT_VERSION } from '../coder/versions';
import { type CoderValues, coderValues, coderWarnings } from '../coder/values';
import { Coder, type CoderProps } from '../coder/constructs';
import { type CompiledModel, compiledModel } from '../engine/compiled';
import { HELM_PLACEMENT, type Placement } from '../engine/expr';
import { type ChartMetadata, type HelmChartProps, renderHelmChart, symbolicObjects } from '../engine/helm';
import type { Files } from '../engine/output';
import { renderManifests } from '../engine/synth';
import type { ValuesFile } from '../engine/values';
import { withAdvice } from './advice';
import { chartReadme } from './chart-readme';
import { notes } from './notes';

/** The model as data, which the build writes into the package. */
export function compiledCoder(version: CoderdVersion = DEFAULT_VERSION): CompiledModel {
  const values = coderValues(version);
  const { release: releaseName, namespace } = version.names;
  return compiledModel({
    values,
    placement: { releaseName, namespace },
    objects: symbolicObjects({ values, build: buildWith(version) }),
    warnings: (handles) => coderWarnings(handles, version),
  });
}

/** The constructs in a chart whose values only Helm knows. */
function buildWith(version: CoderdVersion): HelmChartProps<CoderValues['children']>['build'] {
  return (chart, handles) => {
    new Coder(chart, 'coder', { ...handles, ...HELM_PLACEMENT, version });
  };
}

/** The files of the Helm chart of a version of coderd. */
export function coderChartFiles(version: CoderdVersion = DEFAULT_VERSION): Files {
  const metadata: ChartMetadata = {
    ...version.chart,
    appVersion: version.version,
    kubeVersion: version.kubeVersion,
  };
  const values = coderValues(version);
  return renderHelmChart({
    metadata,
    values,
    isProven: true,
    build: buildWith(version),
    notes: (handles) => notes(handles, version),
    files: new Map([['README.md', chartReadme(metadata, values)]]),
  });
}

/**
 * The pages for whoever is called by an alert of one release, and their index.
 *
 * @throws ValuesError when a value is refused.
 */
export function coderRunbookFiles(values: ValuesFile, placement: Placement<string>): Files {
  const props = { ...values, ...placement } as CoderProps;
  let pages: Files = new Map();
  renderManifests((chart) => {
    pages = new Coder(chart, 'coder', props).runbookPages();
  }, placement);
  return pages;
}

/**
 * The YAML files of one release, made by the constructs; the command `synth` makes the same of the compiled model.
 *
 * @throws ValuesError when a value is refused.
 */
export function coderManifestFiles(values: ValuesFile, placement: Placement<string>): Files {
  const props = { ...values, ...placement } as CoderProps;
  const files = renderManifests((chart) => {
    new Coder(chart, 'coder', props);
  }, placement);
  return withAdvice(files);
}
