import {
  type BuiltinName,
  type Endings,
  type Expr,
  type Op,
  type OpOf,
  type Tree,
  type Units,
  isExpr,
  isTreeList,
  isTreeMap,
  simplify,
} from '../expr';
import { type GoSyntax, operand } from './syntax';

/** Named templates of a chart, for operations that Go templates have no function for. */
export interface Helpers {
  /** Name of the chart. */
  readonly chart: string;
  /** The text of a named template. */
  readonly include: (node: OpOf<'namedTemplate'>, context: PrintContext) => string;
  /** One map out of several. */
  readonly merge: (maps: readonly string[]) => string;
  /** One list out of several, without items of the same name. */
  readonly mergeByName: (lists: readonly string[]) => string;
  /** The entries of a map as a list of named items. */
  readonly namedItems: (map: string) => string;
  /** A name of at most `max` characters. */
  readonly shortenName: (name: string, max: number) => string;
  /** A text with another ending. */
  readonly replaceEnding: (text: string, endings: Endings) => string;
  /** Whether an amount is not greater than another. */
  readonly atMost: (left: string, right: string, units: Units) => string;
  /** Whether a map in a list has a text in a field. */
  readonly hasItem: (list: string, field: string, text: string) => string;
  /** The texts at a path in the maps of a list. */
  readonly textsAt: (list: string, path: readonly string[]) => string;
  /** The first text that others are, or none of them is. */
  readonly firstText: (texts: string, others: string, isShared: boolean) => string;
  /** Keeps a file of the chart; its path. */
  readonly file: (path: string, text: string) => string;
  /** A map or list as YAML. */
  readonly yaml: (collection: string) => string;
}

/** Where an expression is printed. */
export interface PrintContext {
  /** How Go says the operations. */
  readonly syntax: GoSyntax;
  /** The named templates of the chart. */
  readonly helpers: Helpers;
  /** How the root is called here: `.`, or `$` where a loop has changed the dot. */
  readonly root: '.' | '$';
  /** Loop variables in scope, by the name the algebra gave them. */
  readonly variables: Readonly<Record<string, string>>;
  /** How a named text is said, given how it is included. */
  readonly named: (name: string, include: string) => string;
}

const BUILTINS: Readonly<Record<BuiltinName, (root: string, context: PrintContext) => string>> = {
  releaseName: (root) => `${root}.Release.Name`,
  namespace: (root) => `${root}.Release.Namespace`,
  // Helm gives the chart the alias as its name.
  alias: (root, { helpers: { chart } }) =>
    `ternary "" ${root}.Chart.Name (eq ${root}.Chart.Name ${JSON.stringify(chart)})`,
};

/** Prints an expression as a Go template expression, without the braces. */
export function printExpr(expr: Expr, context: PrintContext): string {
  const print = PRINTERS[expr.node.op] as (node: Op, context: PrintContext, expr: Expr) => string;
  return print(expr.node, context, expr);
}

/** Prints an expression as an operand of another. */
export function printOperand(expr: Expr, context: PrintContext): string {
  return operand(printExpr(expr, context));
}

/** How each operation is printed. */
const PRINTERS: { readonly [K in Op['op']]: (node: OpOf<K>, context: PrintContext, expr: Expr) => string } = {
  literal: ({ tree }, context) => printLiteral(simplify(tree), context),
  ref: ({ path }, context) => printPath(`${rootPrefix(context)}.Values`, path),
  builtin: ({ name }, context) => BUILTINS[name](rootPrefix(context), context),
  variable: ({ name, path }, context) => printPath(context.variables[name] ?? '', path),
  interpolate: printFormat,
  firstNonEmpty: ({ options }, context) => context.syntax.firstNonEmpty(printOperands(options, context)),
  ifElse: ({ condition, then, otherwise }, context) => {
    return context.syntax.ternary(...pair(then, otherwise, context), printOperand(condition, context));
  },
  equals: ({ left, right }, context) => context.syntax.equals(printText(left, context), printText(right, context)),
  atMost: ({ left, right, units }, context) =>
    context.helpers.atMost(printText(left, context), printText(right, context), units),
  hasItem: ({ list, field, text }, context) =>
    context.helpers.hasItem(printPart(list, context), field, printText(text, context)),
  textsAt: ({ list, path }, context) => context.helpers.textsAt(printPart(list, context), path),
  firstText: ({ of, others, isShared }, context) =>
    context.helpers.firstText(printPart(of, context), printPart(others, context), isShared),
  not: ({ of }, context) => context.syntax.not(printOperand(of, context)),
  and: ({ of }, context) => context.syntax.and(printOperands(of, context)),
  or: ({ of }, context) => context.syntax.or(printOperands(of, context)),
  isSet: ({ of }, context) => context.syntax.isSet(printOperand(of, context)),
  nonEmpty: ({ of }, context) => context.syntax.nonEmpty(printOperand(of, context)),
  shortenName: ({ of, max }, context) => context.helpers.shortenName(printOperand(of, context), max),
  replaceEnding: ({ of, endings }, context) => context.helpers.replaceEnding(printText(of, context), endings),
  fileText: printFile,
  namedTemplate: (node, context, { type }) => {
    const included = context.helpers.include(node, context);
    return type === 'map' || type === 'list' ? `${included} | ${PARSERS[type]}` : context.named(node.name, included);
  },
  merge: printMaps,
  concat: ({ parts }, context) => context.syntax.concat(parts.map((part) => printPart(part, context))),
  mergeByName: ({ parts }, context) => context.helpers.mergeByName(parts.map((part) => printPart(part, context))),
  namedItems: ({ map }, context) => context.helpers.namedItems(printOperand(map, context)),
  optional: refuse,
  each: refuse,
};

const PARSERS = { map: 'fromYaml', list: 'fromYamlArray' } as const;

function refuse({ op }: Op): never {
  throw new Error(`${op} has no place inside an expression; use it as a field, a list or a list item`);
}

function printOperands(exprs: readonly Expr[], context: PrintContext): readonly string[] {
  return exprs.map((expr) => printOperand(expr, context));
}

/** Go does not compare a number, which a values file may hold where Helm skips the schema, with a text. */
function printText(text: Expr, context: PrintContext): string {
  const printed = printOperand(text, context);
  return text.node.op === 'ref' ? `(toString ${printed})` : printed;
}

function pair(a: Expr, b: Expr, context: PrintContext): [string, string] {
  return [printOperand(a, context), printOperand(b, context)];
}

/**
 * Prints a condition of `if`. There, unlike in an operand, Go takes text, maps and lists by their emptiness, which reads better
 * than comparing.
 */
export function printCondition(condition: Expr<boolean>, context: PrintContext): string {
  const { node } = condition;
  if (node.op === 'and' || node.op === 'or') {
    return context.syntax[node.op](node.of.map((of) => operand(printCondition(of, context))));
  }
  const isText = node.op === 'isSet' && node.of.type === 'string';
  if (isText || node.op === 'nonEmpty') return printExpr(node.of, context);
  return printExpr(condition, context);
}

function rootPrefix(context: PrintContext): string {
  return context.root === '$' ? '$' : '';
}

/** Keys that are no Go identifiers need `index`. */
function printPath(from: string, path: readonly string[]): string {
  return path.reduce((base, key) => {
    return /^[A-Za-z_]\w*$/.test(key) ? `${operand(base)}.${key}` : `index ${operand(base)} ${JSON.stringify(key)}`;
  }, from);
}

function printFormat(node: OpOf<'interpolate'>, context: PrintContext): string {
  const format = node.parts.map((part) => (isExpr(part) ? verbOf(part) : part.replaceAll('%', '%%'))).join('');
  const args = node.parts.filter(isExpr).map((part) => operand(printPiece(part, context)));
  return context.syntax.format(format, args);
}

function verbOf(part: Expr): string {
  if (part.type === 'optionalInteger') return '%v';
  return part.type === 'integer' ? '%d' : part.type === 'boolean' ? '%t' : '%s';
}

function printFile({ path, text, holes }: OpOf<'fileText'>, context: PrintContext): string {
  const get = `${rootPrefix(context)}.Files.Get ${JSON.stringify(context.helpers.file(path, text))}`;
  const fill = Object.entries(holes).map(([marker, hole]) => {
    return context.syntax.replace(
      JSON.stringify(marker),
      `(${printFormat({ op: 'interpolate', parts: [hole] }, context)})`,
    );
  });
  return [get, ...fill].join(' | ');
}

/** Prints a piece of text: Helm reads numbers of a values file as floats, which Go would print as 1e+06. */
export function printPiece(piece: Expr, context: PrintContext): string {
  const printed = printOperand(piece, context);
  if (piece.type === 'integer') return `int64 ${printed}`;
  if (piece.type === 'optionalInteger') return `ternary "" (int64 ${printed}) (kindIs "string" ${printed})`;
  if (piece.type === 'number') return `toJson ${printed}`;
  if (piece.type === 'scalar') return `ternary ${printed} (toJson ${printed}) (kindIs "string" ${printed})`;
  return printExpr(piece, context);
}

function printMaps(node: OpOf<'merge'>, context: PrintContext): string {
  if (Object.keys(node.fixed).length > 0)
    throw new Error('a merge with fixed entries has no place inside an expression');
  const maps = node.maps.map((map) => printOperand(map, context));
  return maps.length === 1 ? (maps[0] ?? '') : context.helpers.merge(maps);
}

function printPart(part: readonly Tree[] | Expr, context: PrintContext): string {
  return isExpr(part) ? printOperand(part, context) : operand(printLiteral(part, context));
}

/** A literal inside an expression. */
function printLiteral(tree: Tree | undefined, context: PrintContext): string {
  if (isExpr(tree)) return printExpr(tree, context);
  const inner = (value: Tree | undefined): string => operand(printLiteral(value, context));
  if (isTreeList(tree)) return ['list', ...tree.map(inner)].join(' ');
  if (isTreeMap(tree))
    return ['dict', ...Object.entries(tree).flatMap(([key, value]) => [JSON.stringify(key), inner(value)])].join(' ');
  return JSON.stringify(tree);
}
