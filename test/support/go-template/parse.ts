/** Go templates as trees: as much of the language as charts of this project use. */

/** A step of a pipeline: an operand or a function, and the arguments that it is called with. */
export type Command = readonly Operand[];
/** Commands, each of which takes what the one before it gives as its last argument. */
export type Pipeline = readonly Command[];

/** Something that an action reads, and the fields that are read of it. */
export interface Operand {
  readonly of: { readonly text: string } | { readonly int: bigint | number } | { readonly name: string } | Pipeline;
  readonly fields: readonly string[];
}

/** A piece of a template. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly pipeline: Pipeline }
  | { readonly kind: 'set'; readonly name: string; readonly isNew: boolean; readonly pipeline: Pipeline }
  | Branch
  | { readonly kind: 'define'; readonly name: string; readonly body: readonly Piece[] };

/** A piece whose body depends on a pipeline. */
export interface Branch {
  readonly kind: 'if' | 'with' | 'range';
  readonly variables: readonly string[];
  readonly pipeline: Pipeline;
  readonly body: readonly Piece[];
  readonly otherwise: readonly Piece[];
}

const ACTION = /\{\{(-\s)?\s*(\/\*[^]*?\*\/|(?:"(?:\\.|[^"\\])*"|[^"}]|\}(?!\}))*?)\s*?(\s-)?\}\}/g;

/** @throws when the text is no template. */
export function parseTemplate(text: string): readonly Piece[] {
  const reader = new Reader(split(text));
  const pieces = reader.pieces();
  if (!reader.isAtEnd) throw new Error('unexpected {{end}} or {{else}}');
  return pieces;
}

type Part = { readonly text: string } | { readonly action: string };

/** Texts and actions in turn; spaces that an action trims are gone. */
function split(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let isTrimmed = false;
  const put = (piece: string, trimsEnd: boolean): void => {
    if (piece.includes('{{')) throw new Error(`an action without an end: ${piece}`);
    const start = isTrimmed ? piece.trimStart() : piece;
    parts.push({ text: trimsEnd ? start.trimEnd() : start });
  };
  for (const match of text.matchAll(ACTION)) {
    put(text.slice(from, match.index), match[1] !== undefined);
    parts.push({ action: match[2] ?? '' });
    isTrimmed = match[3] !== undefined;
    from = match.index + match[0].length;
  }
  put(text.slice(from), false);
  return parts;
}

class Reader {
  private next = 0;
  private readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  get isAtEnd(): boolean {
    return this.next === this.parts.length;
  }

  /** Pieces up to the `end` or `else` that closes them, which is not consumed. */
  pieces(): readonly Piece[] {
    const pieces: Piece[] = [];
    for (let part = this.parts[this.next]; part !== undefined; part = this.parts[this.next]) {
      if ('action' in part && /^(end|else)\b/.test(part.action)) break;
      this.next++;
      if ('text' in part) pieces.push({ kind: 'text', text: part.text });
      else if (!part.action.startsWith('/*')) pieces.push(this.action(part.action));
    }
    return pieces;
  }

  private action(action: string): Piece {
    const [, kind = '', rest = ''] = /^(if|with|range|define)\b\s*([^]*)$/.exec(action) ?? [];
    if (kind === 'define') return { kind, name: JSON.parse(rest) as string, body: this.closed() };
    if (kind === 'if' || kind === 'with' || kind === 'range') return this.branch(kind, rest);
    return printOrSet(action);
  }

  private branch(kind: Branch['kind'], head: string): Branch {
    const [, names, value = head] = /^((?:\$\w+,\s*)?\$\w+)\s*:=\s*([^]*)$/.exec(head) ?? [];
    const body = this.pieces();
    const part = this.parts[this.next];
    const close = part !== undefined && 'action' in part ? part.action : '';
    const variables = names?.split(/,\s*/) ?? [];
    return { kind, variables, pipeline: parsePipeline(value), body, otherwise: this.otherwise(close) };
  }

  private otherwise(close: string): readonly Piece[] {
    this.next++;
    if (close === 'end') return [];
    const chained = /^else if\b\s*([^]*)$/.exec(close)?.[1];
    if (chained !== undefined) return [this.branch('if', chained)];
    if (close !== 'else') throw new Error(`expected {{end}}, got ${close}`);
    return this.closed();
  }

  private closed(): readonly Piece[] {
    const body = this.pieces();
    const part = this.parts[this.next++];
    if (part === undefined || !('action' in part) || part.action !== 'end') throw new Error('expected {{end}}');
    return body;
  }
}

function printOrSet(action: string): Piece {
  const [, name, sign, value = ''] = /^(\$\w+)\s*(:?=)\s*([^]*)$/.exec(action) ?? [];
  if (name !== undefined) return { kind: 'set', name, isNew: sign === ':=', pipeline: parsePipeline(value) };
  return { kind: 'print', pipeline: parsePipeline(action) };
}

const TOKEN = /"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?|\$\w*|\.\w+|\.|\w+|[()|]/y;

function parsePipeline(text: string): Pipeline {
  const tokens = tokensOf(text);
  const pipeline = readPipeline(tokens);
  if (tokens.length > 0) throw new Error(`unexpected ${tokens.join('')} in ${text}`);
  return pipeline;
}

/** Spaces stay: a field that touches what stands before it is a field of that. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const space = /\s+/y;
    const pattern = ((space.lastIndex = at), space.test(text)) ? space : TOKEN;
    pattern.lastIndex = at;
    const [token] = pattern.exec(text) ?? [];
    if (token === undefined) throw new Error(`no expression: ${text}`);
    tokens.push(pattern === space ? ' ' : token);
    at += token.length;
  }
  return tokens;
}

function readPipeline(tokens: string[]): Pipeline {
  const commands: Operand[][] = [[]];
  for (let token = tokens[0]; token !== undefined && token !== ')'; token = tokens[0]) {
    tokens.shift();
    if (token === '|') commands.push([]);
    else if (token !== ' ') commands.at(-1)?.push(readOperand(token, tokens));
  }
  if (commands.some((command) => command.length === 0)) throw new Error('an empty command');
  return commands;
}

function readOperand(token: string, tokens: string[]): Operand {
  const of = readBase(token, tokens);
  const fields = /^\.\w/.test(token) ? [token.slice(1)] : [];
  for (let next = tokens[0]; next !== undefined && /^\.\w/.test(next); next = tokens[0]) {
    fields.push(next.slice(1));
    tokens.shift();
  }
  if (![undefined, ' ', ')', '|'].includes(tokens[0])) throw new Error(`${token} touches ${tokens[0] ?? ''}`);
  return { of, fields };
}

function readBase(token: string, tokens: string[]): Operand['of'] {
  if (token.startsWith('"')) return { text: JSON.parse(token) as string };
  if (/^-?\d+\./.test(token)) return { int: Number(token) };
  if (/^-?\d/.test(token)) return { int: BigInt(token) };
  if (token !== '(') return { name: token.startsWith('.') ? '.' : token };
  const inner = readPipeline(tokens);
  if (tokens.shift() !== ')') throw new Error('expected )');
  return inner;
}
