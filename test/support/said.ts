import { type Problem, type Section, ValuesError, checkValues } from '../../src/engine/values';
import type { Json } from '../../src/engine/expr';
import { type Refusals, dotted, refusals, template } from './bad-helm';
import { type Path, shown } from './bad-spots';
import { type Bad, inFiles, isReadBack } from './bad-values';
import { type HelmMajor, inParallel } from './helm';

/** A kind of mistake: what synth says of it, and the words of that which Helm says too. */
interface Kind {
  readonly name: string;
  readonly says: RegExp;
  readonly words: (said: RegExpExecArray, bad: Bad) => readonly (string | RegExp)[];
}

const TYPE = '(?:string|integer|number|boolean|array|object)';

/** Messages of synth are `expected A, got B`; the first kind that fits counts. */
const KINDS: readonly Kind[] = [
  {
    name: 'a value of another type',
    says: new RegExp(`^expected (${TYPE}(?: or ${TYPE})*)(?: \\(.*\\))?, got (\\w+)`),
    words: ([, types = '', given = '']) => [
      ...types.split(' or ').map((type) => new RegExp(`(Expected: |want ).*\\b${type}\\b`)),
      // Helm 3 tells whole numbers from others, the others do not.
      new RegExp(`(given: |got )${given === 'number' ? '(number|integer)' : given}\\b`),
    ],
  },
  {
    name: 'none of some values',
    says: /^expected one of (.*), got (?!an unknown key)/,
    words: ([, values = '']) => values.split(', ').map((value) => value.replaceAll('"', '')),
  },
  {
    name: 'an unknown key',
    says: /^expected one of the keys .*, got an unknown key/,
    words: (_, { key = '' }) => [key],
  },
  { name: 'a key that must be there', says: /^expected a value, got nothing/, words: (_, { key = '' }) => [key] },
  {
    name: 'a key of no Kubernetes object',
    says: /^expected a key of letters, digits and .*, got the key/,
    words: (_, { key = '' }) => [key],
  },
  {
    name: 'a key that is not allowed',
    says: /^expected (.*?)(?: of at most (\d+) characters)?, got the key/,
    words: ([, words = '', length = '0']) => [new RegExp(`${literally(words)}|\\b${length}\\b`)],
  },
  {
    name: 'a number beyond a bound that it need not name',
    says: /^expected at (?:most|least) -?(\d+), got/,
    words: ([, most = '']) => [
      new RegExp(
        `\\b(${most}|${literally(
          Number(most)
            .toExponential()
            .replace(/e\+(\d)$/, 'e+0$1'),
        )})\\b`,
      ),
    ],
  },
  {
    name: 'a number out of bounds',
    says: /^expected an? (?:integer|number) (.*), got -?[\d.e+]+$/,
    words: ([, bounds = '']) => [new RegExp(`\\b(${(bounds.match(/[\d.]+/g) ?? []).map(literally).join('|')})\\b`)],
  },
  { name: 'equal items', says: /^expected .*, unique items, got equal items/, words: () => [/unique|equal/] },
  {
    name: 'a text that is not allowed',
    says: /^expected (.*?)(?: of (?:at most|(\d+) to) (\d+) characters)?(, or "")?, got "/,
    words: ([, words = '', least = '0', most = '0', empty = '']) => [
      new RegExp(`${literally(words + empty)}|length.*\\b(${least}|${most})\\b|Length.*\\b(${least}|${most})\\b`),
    ],
  },
];

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function problemsIn(declared: Section, values: Json): readonly Problem[] {
  try {
    checkValues(declared, values);
    return [];
  } catch (error) {
    if (error instanceof ValuesError) return error.problems;
    throw error;
  }
}

/** What synth says at the place of a mistake, or of the key that is wrong there. */
function saidOf({ refusedAt, key }: Bad, problems: readonly Problem[]): string | undefined {
  const at = (path: Path): string => `values${shown(path)}`;
  const places = [at(refusedAt), ...(key === undefined ? [] : [at([...refusedAt, key])])];
  const found = problems.find(({ path }) => places.includes(path));
  return found === undefined ? undefined : `expected ${found.expected}, got ${found.got}`;
}

/** The words of synth that no line of Helm has which names the place, or for Helm 4 the key. */
function lacking(said: Refusals, bad: Bad, line: string, kind: Kind): readonly string[] {
  // Helm 4 says what keys are allowed in a line without a path; Helm 3 has no such line.
  const ofKeys = bad.why === 'key' ? (said.get('') ?? []) : [];
  // Helm 4 writes numbers with commas or as powers, and both write odd characters in ways of their own.
  const text = [...(said.get(dotted(bad.refusedAt)) ?? []), ...ofKeys]
    .join('\n')
    .replaceAll('\\', '')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replaceAll('×10⁰⁹', 'e+09')
    .replaceAll('×10¹⁵', 'e+15');
  const isOdd = /[^ -~]|["'\\]/.test(bad.key ?? '');
  const wanted = kind.words(kind.says.exec(line) as RegExpExecArray, bad);
  const missing = wanted.filter((word) =>
    typeof word === 'string' ? !isOdd && !text.includes(word) : !word.test(text),
  );
  return text === '' ? ['no line'] : missing.map(String);
}

/** Who says what is wrong with values. */
export interface Judges {
  /** The declaration. */
  readonly values: Section;
  /** Its chart. */
  readonly chart: string;
  readonly majors: readonly HelmMajor[];
}

/** Names of all kinds of mistakes. */
export const KINDS_OF_MISTAKES = KINDS.map(({ name }) => name);

/** Which kinds of mistakes were met, and what Helm does not say of them that synth says. */
export async function compareWords(
  { values: declared, chart, majors }: Judges,
  all: readonly Bad[],
): Promise<{ readonly met: ReadonlySet<string>; readonly found: readonly string[] }> {
  const met = new Set<string>();
  const found: string[] = [];
  const runs = majors.flatMap((major) =>
    inFiles(major === 'helm3' ? all.filter(isReadBack) : all).map((file) => ({ major, ...file })),
  );
  await inParallel(runs, async ({ major, values, bad }) => {
    const said = refusals(major, await template(major, chart, { values }));
    const problems = problemsIn(declared, values);
    for (const one of bad) {
      const line = saidOf(one, problems) ?? 'nothing';
      const kind = KINDS.find(({ says }) => says.test(line));
      const lacks = kind === undefined ? ['a kind'] : lacking(said, one, line, kind);
      if (kind !== undefined) met.add(kind.name);
      found.push(...lacks.map((word) => `${major}: ${shown(one.path)}: ${line}: ${word}`));
    }
  });
  return { met, found: found.slice(0, 20) };
}
