import { worthOf } from './amounts';
import { jsonOf, yamlOf } from './documents';
import type { FunctionName, Json, ValueType } from './expr';
import { sha256Of } from './hash';
import { type UnitOfQuantity, unitsIn } from './quantities';

/** What a function takes, by the words of messages. */
interface Taken {
  readonly 'a text': string;
  readonly 'an integer': number;
  readonly 'a number': number;
  readonly 'a map': Readonly<Record<string, Json>>;
  readonly 'a list': readonly Json[];
  readonly 'plain data': Json;
}

/** What an operand of a function must be. */
export type OperandKind = keyof Taken;

/** A function of values that are known: what it takes, what it is of, and what it means. */
interface Definition<K extends readonly OperandKind[]> {
  readonly takes: K;
  readonly type: ValueType;
  readonly meaning: (...operands: { -readonly [I in keyof K]: Taken[K[I]] }) => Json;
}

function define<const K extends readonly OperandKind[]>(
  type: ValueType,
  takes: K,
  meaning: Definition<K>['meaning'],
): Definition<K> {
  return { takes, type, meaning };
}

/** The greatest integer that JavaScript tells from its neighbours; the least is its opposite. */
export const GREATEST = Number.MAX_SAFE_INTEGER;

/** 0 has no sign. */
function bounded(integer: number): number {
  return Math.min(GREATEST, Math.max(-GREATEST, integer)) + 0;
}

/** As Go trims: unlike JavaScript, with U+0085 and without the byte order mark. */
const SPACE = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const SPACE_AROUND = new RegExp(`^${SPACE}|${SPACE}$`, 'g');

/**
 * The functions of values, with their meanings: each is total, and the same in JavaScript and in Go. What they are printed as is in the room
 * of the printer.
 */
export const FUNCTIONS = {
  base64: define('string', ['a text'], (text) => Buffer.from(text).toString('base64')),
  sha256: define('string', ['a text'], sha256Of),
  lower: define('string', ['a text'], (text) => text.replace(/[A-Z]+/g, (run) => run.toLowerCase())),
  upper: define('string', ['a text'], (text) => text.replace(/[a-z]+/g, (run) => run.toUpperCase())),
  trim: define('string', ['a text'], (text) => text.replace(SPACE_AROUND, '')),
  truncate: define('string', ['a text', 'an integer'], (text, max) => Array.from(text).slice(0, max).join('')),
  replace: define('string', ['a text', 'a text', 'a text'], (text, search, by) => text.replaceAll(search, () => by)),
  split: define('list', ['a text', 'a text'], (text, separator) => text.split(separator)),
  join: define('string', ['a list', 'a text'], (texts, separator) =>
    texts.filter((text) => typeof text === 'string').join(separator),
  ),
  contains: define('boolean', ['a text', 'a text'], (text, part) => text.includes(part)),
  startsWith: define('boolean', ['a text', 'a text'], (text, start) => text.startsWith(start)),
  endsWith: define('boolean', ['a text', 'a text'], (text, end) => text.endsWith(end)),
  hasKey: define('boolean', ['a map', 'a text'], (map, key) => Object.hasOwn(map, key)),
  textAt: define('string', ['a map', 'a text', 'a text'], (map, key, fallback) => {
    const found = Object.hasOwn(map, key) ? map[key] : undefined;
    return typeof found === 'string' ? found : fallback;
  }),
  add: define('integer', ['an integer', 'an integer'], (a, b) => bounded(a + b)),
  subtract: define('integer', ['an integer', 'an integer'], (a, b) => bounded(a - b)),
  multiply: define('integer', ['an integer', 'an integer'], (a, b) => bounded(a * b)),
  divide: define('integer', ['an integer', 'an integer'], (a, b) => (b === 0 ? 0 : (a - (a % b)) / b + 0)),
  modulo: define('integer', ['an integer', 'an integer'], (a, b) => (b === 0 ? 0 : (a % b) + 0)),
  min: define('integer', ['an integer', 'an integer'], (a, b) => Math.min(a, b)),
  max: define('integer', ['an integer', 'an integer'], (a, b) => Math.max(a, b)),
  lessThan: define('boolean', ['a number', 'a number'], (a, b) => a < b),
  quantityIn: define('integer', ['a text', 'a text'], (quantity, unit) =>
    bounded(Math.floor(worthOf(quantity, unitsIn(unit as UnitOfQuantity)))),
  ),
  toJson: define('string', ['plain data'], jsonOf),
  toYaml: define('string', ['plain data'], yamlOf),
} satisfies Readonly<Record<FunctionName, object>>;
