/** Thrown at the first value that is not ordinary. */
const NOT_ORDINARY = new Error('not ordinary');

/**
 * Prints a map or list as the library of `printYaml` does, byte for byte and faster; `undefined` where anything in it is not
 * ordinary, such as a text that looks like a date. A test compares both.
 */
export function printOrdinary(value: unknown): string | undefined {
  try {
    return isCollection(value) ? `${print(value, '')}\n` : undefined;
  } catch (error) {
    if (error === NOT_ORDINARY) return undefined;
    throw error;
  }
}

type Collection = Readonly<Record<string, unknown>> | readonly unknown[];

function isCollection(value: unknown): value is Collection {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function print(value: unknown, indent: string): string {
  if (Array.isArray(value)) return list(value, indent);
  return isCollection(value) ? map(value, indent) : scalar(value, indent);
}

function list(items: readonly unknown[], indent: string): string {
  const inner = `${indent}  `;
  const printed = items.map((item) => `- ${print(item, inner)}`);
  return printed.length === 0 ? '[]' : printed.join(`\n${indent}`);
}

function map(entries: Collection, indent: string): string {
  const inner = `${indent}  `;
  const printed = Object.entries(entries).flatMap(([key, value]: [string, unknown]) =>
    value === undefined ? [] : [`${keyText(key)}:${startsLine(value) ? `\n${inner}` : ' '}${print(value, inner)}`],
  );
  return printed.length === 0 ? '{}' : printed.join(`\n${indent}`);
}

/** A collection starts a line of its own, unless it is empty. */
function startsLine(value: unknown): boolean {
  return isCollection(value) && Object.values(value).some((item) => item !== undefined);
}

function scalar(value: unknown, indent: string): string {
  if (typeof value === 'string') return value.includes('\n') ? literal(value, indent) : text(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return JSON.stringify(value);
  throw NOT_ORDINARY;
}

/** Words of YAML 1.1 that need quotes; in which other cases they do is for the library, as are numbers such as `e5`. */
const WORD = /^(y|n|yes|no|on|off|true|false|null)$/;
const NEARLY_WORD = new RegExp(`${WORD.source}|^e[-+]?[0-9]+$`, 'i');
const PLAIN_KEY = /^[A-Za-z_$][-A-Za-z0-9_./$]{0,250}$/;

function keyText(key: string): string {
  if (PLAIN_KEY.test(key) && !NEARLY_WORD.test(key)) return key;
  throw NOT_ORDINARY;
}

/** A word, a flag, a path; a number with a unit, with several dots, or in a sum. What has more of a number may be a date. */
const PLAIN_START =
  /^([A-Za-z_$/(]|--?[A-Za-z][^_]*$|(0[mshd]|[1-9][0-9]*[A-Za-z%]+)$|[0-9]+ |[0-9]+(\.[0-9]+){2,}(\/[0-9]+)?$)/;
/** What ends a plain text, or makes it something else. */
const NOT_PLAIN = /: |:$| $| #/;
const DIGITS = /^[0-9]+(\.[0-9]*)?$/;
/** Some of the characters that start something else in YAML. */
const INDICATOR = /^[ ,[\]{}#&*!|>'"%@`]/;
/** What is escaped in quotes: control characters, and what is no character alone. */
const ODD = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

function text(value: string): string {
  if (ODD.test(value)) throw NOT_ORDINARY;
  if (value === '' || WORD.test(value) || DIGITS.test(value) || INDICATOR.test(value) || NOT_PLAIN.test(value))
    return quoted(value);
  if (PLAIN_START.test(value) && !NEARLY_WORD.test(value)) return value;
  throw NOT_ORDINARY;
}

function quoted(value: string): string {
  return value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}

/** Lines that do not end in a blank, the first of which does not start with one; then one line end or none. */
const LINES = /^\S(.*\S)?(\n+ *\S(.*\S)?)*\n?$/;

function literal(value: string, indent: string): string {
  if (ODD.test(value) || indent === '' || !LINES.test(value)) throw NOT_ORDINARY;
  const lines = value.replace(/\n$/, '').replace(/\n+/g, `$&${indent}`);
  return `|${value.endsWith('\n') ? '' : '-'}\n${indent}${lines}`;
}
