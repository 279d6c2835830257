import { requireFields, requireGiven, requireItems, requireKind, requireMap, requireTree } from '../expr';
import { FORMATS } from './formats';

const VERSION = /^\d+\.\d+\.\d+$/;

type Check = (path: string, given: unknown) => void;

const text: Check = (path, given) => {
  requireKind('a text', path, given);
};
const number: Check = (path, given) => {
  requireKind('a number', path, given);
};
const format: Check = (path, given) => {
  const names: readonly unknown[] = Object.keys(FORMATS);
  requireGiven(names.includes(given), path, `one of ${names.join(', ')}`, given);
};
const texts: Check = (path, given) => {
  requireItems('a text', path, given);
};

/** What the options of a value must be where they are given. */
const OPTIONS: Readonly<Record<string, Check>> = {
  see: text,
  since: (path, given) => {
    requireGiven(VERSION.test(String(given)), path, 'a version such as "0.2.0"', given);
  },
  sharedAs: text,
  maxPercent: number,
  min: number,
  max: number,
  format,
  names: format,
  reserved: texts,
  required: texts,
  taken: texts,
  texts: (path, given) => {
    requireMap(path, given);
    for (const [key, others] of Object.entries(given as object)) texts(`${path}.${key}`, others);
  },
  fields: (path, given) => {
    requireMap(path, given);
    for (const [key, schema] of Object.entries(given as object)) requireMap(`${path}.${key}`, schema);
  },
  uniqueBy: texts,
  unique: (path, given) => {
    requireFields(path, given, { fields: 'a list', taken: 'a list' });
  },
  isSet: (path, given) => {
    requireKind('true or false', path, given);
  },
  exclusive: (path, given) => {
    requireFields(path, given, { of: 'a list', isNeeded: 'true or false' });
  },
  variants: (path, given) => {
    requireItems('a map', path, given);
    for (const [i, each] of (given as readonly unknown[]).entries())
      requireFields(`${path}[${String(i)}]`, each, { field: 'a text', default: 'a text', kinds: 'a list' });
  },
};

/**
 * Refuses options of a value that only a program without types can give.
 *
 * @throws Error of one line: where, what is allowed, what was given.
 */
export function requireOptions(kind: string, options: unknown): void {
  const path = `${kind}: options`;
  requireFields(path, options, { description: 'a text' });
  const given = new Map<string, unknown>(Object.entries(options as object));
  requireGiven(given.get('default') !== undefined, `${path}.default`, 'a default', undefined);
  requireTree(`${path}.default`, given.get('default'));
  for (const [key, check] of Object.entries(OPTIONS))
    if (given.get(key) !== undefined) check(`${path}.${key}`, given.get(key));
}
