import { coderChart } from '../coder/chart';
import { type CoderdVersion, DEFAULT_VERSION } from '../coder/versions';
import { coderWarnings } from '../coder/values';
import { Coder, type CoderProps } from '../coder/constructs';
import { type CompiledModel, compiledModel } from '../engine/compiled';
import type { Placement } from '../engine/expr';
import { renderHelmChart, symbolicObjects } from '../engine/helm';
import type { Files } from '../engine/output';
import { renderManifests } from '../engine/synth';
import type { ValuesFile } from '../engine/values';
import { withAdvice } from './advice';

/** The model as data, which the build writes into the package. */
export function compiledCoder(version: CoderdVersion = DEFAULT_VERSION): CompiledModel {
  const chart = coderChart(version);
  const { release: releaseName, namespace } = version.names;
  return compiledModel({
    values: chart.values,
    placement: { releaseName, namespace },
    objects: symbolicObjects(chart),
    warnings: (handles) => coderWarnings(handles, version),
  });
}

/** The files of the Helm chart of a version of coderd. */
export function coderChartFiles(version: CoderdVersion = DEFAULT_VERSION): Files {
  return renderHelmChart(coderChart(version));
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
export function coderManifestFiles(
  values: ValuesFile,
  placement: Placement<string>,
  more: Pick<CoderProps, 'observability'> = {},
): Files {
  const props = { ...values, ...placement, ...more } as CoderProps;
  const files = renderManifests((chart) => {
    new Coder(chart, 'coder', props);
  }, placement);
  return withAdvice(files);
}
