import type { Metric, Unit } from '../../metrics';
import type { AnyQuery, QueryNode } from '../../promql';
import type { GrafanaUnit } from './grafana';

/** What a query yields: a unit, or a unit a second. */
interface Dimension {
  readonly unit: Unit | 'moment' | 'requests';
  readonly isPerSecond: boolean;
}

const PER_SECOND: Readonly<Record<Dimension['unit'], GrafanaUnit | undefined>> = {
  count: 'ops',
  requests: 'reqps',
  bytes: 'binBps',
  // Seconds of work a second: how many cores, or how many workers, are busy.
  seconds: 'percentunit',
  milliseconds: undefined,
  days: undefined,
  timestamp: undefined,
  moment: undefined,
  ratio: undefined,
  info: undefined,
};

const ABSOLUTE: Readonly<Record<Dimension['unit'], GrafanaUnit | undefined>> = {
  count: 'short',
  requests: 'short',
  info: 'short',
  bytes: 'bytes',
  seconds: 's',
  milliseconds: 'ms',
  days: 'd',
  ratio: 'percentunit',
  moment: 'dateTimeAsIso',
  // Grafana wants milliseconds.
  timestamp: undefined,
};

/** The unit in which Grafana shows a query, as far as catalogue and query tell. */
export function unitOf(query: AnyQuery): GrafanaUnit | undefined {
  const dimension = dimensionOf(query.node);
  return dimension && (dimension.isPerSecond ? PER_SECOND : ABSOLUTE)[dimension.unit];
}

/** The unit of what a histogram observes, for the axis of a heatmap. */
export function observedUnitOf({ node }: AnyQuery): GrafanaUnit | undefined {
  return node.kind === 'histogram' ? ABSOLUTE[node.selection.metric.unit] : undefined;
}

const absolute = (unit: Dimension['unit']): Dimension => ({ unit, isPerSecond: false });
const perSecond = (unit: Dimension['unit']): Dimension => ({ unit, isPerSecond: true });

/** Things counted; those of the API are requests. */
function counted({ unit, subject, type }: Metric): Dimension['unit'] {
  const isCount = unit === 'count' || type === 'histogram';
  return isCount && subject === 'api' ? 'requests' : isCount ? 'count' : unit;
}

type NodeOf<K extends QueryNode['kind']> = Extract<QueryNode, { readonly kind: K }>;

const DIMENSIONS: { readonly [K in QueryNode['kind']]: (node: NodeOf<K>) => Dimension | undefined } = {
  number: () => undefined,
  quantity: () => undefined,
  time: () => absolute('timestamp'),
  absent: () => absolute('count'),
  alerts: () => absolute('count'),
  select: ({ selection: { metric } }) => absolute(metric.unit),
  range: ofRange,
  histogram: ofHistogram,
  recorded: ({ of }) => dimensionOf(of),
  // Of sums only the ratio of two has a meaning: how often was recorded is not known here.
  recordedOver: ({ of }) => dimensionOf(of),
  recordedQuantile: ({ of }) => absolute(of.selection.metric.unit),
  aggregate: ({ call, of }) => (call === 'count' || call === 'group' ? absolute('count') : dimensionOf(of)),
  binary: ofBinary,
};

function dimensionOf(node: QueryNode): Dimension | undefined {
  const dimension = DIMENSIONS[node.kind] as (node: QueryNode) => Dimension | undefined;
  return dimension(node);
}

function ofRange({ call, selection: { metric } }: NodeOf<'range'>): Dimension {
  if (call === 'changes') return absolute('count');
  const isPerSecond = call === 'rate' || call === 'deriv';
  return isPerSecond ? perSecond(counted(metric)) : absolute(metric.unit);
}

function ofHistogram({ question, selection: { metric } }: NodeOf<'histogram'>): Dimension {
  switch (question.ask) {
    case 'quantile':
      return absolute(metric.unit);
    case 'atMost':
      return absolute('ratio');
    case 'sum':
      return perSecond(metric.unit);
    case 'count':
    case 'buckets':
      return perSecond(counted(metric));
  }
}

function ofBinary({ operator, left, right }: NodeOf<'binary'>): Dimension | undefined {
  const [a, b] = [dimensionOf(left), dimensionOf(right)];
  if (operator === '/') return ofQuotient(a, b);
  if (operator === '*') return ofProduct(left, right);
  // The difference of two points in time is a duration.
  if (operator === '-' && a?.unit === 'timestamp' && b?.unit === 'timestamp') return absolute('seconds');
  return a ?? b;
}

function ofProduct(left: QueryNode, right: QueryNode): Dimension | undefined {
  const of = dimensionOf(left);
  const isThousand = right.kind === 'number' && right.value === 1000;
  return of?.unit === 'timestamp' && isThousand ? absolute('moment') : of;
}

function ofQuotient(a: Dimension | undefined, b: Dimension | undefined): Dimension | undefined {
  if (b === undefined) return a;
  if (a === undefined || a.isPerSecond !== b.isPerSecond) return undefined;
  if (a.unit === b.unit) return absolute('ratio');
  return b.unit === 'count' || b.unit === 'requests' ? absolute(a.unit) : undefined;
}
