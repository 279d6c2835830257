import type { AnyQuery, Operator, QueryNode } from './query';

/** Whether each series of the answer to a query has a label, if those that it reads do. */
export function keepsLabel({ node }: AnyQuery, label: string): boolean {
  return keeps(node, label);
}

type NodeOf<K extends QueryNode['kind']> = Extract<QueryNode, { readonly kind: K }>;

const all = (): boolean => true;

const KEEPERS: { readonly [K in QueryNode['kind']]: (node: NodeOf<K>, label: string) => boolean } = {
  // A number has no labels, and takes none from the series that it is compared with.
  number: all,
  quantity: all,
  time: all,
  select: all,
  range: all,
  alerts: all,
  absent: () => false,
  aggregate: ({ call, by, of }, label) => call === 'topk' || (by.includes(label) && keeps(of, label)),
  histogram: ({ by }, label) => by.includes(label),
  recordedQuantile: ({ of }, label) => of.by.includes(label),
  recorded: ({ of }, label) => keeps(of, label),
  recordedOver: ({ of }, label) => keeps(of, label),
  binary: binaryKeeps,
};

function keeps(node: QueryNode, label: string): boolean {
  const keeper = KEEPERS[node.kind] as (node: QueryNode, label: string) => boolean;
  return keeper(node, label);
}

/** Whose labels the result has. */
const OF_LEFT: readonly Operator[] = ['and', 'unless'];

function binaryKeeps({ operator, left, right, on }: NodeOf<'binary'>, label: string): boolean {
  if (OF_LEFT.includes(operator)) return keeps(left, label);
  const isMatched = on === undefined || operator === 'or' || on.includes(label);
  return isMatched && keeps(left, label) && keeps(right, label);
}
