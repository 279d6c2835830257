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

/** The matchers in braces of an expression, as the grammar of Prometheus tells them: label, operator and value, as they are written. */
export function writtenMatchers(expression: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  let end = 0;
  parser.parse(expression).iterate({
    enter: ({ name, from, to }) => {
      if (/^(Unq|Q)uotedLabelMatcher$/.test(name)) {
        found.push([]);
        end = to;
      }
      if (/^(LabelName|MatchOp|StringLiteral)$/.test(name) && to <= end) found.at(-1)?.push(expression.slice(from, to));
    },
  });
  return found;
}
