import { type CoderdVersion, DEFAULT_VERSION } from '../coder/versions';
import { CODER_VALUES, coderValues, knownWarnings } from '../coder/values';
import { Coder, type CoderProps } from '../coder/constructs';
import { HELM_PLACEMENT, type Placement } from '../engine/expr';
import { type ChartMetadata, renderHelmChart } from '../engine/helm';
import type { Files } from '../engine/output';
import { renderManifests } from '../engine/synth';
import { type ValuesFile, concreteHandles } from '../engine/values';
import { chartReadme } from './chart-readme';
import { notes } from './notes';

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
    build: (chart, handles) => {
      new Coder(chart, 'coder', { ...handles, ...HELM_PLACEMENT, version });
    },
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
 * What is allowed in values and will not work, with the remedy; one line each.
 *
 * @throws ValuesError when a value is refused.
 */
export function coderWarningsOf(values: ValuesFile): readonly string[] {
  return knownWarnings(concreteHandles(CODER_VALUES, values), DEFAULT_VERSION);
}

/**
 * The YAML files of one release. What is warned of is said by `coderWarningsOf`.
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

const KUSTOMIZATION = 'kustomization.yaml';

/** Kustomize renames and moves objects, but not what PromQL says of them. */
const ADVICE = `# The rules select coderd by the namespace and name of its monitor. An overlay with namespace, namePrefix or nameSuffix, or targetNamespace
# of Flux, changes those but not the rules: give synth --namespace and --release instead. To check an overlay:
# kubectl kustomize DIRECTORY | npx cdk8s-coder check -
`;

function withAdvice(files: Files): Files {
  const hasRules = [...files.keys()].some((file) => file.startsWith('PrometheusRule.'));
  return hasRules ? new Map([...files, [KUSTOMIZATION, `${ADVICE}${files.get(KUSTOMIZATION) ?? ''}`]]) : files;
}
