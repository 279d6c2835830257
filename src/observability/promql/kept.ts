import type { AnyQuery, Operator, QueryNode } from './query';

/** Whether each series of the answer to a query has a label, if those that it reads do. */
export function keepsLabel({ node }: AnyQuery, label: string): boolean {
  return keeps(node, label);
}

function keeps(node: QueryNode, label: string): boolean {
  switch (node.kind) {
    // A number has no labels, and takes none from the series that it is compared with.
    case 'number':
    case 'quantity':
    case 'time':
      return true;
    case 'absent':
      return false;
    case 'aggregate':
      return node.call === 'topk' || (node.by.includes(label) && keeps(node.of, label));
    case 'histogram':
      return node.by.includes(label);
    case 'recordedQuantile':
      return node.of.by.includes(label);
    case 'recorded':
    case 'recordedOver':
      return keeps(node.of, label);
    case 'binary':
      return binaryKeeps(node, label);
    default:
      return true;
  }
}

/** Whose labels the result has. */
const OF_LEFT: readonly Operator[] = ['and', 'unless'];

function binaryKeeps(
  { operator, left, right, on }: Extract<QueryNode, { readonly kind: 'binary' }>,
  label: string,
): boolean {
  if (OF_LEFT.includes(operator)) return keeps(left, label);
  const isMatched = on === undefined || operator === 'or' || on.includes(label);
  return isMatched && keeps(left, label) && keeps(right, label);
}
