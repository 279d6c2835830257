import type { Plain } from './grafana';

const WIDTH = 120;

type Entries = readonly Sparse[] | { readonly [key: string]: Sparse };

type Sparse = Plain | undefined | readonly Sparse[] | { readonly [key: string]: Sparse };

/**
 * JSON that fills lines of 120 columns: an entry has lines of its own only where it does not fit on one. So a change of one query is a
 * diff of one line, and the file stays small. Entries that are undefined are left out.
 */
export function printJson(value: object): string {
  return `${print(value as Sparse, '', 0)}\n`;
}

/** `used` is the room that the key before the value and the comma after it take. */
function print(value: Sparse, indent: string, used: number): string {
  const line = oneLine(value);
  const isShort = indent.length + used + line.length <= WIDTH;
  return isShort || typeof value !== 'object' || value === null ? line : lines(value, indent);
}

function lines(value: Entries, indent: string): string {
  const inner = `${indent}  `;
  const parts = entriesOf(value).map(([key, item]) => key + print(item, inner, key.length + 1));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${fill(parts, inner)}\n${indent}${close}`;
}

/** Parts one after the other, as many on a line as fit; what needs several lines stands alone. */
function fill(parts: readonly string[], indent: string): string {
  const filled = parts.reduce<readonly string[]>((done, part) => {
    const last = done.at(-1) ?? '';
    const isRoom = indent.length + last.length + part.length + 3 <= WIDTH;
    const isAlone = done.length === 0 || `${last}${part}`.includes('\n') || !isRoom;
    return isAlone ? [...done, part] : [...done.slice(0, -1), `${last}, ${part}`];
  }, []);
  return filled.map((line) => indent + line).join(',\n');
}

function oneLine(value: Sparse): string {
  if (typeof value !== 'object' || value === null) return scalar(value ?? null);
  const parts = entriesOf(value).map(([key, item]) => key + oneLine(item));
  if (parts.length === 0) return Array.isArray(value) ? '[]' : '{}';
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

function entriesOf(value: Entries): readonly (readonly [string, Sparse])[] {
  const entries = Object.entries(value as { readonly [key: string]: Sparse }).filter(([, item]) => item !== undefined);
  return entries.map(([key, item]) => [Array.isArray(value) ? '' : `${scalar(key)}: `, item]);
}

/** Everything beyond ASCII is escaped. */
function scalar(value: string | number | boolean | null): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
