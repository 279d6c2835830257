import { Expr, type Op, type ValueType, isExpr } from '../expr';

/** A part that others refer to by its number: an expression, data, or nothing. */
type Part = readonly ['expr', ValueType, unknown] | readonly ['data', unknown] | readonly ['nothing'];

/** Data as JSON. In it, a number is that of a part; what is a number in the data is a part. */
interface Packed {
  readonly parts: readonly Part[];
  readonly root: unknown;
}

/** Data with expressions in it as text: what is there more than once is written once. */
export function pack(data: unknown): string {
  const packer = new Packer();
  const root = packer.encode(data);
  return JSON.stringify({ parts: packer.parts, root } satisfies Packed);
}

class Packer {
  readonly parts: Part[] = [];
  private readonly known = new Map<unknown, number>();
  private readonly numbers = new Map<string, number>();

  encode(data: unknown): unknown {
    if (typeof data === 'string' || typeof data === 'boolean' || data === null) return data;
    const known = this.known.get(data) ?? this.numberOf(this.partOf(data));
    this.known.set(data, known);
    return known;
  }

  private partOf(data: unknown): Part {
    if (data === undefined) return ['nothing'];
    if (isExpr(data)) return ['expr', data.type, this.entries(data.node)];
    return ['data', typeof data === 'object' && data !== null ? this.entries(data) : data];
  }

  private entries(data: object): unknown {
    if (Array.isArray(data)) return data.map((item) => this.encode(item));
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.encode(value)]));
  }

  /** Equal parts have one number. */
  private numberOf(part: Part): number {
    const text = JSON.stringify(part);
    const number = this.numbers.get(text) ?? this.parts.push(part) - 1;
    this.numbers.set(text, number);
    return number;
  }
}

/** What `pack` was given. */
export function unpack(text: string): unknown {
  const { parts, root } = JSON.parse(text) as Packed;
  const found: unknown[] = [];
  // A part refers to earlier ones only.
  for (const part of parts) found.push(unpackPart(part, found));
  return typeof root === 'number' ? found[root] : root;
}

function unpackPart([kind, ...rest]: Part, found: readonly unknown[]): unknown {
  if (kind === 'nothing') return undefined;
  const [last] = rest.slice(-1);
  if (kind === 'data' && typeof last === 'number') return last;
  const entries = filledIn(last as Record<string, unknown>, found);
  return kind === 'expr' ? new Expr(entries as Op, rest[0] as ValueType) : entries;
}

/** The same map or list with each number replaced: nobody else has it, and a copy takes longer than all the rest. */
function filledIn(data: Record<string, unknown>, found: readonly unknown[]): object {
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (typeof value === 'number') data[key] = found[value];
  }
  return data;
}
