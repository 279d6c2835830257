import type { LRParser } from '@lezer/lr';

// The package has a CommonJS build, but types of an ES module only.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: LRParser };

/** Where an expression of PromQL does not parse; empty for one that does. */
export function syntaxErrors(expression: string): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) found.push(`${expression.slice(0, from)}<HERE>${expression.slice(to)}`);
    },
  });
  return found;
}
