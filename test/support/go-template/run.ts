import { FUNCTIONS } from './functions';
import type { Branch, Command, Operand, Piece, Pipeline } from './parse';
import { type GoFunction, type GoValue, isEmpty, isList, isMap, kindOf, show, sortedEntries } from './values';

/** Where a piece runs: its dot, and the variables that it sees. */
interface Scope {
  readonly dot: GoValue;
  readonly variables: Map<string, GoValue>;
  readonly outer?: Scope;
}

/** Templates that include each other. */
export class Templates {
  private readonly defines = new Map<string, readonly Piece[]>();
  private readonly functions: Readonly<Record<string, GoFunction>> = {
    ...FUNCTIONS,
    include: (name, data = null) => this.include(show(name), data),
  };

  /** What pieces render to; the templates that they define stay known. */
  render(pieces: readonly Piece[], root: GoValue): string {
    return this.runAll(pieces, scopeOf(root));
  }

  private include(name: string, data: GoValue): string {
    const body = this.defines.get(name);
    if (body === undefined) throw new Error(`no template ${name}`);
    return this.runAll(body, scopeOf(data));
  }

  private runAll(pieces: readonly Piece[], scope: Scope): string {
    return pieces.map((piece) => this.run(piece, scope)).join('');
  }

  private run(piece: Piece, scope: Scope): string {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'print':
        return show(this.pipeline(piece.pipeline, scope) ?? '');
      case 'define':
        this.defines.set(piece.name, piece.body);
        return '';
      case 'set':
        (piece.isNew ? scope : owner(scope, piece.name)).variables.set(
          piece.name,
          this.pipeline(piece.pipeline, scope),
        );
        return '';
      case 'if':
      case 'with':
      case 'range':
        return this.branch(piece, scope);
    }
  }

  private branch(piece: Branch, scope: Scope): string {
    const value = this.pipeline(piece.pipeline, scope);
    if (isEmpty(value)) return this.runAll(piece.otherwise, inside(scope, scope.dot));
    if (piece.kind === 'if') return this.runAll(piece.body, inside(scope, scope.dot));
    if (piece.kind === 'with') return this.runAll(piece.body, inside(scope, value));
    return entriesOf(value)
      .map(([key, item]) => {
        const inner = inside(scope, item);
        const [first, second] = piece.variables;
        if (second !== undefined) inner.variables.set(second, item);
        if (first !== undefined) inner.variables.set(first, second === undefined ? item : key);
        return this.runAll(piece.body, inner);
      })
      .join('');
  }

  private pipeline(pipeline: Pipeline, scope: Scope): GoValue {
    const [first = [], ...rest] = pipeline;
    return rest.reduce((value, command) => this.command(command, scope, [value]), this.command(first, scope, []));
  }

  private command([head, ...operands]: Command, scope: Scope, piped: readonly GoValue[]): GoValue {
    if (head === undefined) throw new Error('an empty command');
    const name = 'name' in head.of && /^(?!(true|false|nil)$)[a-z]/i.test(head.of.name) ? head.of.name : undefined;
    if (name === 'and' || name === 'or') return this.junction(name === 'or', operands, scope);
    const args = [...operands.map((operand) => this.operand(operand, scope)), ...piped];
    return call(name === undefined ? this.operand(head, scope) : this.functions[name], args);
  }

  /** The first operand that decides, else the last one. */
  private junction(decides: boolean, operands: readonly Operand[], scope: Scope): GoValue {
    let value: GoValue = null;
    for (const operand of operands) {
      value = this.operand(operand, scope);
      if (!isEmpty(value) === decides) return value;
    }
    return value;
  }

  private operand({ of, fields }: Operand, scope: Scope): GoValue {
    return fields.reduce<GoValue>(fieldOf, this.base(of, scope));
  }

  private base(of: Operand['of'], scope: Scope): GoValue {
    if ('text' in of) return of.text;
    if ('int' in of) return of.int;
    if (!('name' in of)) return this.pipeline(of, scope);
    if (of.name === '.') return scope.dot;
    if (of.name.startsWith('$')) return owner(scope, of.name).variables.get(of.name) ?? null;
    if (of.name === 'nil') return null;
    if (of.name === 'true' || of.name === 'false') return of.name === 'true';
    return this.command([{ of, fields: [] }], scope, []);
  }
}

function call(called: GoValue | undefined, args: readonly GoValue[]): GoValue {
  if (called === undefined) throw new Error('a function that is not known');
  if (typeof called === 'function') return called(...args);
  if (args.length > 0) throw new Error('arguments for something that is no function');
  return called;
}

function scopeOf(root: GoValue): Scope {
  return { dot: root, variables: new Map([['$', root]]) };
}

function inside(outer: Scope, dot: GoValue): Scope {
  return { dot, variables: new Map(), outer };
}

/** The scope that declares a variable. */
function owner(scope: Scope, name: string): Scope {
  if (scope.variables.has(name)) return scope;
  if (scope.outer === undefined) throw new Error(`undefined variable ${name}`);
  return owner(scope.outer, name);
}

function fieldOf(from: GoValue, field: string): GoValue {
  if (!isMap(from)) throw new Error(`no field ${field} in ${kindOf(from)}`);
  return Object.hasOwn(from, field) ? (from[field] ?? null) : null;
}

function entriesOf(value: GoValue): readonly (readonly [GoValue, GoValue])[] {
  if (isList(value)) return value.map((item, i) => [BigInt(i), item] as const);
  if (isMap(value)) return sortedEntries(value);
  throw new Error(`range over ${kindOf(value)}`);
}
