import { NOT_YET_KNOWN, type Placement, isExpr, literalOf, shown } from '../expr';
import { type Problem, ValuesError } from './check';
import { FORMATS } from './formats';

/** Helm's own limit, which leaves room for what charts add to the name. */
const MAX_RELEASE_NAME = 53;

/**
 * Checks the release's name and namespace, where they are known.
 *
 * @throws ValuesError
 * @see https://helm.sh/docs/chart_best_practices/conventions/
 */
export function checkPlacement({ releaseName, namespace }: Placement): void {
  const problems = [
    ...problemOf('releaseName', releaseName, MAX_RELEASE_NAME),
    ...problemOf('namespace', namespace, FORMATS.dnsLabel.maxLength),
  ];
  if (problems.length > 0) throw new ValuesError(problems);
}

function problemOf(path: string, given: unknown, max: number): readonly Problem[] {
  const known = isExpr(given) ? literalOf(given) : given;
  if (known === NOT_YET_KNOWN) return [];
  const isName =
    typeof known === 'string' && known.length <= max && new RegExp(`^${FORMATS.dnsLabel.pattern}$`).test(known);
  const expected = `${FORMATS.dnsLabel.title} of at most ${String(max)} characters`;
  return isName ? [] : [{ path, expected, got: shown(known) }];
}
