import { type Expr, type Tree, type TreeMap, type Value, type ValueType, isExpr, typeOf } from './expr';
import { literal } from './basics';
import { ifElse } from './conditions';
import { requireGiven, requireMap } from './given';
import { simplify } from './simplify';
import { interpolateParts } from './texts';
import { replace } from './words';

/** The entries of a section of an INI file: texts, numbers, switches. One that is absent is left out. */
export type IniSection = Readonly<Record<string, Value<string | number | boolean | undefined>>>;

/**
 * An INI file: sections, and a line `key = value` for each entry. The entries of the section `''` come first, without a head. A line end in a value
 * is written as `\n` and a carriage return as `\r`, so that no value can add an entry.
 *
 * @throws when a section or a key is none that all readers of such files take.
 * @example toIni({ server: { user: values.name } })
 */
export function toIni(sections: Readonly<Record<string, IniSection>>): Expr<string> {
  requireMap('toIni: sections', sections);
  const { '': first = {}, ...others } = sections;
  const parts = Object.entries(others).flatMap(([name, entries]) => {
    requireGiven(/^[^\s[\]][^\r\n[\]]*$/.test(name), 'toIni: sections', 'names without line ends and brackets', name);
    return [`[${name}]\n`, ...linesOf(name, entries)];
  });
  return interpolateParts([...linesOf('', first), ...parts]);
}

type Pieces = readonly (string | Expr)[];

const COLLECTIONS: readonly ValueType[] = ['map', 'list'];

function linesOf(section: string, entries: IniSection): Pieces {
  const path = `toIni: sections.${section}`;
  requireMap(path, entries);
  return Object.entries(entries as TreeMap).flatMap(([key, value]) => {
    requireGiven(/^[A-Za-z0-9_][-\w. /:]*$/.test(key), path, 'keys of letters, digits and -._ /:', key);
    return lineOf(`${path}.${key}`, key, value);
  });
}

function lineOf(path: string, key: string, given: Tree | undefined): Pieces {
  const value = simplify(given);
  if (value === undefined) return [];
  if (isExpr(value) && value.node.op === 'optional') {
    const { condition, then, otherwise } = value.node;
    const [one, other] = [then, otherwise].map((tree) => interpolateParts(lineOf(path, key, tree)));
    return [ifElse(condition, one ?? '', other ?? '')];
  }
  requireGiven(!COLLECTIONS.includes(typeOf(value)), path, 'a scalar', value);
  return [`${key} = `, onOneLine(isExpr(value) ? value : literal(value)), '\n'];
}

function onOneLine(scalar: Expr): Expr {
  return scalar.type === 'string' ? replace(replace(scalar as Expr<string>, '\r', '\\r'), '\n', '\\n') : scalar;
}
