import type { Json } from '../../../engine/expr';

const WIDTH = 120;

type Sparse = Json | undefined | readonly Sparse[] | { readonly [key: string]: Sparse };

/** A value that is ready to be printed, so that no part of it is looked at twice. */
interface Printable {
  /** The value on one line; undefined for a list or map that fits on none. */
  readonly line: string | undefined;
  /** Each entry with its key; a scalar has none. */
  readonly entries: readonly (readonly [key: string, item: Printable])[];
  readonly brackets: readonly [open: string, close: string];
}

/**
 * JSON that fills lines of 120 columns: an entry has lines of its own only where it does not fit on one. So a change of one query is a
 * diff of one line, and the file stays small. Entries that are undefined are left out.
 */
export function printJson(value: object): string {
  return `${print(printable(value as Sparse), '', 0)}\n`;
}

/** `used` is the room that the key before the value and the comma after it take. */
function print({ line, entries, brackets }: Printable, indent: string, used: number): string {
  const isShort = line !== undefined && indent.length + used + line.length <= WIDTH;
  if (isShort || entries.length === 0) return line ?? '';
  const inner = `${indent}  `;
  const parts = entries.map(([key, item]) => key + print(item, inner, key.length + 1));
  const [open, close] = brackets;
  return `${open}\n${fill(parts, inner)}\n${indent}${close}`;
}

/** Parts one after the other, as many on a line as fit; what needs several lines stands alone. */
function fill(parts: readonly string[], indent: string): string {
  const filled: string[] = [];
  for (const part of parts) {
    const last = filled.at(-1);
    const isRoom = last !== undefined && indent.length + last.length + part.length + 3 <= WIDTH;
    const isJoined = isRoom && !`${last}${part}`.includes('\n');
    if (isJoined) filled[filled.length - 1] = `${last}, ${part}`;
    else filled.push(part);
  }
  return filled.map((line) => indent + line).join(',\n');
}

function printable(value: Sparse): Printable {
  if (typeof value !== 'object' || value === null)
    return { line: scalar(value ?? null), entries: [], brackets: ['', ''] };
  const isList = Array.isArray(value);
  const given = Object.entries(value as { readonly [key: string]: Sparse }).filter(([, item]) => item !== undefined);
  const entries = given.map(([key, item]) => [isList ? '' : `${scalar(key)}: `, printable(item)] as const);
  return { line: oneLine(entries, isList), entries, brackets: isList ? ['[', ']'] : ['{', '}'] };
}

function oneLine(entries: Printable['entries'], isList: boolean): string | undefined {
  if (entries.length === 0) return isList ? '[]' : '{}';
  if (entries.some(([, { line }]) => line === undefined)) return undefined;
  const text = entries.map(([key, { line = '' }]) => key + line).join(', ');
  if (text.length > WIDTH) return undefined;
  return isList ? `[${text}]` : `{ ${text} }`;
}

/** Everything beyond ASCII is escaped. */
function scalar(value: string | number | boolean | null): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
