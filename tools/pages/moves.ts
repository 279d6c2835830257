import { MOVES } from '../../src/coder/migration';
import { markdown } from '../../src/observability/mixin';

const { code, page, table } = markdown;

/** The page about the keys of Coder's own chart. */
export function movesPage(): string {
  const rows = MOVES.map(({ from, to }) => [code(from), to.length === 0 ? 'nothing' : to.map(code).join(', ')]);
  return page(
    "# Keys of Coder's own chart",
    'Where each is here: `npx cdk8s-coder migrate` does [what this table says](../how-to/from-coders-own-chart.md). Generated from `src/coder/migration`.',
    table(["Coder's chart", 'Here'], [...rows].sort()),
  );
}
