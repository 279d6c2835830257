import { coderValues } from '../values';
import type { ChartMetadata } from '../../engine/helm';
import { type Section, referenceRows } from '../../engine/values';

/** A Markdown table of all values, with links to the pages that define them. */
export function valuesTable(values: Section = coderValues()): string {
  const rows = referenceRows(values).map(({ key, allowed, default: value, description, see }) => {
    const more = see === undefined ? '' : ` ([more](${see}))`;
    return `| \`${key}\` | ${cell(description)}${more} | ${cell(allowed)} | \`${cell(JSON.stringify(value))}\` |`;
  });
  return ['| Value | What it is for | Allowed | Default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The README of the Helm chart of a version of coderd. */
export function chartReadme(metadata: ChartMetadata, values: Section): string {
  const { name } = metadata;
  return `${start(metadata)}
- The database is yours: \`database\` says where it is, and which Secret has the password. For trials, \`evaluationDatabase\` runs one.
- A cluster without the Prometheus Operator knows no PodMonitor and no PrometheusRule: set \`metrics.monitor.kind\` to \`None\`
  and \`metrics.rules.enabled\` to \`false\`.
- Each alert has a runbook: \`npx cdk8s-coder runbooks -f values.yaml --release NAME --namespace NAMESPACE\` writes them with the names of
  the release. Publish them, and say where in \`metrics.rules.runbookUrl\`.
- A release called \`${name}\` has Coder's own object names; any other puts its name in front.
- A missing key is the default. To leave a field out, set its value to \`""\` or null, where that is allowed; null empties a list
  or a map, and takes an entry out of a map. Elsewhere null is refused.

## Values

\`helm show values\` prints every value with its default, what it is for and what is allowed. Their parts are
${partsOf(values)}.
`;
}

/** By name alone: the README is in every record of a release, and values.yaml, beside it, says the rest. */
function partsOf({ children }: Section): string {
  return Object.keys(children)
    .map((key) => `\`${key}\``)
    .join(', ');
}

/** The README of a chart some of whose values are fixed. */
export function smallerReadme(metadata: ChartMetadata, values: Section): string {
  return `${start(metadata)}
All other values of the chart of coderd are fixed.

## Values

${valuesTable(values)}
`;
}

function start({ name, version, appVersion = '', description, kubeVersion = '' }: ChartMetadata): string {
  return `# ${name}

${description}. Chart ${version}, coderd ${appVersion}, Kubernetes ${kubeVersion}.

\`\`\`sh
helm install ${name} ./charts/${name} --namespace ${name} --create-namespace --values values.yaml
\`\`\`
`;
}
