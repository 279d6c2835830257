/** A matcher as a text of PromQL has it. */
export interface WrittenMatcher {
  /** Name of the label. */
  readonly label: string;
  /** How the label is compared. */
  readonly operator: '=' | '!=' | '=~' | '!~';
  /** What it is compared with, escapes resolved. */
  readonly value: string;
}

/** A selector as a text of PromQL has it. */
export interface WrittenSelector {
  /** Name of the metric; empty where there is none before the braces. */
  readonly metric: string;
  /** What stands in the braces, in order. */
  readonly matchers: readonly WrittenMatcher[];
}

const STRING = String.raw`"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|${'`[^`]*`'}`;
const COMMENT = new RegExp(`#[^\\n]*|${STRING}`, 'g');
const SELECTOR = new RegExp(`${STRING}|([\\w:]*)\\s*\\{((?:${STRING}|[^}"'\`])*)\\}`, 'g');
const MATCHER = new RegExp(`(?:([a-zA-Z_]\\w*)|(${STRING}))\\s*(=~|!~|!=|=)\\s*(${STRING})`, 'g');

/**
 * The selectors in a text of PromQL that have braces. A metric whose name is in the braces has the matcher `__name__` only if that is written.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#instant-vector-selectors
 */
export function selectorsIn(expression: string): readonly WrittenSelector[] {
  const code = expression.replace(COMMENT, (found) => (found.startsWith('#') ? ' ' : found));
  return [...code.matchAll(SELECTOR)].flatMap(({ 1: metric = '', 2: inner }) =>
    inner === undefined ? [] : [{ metric, matchers: matchersIn(inner) }],
  );
}

function matchersIn(inner: string): readonly WrittenMatcher[] {
  return [...inner.matchAll(MATCHER)].map(([, name, quoted = '', operator, value = '']) => ({
    label: name ?? textOf(quoted),
    operator: operator as WrittenMatcher['operator'],
    value: textOf(value),
  }));
}

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|([0-3][0-7]{2})|([^]))/g;
const CONTROLS: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** What a string says; PromQL has the escapes of Go, and none between backticks. */
function textOf(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return inner;
  return inner.replace(ESCAPE, (_, ...[x, u, long, octal, letter = '']: readonly (string | undefined)[]) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return octal === undefined ? (CONTROLS[letter] ?? letter) : String.fromCodePoint(parseInt(octal, 8));
  });
}
