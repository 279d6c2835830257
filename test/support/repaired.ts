import { type Json } from '../../src/engine/expr';
import { type Problem, type Section, ValuesError, checkValues } from '../../src/engine/values';
import { withValue } from './values';

type Values = Readonly<Record<string, Json>>;

/** What a value may be that goes together with others. */
const CANDIDATES: readonly Json[] = ['', 'a', 1, 2, '1', [{ name: 'tmp-pgcerts', mountPath: '/mounted' }], [], {}];

/**
 * Values that go together, out of values each of which is allowed alone: where a rule is broken, the value that it names becomes the
 * first candidate that mends it.
 */
export function repaired(section: Section, values: Values): Values {
  const [problem] = problemsOf(section, values);
  if (problem === undefined) return values;
  const path = problem.path.split('.').slice(1);
  const mended = CANDIDATES.map((candidate) => withValue(values, path, candidate)).find((one) =>
    problemsOf(section, one).every((other) => !other.path.startsWith(problem.path)),
  );
  if (mended === undefined) throw new Error(`no candidate mends ${problem.path}`);
  return repaired(section, mended);
}

function problemsOf(section: Section, values: Values): readonly Problem[] {
  try {
    checkValues(section, values);
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.problems;
    throw error;
  }
}
