import { type Json, evaluate } from '../../src/engine/expr';
import {
  type Section,
  ValuesError,
  checkValues,
  fillDefaults,
  rulesOf,
  symbolicHandles,
} from '../../src/engine/values';
import { once } from './arbitraries';
import { withValue } from './values';

type Values = Readonly<Record<string, Json>>;

/** What a value may be that goes together with others. */
const CANDIDATES: readonly Json[] = [
  '',
  'a',
  'b',
  'https://a',
  1,
  2,
  '1',
  [{ ipBlock: { cidr: '10.0.0.0/8' } }],
  [{ name: 'tmp-pgcerts', mountPath: '/mounted' }],
  [{ name: 'a' }],
  ['::1'],
  [],
  {},
  false,
  0,
];

/**
 * Values that go together, out of values each of which is allowed alone: where a rule is broken, the value that it names becomes the
 * first candidate that mends it.
 */
export function repaired(section: Section, values: Values): Values {
  const [path] = brokenIn(section, values);
  if (path === undefined) return values;
  const mended = CANDIDATES.map((candidate) => withValue(values, path.split('.'), candidate)).find((one) =>
    [brokenIn, refusedIn].every((pathsIn) => pathsIn(section, one).every((other) => !other.startsWith(path))),
  );
  if (mended === undefined) throw new Error(`no candidate mends ${path}`);
  return repaired(section, mended);
}

/** The rules of a section, made once: this is asked a thousand times. */
const rulesIn = once((section: Section) => rulesOf(section, symbolicHandles(section)));

/** What the broken rules name. */
function brokenIn(section: Section, values: Values): readonly string[] {
  const builtins = { releaseName: 'coder', namespace: 'coder' };
  const environment = { values: fillDefaults(section, values), builtins };
  return rulesIn(section)
    .filter(({ broken }) => evaluate(broken, environment) === true)
    .map(({ path }) => path);
}

function refusedIn(section: Section, values: Values): readonly string[] {
  try {
    checkValues(section, values);
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.problems.map(({ path }) => path.replace(/^values\./, ''));
    throw error;
  }
}
