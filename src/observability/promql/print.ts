import { type Expr, ifElse, interpolateParts, isExpr, isSet, literalOf } from '../../engine/expr';
import type { AnyQuery, Matcher, Matchers, QueryNode, SeriesSelection, QueryWindow } from './query';
import { boundMatcher } from './select';

/** How a query is written where it is used. */
export interface PrintOptions {
  /** Matchers that every selection gets, without braces, such as `job="coder/master-monitor"`; may be empty. */
  readonly selector: string | Expr<string>;
  /** What a window is that the query leaves open, such as `5m` or `$__rate_interval`. */
  readonly window: string;
  /** Form in which Prometheus keeps the histograms. */
  readonly histograms: 'classic' | 'native';
  /**
   * Labels that each grouping and each matching `on` has beside its own, with a comma after each, such as `cluster, `: what is computed for one
   * cluster is then computed for each. By default none.
   */
  readonly alsoBy?: string | Expr<string>;
}

/**
 * A query whose numbers are all known, as text.
 *
 * @param options By default nothing is selected, a window that the query leaves open is 5m, and histograms are classic ones.
 */
export function queryText(query: AnyQuery, options: Partial<PrintOptions> = {}): string {
  const text = literalOf(printQuery(query, { selector: '', window: '5m', histograms: 'classic', ...options }));
  if (typeof text === 'string') return text;
  throw new Error('the query holds a number that only Helm knows: use printQuery');
}

type Pieces = readonly (string | Expr)[];

/** Writes a query as PromQL. Values that only Helm knows make the text an expression. */
export function printQuery(query: AnyQuery, options: PrintOptions): Expr<string> {
  return interpolateParts(print(query.node, options));
}

type NodeOf<K extends QueryNode['kind']> = Extract<QueryNode, { readonly kind: K }>;

const PRINTERS: { readonly [K in QueryNode['kind']]: (node: NodeOf<K>, options: PrintOptions) => Pieces } = {
  number: ({ value }) => [isExpr(value) ? value : String(value)],
  quantity: ({ text: amount }) => ['(', amount, ')'],
  time: () => ['time()'],
  select: ({ selection }, options) => printSelection(selection, options),
  range: ({ call, selection, window }, options) => [`${call}(`, ...printRange(selection, window, options), ')'],
  absent: printAbsent,
  alerts: ({ state, where }, options) => printMatched('ALERTS', { alertstate: state, ...where }, options),
  recorded: ({ record }, options) => [record, ...braces([], options.selector)],
  recordedOver: ({ call, record, window }, options) => [
    `${call}(${record}`,
    ...braces([], options.selector),
    `[${window}])`,
  ],
  recordedQuantile: printRecordedQuantile,
  aggregate: ({ call, by, parameter, of }, options) => {
    const first = parameter === undefined ? '' : `${String(parameter)}, `;
    return [call, ...grouping(by, options), `(${first}`, ...print(of, options), ')'];
  },
  histogram: (node, options) => (options.histograms === 'classic' ? printClassic : printNative)(node, options),
  binary: ({ operator, left, right, on }, options) => {
    const matching = on === undefined ? [] : [' on (', ...labelsOf(on, options), ')'];
    return [...operand(left, options), ` ${operator}`, ...matching, ' ', ...operand(right, options)];
  },
};

function print(node: QueryNode, options: PrintOptions): Pieces {
  const printer = PRINTERS[node.kind] as (node: QueryNode, options: PrintOptions) => Pieces;
  return printer(node, options);
}

function operand(node: QueryNode, options: PrintOptions): Pieces {
  const isBinary = node.kind === 'binary' || (node.kind === 'histogram' && isRatio(node, options));
  return isBinary ? ['(', ...print(node, options), ')'] : print(node, options);
}

function grouping(by: readonly string[], options: PrintOptions): Pieces {
  return by.length === 0 ? [] : [' by (', ...labelsOf(by, options), ') '];
}

function labelsOf(labels: readonly string[], { alsoBy = '' }: PrintOptions): Pieces {
  return alsoBy === '' ? [labels.join(', ')] : [alsoBy, labels.join(', ')];
}

/** How far back those are looked for that are gone: nobody else knows which clusters there are. */
const LOOK_BACK = '1d';

/** Of several clusters, one is gone that was there within a day; that nothing ever was there, no cluster can be said of. */
function printAbsent({ selection }: NodeOf<'absent'>, options: PrintOptions): Pieces {
  const read = printSelection(selection, options);
  const alone = ['absent(', ...read, ')'];
  const { alsoBy = '' } = options;
  if (alsoBy === '') return alone;
  const group = ['group', ...grouping(['namespace', 'job'], options)];
  const past = [...read, `[${LOOK_BACK}]`];
  const ofEach = [
    ...['(', ...group, '(last_over_time(', ...past, ')) unless ', ...group, '(', ...read, '))'],
    ...[' or absent_over_time(', ...past, ')'],
  ];
  if (!isExpr(alsoBy)) return ofEach;
  return [ifElse(isSet(alsoBy), interpolateParts(ofEach), interpolateParts(alone))];
}

function isRatio({ question }: NodeOf<'histogram'>, { histograms }: PrintOptions): boolean {
  return question.ask === 'atMost' && histograms === 'classic';
}

/** A histogram that is kept as one series a bucket, beside its count and its sum. */
function printClassic({ question, selection, by, window }: NodeOf<'histogram'>, options: PrintOptions): Pieces {
  const total = (suffix: string, labels: readonly string[], where: Matchers = {}): Pieces => {
    const part = { ...selection, where: { ...selection.where, ...where } };
    return ['sum', ...grouping(labels, options), '(rate(', ...printRange(part, window, options, suffix), '))'];
  };
  switch (question.ask) {
    case 'quantile':
      return [`histogram_quantile(${String(question.quantile)}, `, ...total('_bucket', ['le', ...by]), ')'];
    case 'atMost':
      return [...total('_bucket', by, { le: boundMatcher(question.bound) }), ' / ', ...total('_count', by)];
    case 'count':
      return total('_count', by);
    case 'sum':
      return total('_sum', by);
    case 'buckets':
      return total('_bucket', ['le', ...by]);
  }
}

/** A histogram that Prometheus keeps as one series. */
function printNative({ question, selection, by, window }: NodeOf<'histogram'>, options: PrintOptions): Pieces {
  const total = ['sum', ...grouping(by, options), '(rate(', ...printRange(selection, window, options), '))'];
  switch (question.ask) {
    case 'quantile':
      return [`histogram_quantile(${String(question.quantile)}, `, ...total, ')'];
    case 'atMost':
      return [
        'histogram_fraction(-Inf, ',
        isExpr(question.bound) ? question.bound : String(question.bound),
        ', ',
        ...total,
        ')',
      ];
    case 'count':
      return ['histogram_count(', ...total, ')'];
    case 'sum':
      return ['histogram_sum(', ...total, ')'];
    case 'buckets':
      return total;
  }
}

/** Nothing records the buckets of a native histogram: its quantile comes from itself. */
function printRecordedQuantile({ record, quantile, of }: NodeOf<'recordedQuantile'>, options: PrintOptions): Pieces {
  const question = { ask: 'quantile', quantile } as const;
  if (options.histograms === 'native') return printNative({ ...of, question }, options);
  return [`histogram_quantile(${String(quantile)}, ${record}`, ...braces([], options.selector), ')'];
}

function printRange(selection: SeriesSelection, window: QueryWindow, options: PrintOptions, suffix = ''): Pieces {
  const back = selection.offset === undefined ? '' : ` offset ${selection.offset}`;
  const length = window === 'default' ? options.window : window;
  return [...printSeries(selection, options, suffix), `[${length}]${back}`];
}

function printSelection(selection: SeriesSelection, options: PrintOptions): Pieces {
  const back = selection.offset === undefined ? [] : [` offset ${selection.offset}`];
  return [...printSeries(selection, options, ''), ...back];
}

function printSeries({ name, where }: SeriesSelection, options: PrintOptions, suffix: string): Pieces {
  return printMatched(name + suffix, where, options);
}

function printMatched(name: string, where: Matchers, { selector }: PrintOptions): Pieces {
  const own = Object.entries(where).map(([label, matcher]) => printMatcher(label, matcher));
  return [name, ...braces(own, selector)];
}

function braces(own: readonly Pieces[], selector: string | Expr<string>): Pieces {
  const all = [...(selector === '' ? [] : [[selector]]), ...own].filter((pieces) => pieces.length > 0);
  if (all.length === 0) return [];
  return ['{', ...all.flatMap((pieces, i) => (i === 0 ? pieces : [', ', ...pieces])), '}'];
}

function printMatcher(label: string, matcher: Matcher | undefined): Pieces {
  if (matcher === undefined) return [];
  if (typeof matcher === 'string') return [`${label}=${quote(matcher)}`];
  if ('is' in matcher) return [`${label}=${quote(matcher.is)}`];
  if ('isNot' in matcher) return [`${label}!=${quote(matcher.isNot)}`];
  if ('matchesNot' in matcher) return [`${label}!~${quote(matcher.matchesNot)}`];
  return isExpr(matcher.matches) ? [`${label}=~"`, matcher.matches, '"'] : [`${label}=~${quote(matcher.matches)}`];
}

/** A string of PromQL is escaped like one of Go, which has all escapes of JSON. */
function quote(value: string): string {
  return JSON.stringify(value);
}
