import { isScrapeMetric } from '../metrics';
import type { AnyQuery, QueryNode, SeriesSelection } from './query';

/** Names of the series that a query reads, its recorded parts included, each once. */
export function seriesOf(query: AnyQuery): readonly string[] {
  return [...new Set(selections(query.node).map(({ name }) => name))];
}

/** What a query reads of the program itself, without what Prometheus adds for each target; recorded parts included, each once. */
export function metricsOf(query: AnyQuery): readonly string[] {
  return seriesOf(query).filter((name) => !isScrapeMetric(name));
}

/** What the catalogue says of the series that a query reads, each once. */
export function selectedBy(query: AnyQuery): readonly Pick<SeriesSelection, 'name' | 'metric'>[] {
  const all = selections(query.node).map((selection) => [selection.name, selection] as const);
  return [...new Map(all).values()];
}

/** Whether a query is written differently where Prometheus keeps histograms in native form. */
export function hasHistogram({ node }: AnyQuery): boolean {
  return some(node, ({ kind }) => kind === 'histogram' || kind === 'recordedQuantile');
}

/** Whether a query asks for alerts. */
export function hasAlerts({ node }: AnyQuery): boolean {
  return some(node, ({ kind }) => kind === 'alerts');
}

/** The recording rules whose results a query reads, each once. */
export function recordsOf(query: AnyQuery): readonly string[] {
  const found = collect(query.node, (node) => ('record' in node ? [node.record] : []));
  return [...new Set(found)];
}

function selections(node: QueryNode): readonly SeriesSelection[] {
  return collect(node, (part) => ('selection' in part ? [part.selection] : []), true);
}

function some(node: QueryNode, test: (node: QueryNode) => boolean): boolean {
  return collect(node, (part) => (test(part) ? [part] : [])).length > 0;
}

function collect<T>(node: QueryNode, pick: (node: QueryNode) => readonly T[], isThroughRecords = false): readonly T[] {
  return [...pick(node), ...partsOf(node, isThroughRecords).flatMap((part) => collect(part, pick, isThroughRecords))];
}

function partsOf(node: QueryNode, isThroughRecords: boolean): readonly QueryNode[] {
  if (node.kind === 'binary') return [node.left, node.right];
  if ('record' in node) return isThroughRecords ? [node.of] : [];
  return node.kind === 'aggregate' ? [node.of] : [];
}
