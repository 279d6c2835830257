import {
  type BuiltinName,
  type Expr,
  FUNCTIONS,
  type Op,
  type OpOf,
  type OperandKind,
  type Tree,
  isExpr,
  isTreeList,
  isTreeMap,
  simplify,
} from '../expr';
import {
  printFirstText,
  printHasItem,
  printMerge,
  printMergeByName,
  printNamedItems,
  printTextsAt,
} from './collection-templates';
import type { PrintContext } from './context';
import { operand } from './syntax';
import { printReplaceEnding, printShortenName, printTable, printWorth } from './text-templates';

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
  variable: ({ name, path }, { variables }) => {
    const variable = variables[name];
    if (variable === undefined)
      throw new Error('namedTemplate: expected an expression without the item of a loop around it');
    return printPath(variable, path);
  },
  interpolate: printFormat,
  firstNonEmpty: ({ options }, context) => context.syntax.firstNonEmpty(printOperands(options, context)),
  ifElse: ({ condition, then, otherwise }, context) => {
    return context.syntax.ternary(...pair(then, otherwise, context), printOperand(condition, context));
  },
  equals: ({ left, right }, context) => context.syntax.equals(printText(left, context), printText(right, context)),
  atMost: ({ left, right, units }, context) => {
    const [a, b] = [left, right].map((of) => printWorth(printText(of, context), units, context.helpers));
    return `le ${a ?? ''} ${b ?? ''}`;
  },
  hasItem: ({ list, field, text }, context) =>
    printHasItem(printPart(list, context), field, printText(text, context), context.helpers),
  textsAt: ({ list, path }, context) => printTextsAt(printPart(list, context), path, context.helpers),
  firstText: ({ of, others, isShared }, context) =>
    printFirstText(printPart(of, context), printPart(others, context), isShared, context.helpers),
  not: ({ of }, context) => context.syntax.not(printOperand(of, context)),
  and: ({ of }, context) => context.syntax.and(printOperands(of, context)),
  or: ({ of }, context) => context.syntax.or(printOperands(of, context)),
  isSet: ({ of }, context) => context.syntax.isSet(printOperand(of, context)),
  nonEmpty: ({ of }, context) => context.syntax.nonEmpty(printOperand(of, context)),
  shortenName: ({ of, max }, context) => printShortenName(printOperand(of, context), max, context.helpers),
  replaceEnding: ({ of, endings }, context) => printReplaceEnding(printText(of, context), endings, context.helpers),
  fileText: printFile,
  namedTemplate: (node, context, { type }) => {
    const included = context.helpers.include(node, context);
    return type === 'map' || type === 'list' ? `${included} | ${PARSERS[type]}` : context.named(node.name, included);
  },
  merge: printMaps,
  concat: ({ parts }, context) => context.syntax.concat(parts.map((part) => printPart(part, context))),
  mergeByName: ({ parts }, context) => {
    return printMergeByName(
      parts.map((part) => printPart(part, context)),
      context.helpers,
    );
  },
  namedItems: ({ map }, context) => printNamedItems(printOperand(map, context), context.helpers),
  optional: refuse,
  each: (_, context, expr) => context.helpers.data(expr, context),
  call: ({ name, operands }, context, expr) => {
    const { takes } = FUNCTIONS[name];
    const printed = operands.map((of, i) => PRINTED_OPERANDS[takes[i] ?? 'plain data'](of, context));
    const [first = '', second = '', third = ''] = printed;
    return context.syntax.functions[name]([first, second, third], context.helpers, expr);
  },
};

/** How each kind of operand is printed. */
const PRINTED_OPERANDS: Readonly<Record<OperandKind, (of: Expr, context: PrintContext) => string>> = {
  'a text': printText,
  'an integer': printOperand,
  'a number': (of, context) => operand(`float64 ${printOperand(of, context)}`),
  'a map': printOperand,
  'a list': printOperand,
  'plain data': (of, context) => operand(printLiteral(of, context)),
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
  return text.node.op === 'ref' || isField(text) ? `(toString ${printed})` : printed;
}

/** Whether an expression is a value in an item of a loop. */
function isField({ node }: Expr): boolean {
  return node.op === 'variable' && node.path.length > 0;
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

function printMaps(node: OpOf<'merge'>, context: PrintContext, expr: Expr): string {
  if (Object.keys(node.fixed).length > 0) return context.helpers.data(expr, context);
  const maps = node.maps.map((map) => printOperand(map, context));
  return maps.length === 1 ? (maps[0] ?? '') : printMerge(maps, context.helpers);
}

function printPart(part: readonly Tree[] | Expr, context: PrintContext): string {
  return isExpr(part) ? printOperand(part, context) : operand(printLiteral(part, context));
}

function isOptional(child: Tree | undefined): boolean {
  return isExpr(child) && child.node.op === 'optional';
}

/** A literal inside an expression. */
export function printLiteral(tree: Tree | undefined, context: PrintContext): string {
  // Go has no list for an empty one of these, and would print it as null.
  if (isExpr(tree))
    return tree.node.op === 'concat' ? `default list ${printOperand(tree, context)}` : printExpr(tree, context);
  if (tree === null || tree === undefined) return 'nil';
  if (typeof tree === 'object' && Object.values(tree).some(isOptional)) return context.helpers.data(tree, context);
  const inner = (value: Tree | undefined): string => operand(printLiteral(value, context));
  if (isTreeList(tree)) return ['list', ...tree.map(inner)].join(' ');
  if (isTable(tree)) return printTable(tree, context.helpers);
  if (isTreeMap(tree))
    return ['dict', ...Object.entries(tree).flatMap(([key, value]) => [JSON.stringify(key), inner(value)])].join(' ');
  return JSON.stringify(tree);
}

/** Many texts. */
function isTable(tree: Tree): tree is Readonly<Record<string, string>> {
  const texts = isTreeMap(tree) ? Object.values(tree) : [];
  return texts.length > 7 && texts.every((text) => typeof text === 'string');
}
