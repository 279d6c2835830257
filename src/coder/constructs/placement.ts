import { type Expr, type Placement, literalOf, shown } from '../../engine/expr';
import { FORMATS, type Problem, ValuesError } from '../../engine/values';

/** Helm's own limit, which leaves room for what charts add to the name. */
const MAX_RELEASE_NAME = 53;

/**
 * Checks the release's name and namespace, where they are known.
 *
 * @throws ValuesError
 * @see https://helm.sh/docs/chart_best_practices/conventions/
 */
export function checkPlacement({ releaseName, namespace }: Placement<Expr<string>>): void {
  const problems = [
    ...problemOf('releaseName', literalOf(releaseName), MAX_RELEASE_NAME),
    ...problemOf('namespace', literalOf(namespace), FORMATS.dnsLabel.maxLength),
  ];
  if (problems.length > 0) throw new ValuesError(problems);
}

function problemOf(path: string, known: unknown, max: number): readonly Problem[] {
  if (typeof known === 'symbol') return [];
  const isName =
    typeof known === 'string' && known.length <= max && new RegExp(`^${FORMATS.dnsLabel.pattern}$`).test(known);
  const expected = `${FORMATS.dnsLabel.title} of at most ${String(max)} characters`;
  return isName ? [] : [{ path, expected, got: shown(known) }];
}
