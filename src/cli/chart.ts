import { coderChart, smallerReadme } from '../coder/chart';
import { type ChartMetadata, type HelmChartProps, deriveChart, renderHelmChart } from '../engine/helm';
import { type Files, writeDirectory } from '../engine/output';
import type { Children, ValuesFile } from '../engine/values';
import { readValuesFiles } from '../engine/values-file';
import { listOf, parse, textOf } from './arguments';
import { report } from './report';

/** Writes the Helm chart, or a smaller one of which some values are fixed. */
export function chart(args: readonly string[]): readonly string[] {
  const { metadata } = coderChart();
  const { values } = parse(args, {
    fixed: { type: 'string', multiple: true, default: [] },
    open: { type: 'string', multiple: true, default: [] },
    name: { type: 'string', default: metadata.name },
    'chart-version': { type: 'string', default: metadata.version },
    description: { type: 'string', default: metadata.description },
    out: { type: 'string', short: 'o' },
  });
  const [name, version, description] = ['name', 'chart-version', 'description'].map((key) => textOf(values[key]));
  const files = filesOf(
    { ...metadata, name: name ?? '', version: version ?? '', description: description ?? '' },
    readValuesFiles(listOf(values['fixed'])),
    listOf(values['open']),
  );
  const out = textOf(values['out'] ?? `charts/${String(name)}`);
  return [report(out, files, writeDirectory(out, files))];
}

function filesOf(metadata: ChartMetadata, fixed: ValuesFile, open: readonly string[]): Files {
  const base = coderChart();
  const isSmaller = Object.keys(fixed).length > 0 || open.length > 0;
  if (!isSmaller) return renderHelmChart({ ...base, metadata });
  const smaller: HelmChartProps<Children> = deriveChart(base, {
    metadata,
    fixed,
    ...(open.length === 0 ? {} : { open }),
  });
  return renderHelmChart({ ...smaller, files: new Map([['README.md', smallerReadme(metadata, smaller.values)]]) });
}
