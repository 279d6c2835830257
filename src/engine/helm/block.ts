import {
  Expr,
  type Loop,
  type OpOf,
  type Scalar,
  type Tree,
  type TreeMap,
  isExpr,
  isSet,
  isTreeList,
  isTreeMap,
  merge,
  nonEmpty,
  simplify,
} from '../expr';
import type { PrintContext } from './context';
import { printCondition, printExpr, printLiteral, printOperand } from './expression';
import { operand } from './syntax';
import { printYaml } from './text-templates';
import { isBlock, isCollection, isEmpty, isNamed, isOptional, isWhole, mayBeEmpty } from './shape';
import { yamlScalar, yamlString } from './yaml-text';

/** Prints a mapping as the lines of a block, indented by `indent` spaces. */
export function printMap(map: TreeMap, indent: number, context: PrintContext): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : printField(key, value, indent, context),
  );
}

/** Prints a list as the lines of a block, indented by `indent` spaces. */
function printList(list: readonly Tree[], indent: number, context: PrintContext): readonly string[] {
  return list.flatMap((item) => printItem(item, indent, context));
}

/** Prints a map or list, whichever it is. */
export function printBlock(tree: Tree, indent: number, context: PrintContext): readonly string[] {
  const known = simplify(tree);
  if (isExpr(known)) return printCollection(known, indent, context);
  if (isTreeList(known)) return printList(known, indent, context);
  if (isTreeMap(known)) return printMap(known, indent, context);
  throw new Error('only maps and lists are printed as blocks');
}

/** Puts lines under a condition. */
export function printIf(
  condition: Expr<boolean>,
  lines: readonly string[],
  indent: number,
  context: PrintContext,
): readonly string[] {
  return [`${pad(indent)}{{- if ${printCondition(condition, context)} }}`, ...lines, `${pad(indent)}{{- end }}`];
}

function printYamlOf(collection: string, indent: number, context: PrintContext): string {
  return context.syntax.block(printYaml(collection, context.helpers), indent);
}

function pad(indent: number): string {
  return ' '.repeat(indent);
}

function printField(key: string, value: Tree, indent: number, context: PrintContext): readonly string[] {
  if (context.isData !== true) requireEntry(`the field ${key}`, value);
  return printFieldLines(key, value, indent, context);
}

function printFieldLines(key: string, value: Tree, indent: number, context: PrintContext): readonly string[] {
  const name = `${pad(indent)}${yamlString(key)}:`;
  if (isExpr(value) && value.node.op === 'optional') return printOptionalField(key, value.node, indent, context);
  if (isEmpty(value)) return [`${name} ${printEmpty(value)}`];
  if (mayBeEmpty(value) && (context.isData === true || isNamed(value)))
    return [name, printWhole(value, indent + 2, context)];
  if (isBlock(value)) return [name, ...printBlock(value, indent + 2, context)];
  return [`${name} ${isExpr(value) ? printScalar(value, context) : yamlScalar(value as Scalar)}`];
}

function printScalar(value: Expr, context: PrintContext): string {
  const { type } = value;
  if (type === 'map' || type === 'list') throw new Error(`a ${type} where a scalar belongs`);
  // Text or number, whichever it is.
  if (type === 'scalar' || type === 'optionalInteger')
    return `{{ ${printYaml(printOperand(value, context), context.helpers)} }}`;
  return context.syntax.scalar[type](printExpr(value, context));
}

/** `with` where a whole collection is left out when empty, else `if` around the field. */
function printOptionalField(
  key: string,
  node: OpOf<'optional'>,
  indent: number,
  context: PrintContext,
): readonly string[] {
  const then = simplify(node.then);
  if (then === undefined) return [];
  if (node.otherwise === undefined && isExpr(then) && isWhole(then)) {
    const isUnlessEmpty = isSameCondition(node.condition, nonEmpty(then), context);
    if (isUnlessEmpty) return printUnlessEmpty(key, then, indent, context);
  }
  const head = `${pad(indent)}{{- if ${printCondition(node.condition, context)} }}`;
  const held = { tree: then, condition: node.condition };
  return [head, ...printBranch(key, held, indent, context), ...printElse(key, node, indent, context)];
}

/** What is there under a condition. */
interface Held {
  readonly tree: Tree;
  readonly condition?: Expr<boolean>;
}

/** A condition may say that a collection has entries, or that an integer is set; where it does not, they are printed as they are. */
function printBranch(key: string, { tree, condition }: Held, indent: number, context: PrintContext): readonly string[] {
  const says = (wanted: Expr<boolean>): boolean =>
    condition !== undefined && partsOf(condition).some((part) => isSameCondition(part, wanted, context));
  if (mayBeEmpty(tree) && !says(nonEmpty(tree)))
    return [`${pad(indent)}${yamlString(key)}:`, printWhole(tree, indent + 2, context)];
  const isInteger = isExpr(tree) && tree.type === 'optionalInteger' && says(isSet(tree as Expr<string>));
  return printFieldLines(key, isInteger ? new Expr(tree.node, 'integer') : tree, indent, context);
}

function partsOf(condition: Expr<boolean>): readonly Expr<boolean>[] {
  return condition.node.op === 'and' ? condition.node.of : [condition];
}

/** A field that is left out with its collection: `with` reads better than a question for each entry. */
function printUnlessEmpty(key: string, collection: Expr, indent: number, context: PrintContext): readonly string[] {
  const { node } = collection;
  const isText = node.op === 'namedTemplate';
  const whole = isText ? `${context.helpers.include(node, context)} | trim` : printExpr(collection, context);
  const inside = isText ? '.' : printYaml('.', context.helpers);
  return [
    `${pad(indent)}{{- with ${whole} }}`,
    `${pad(indent)}${yamlString(key)}:`,
    `${pad(indent + 2)}${context.syntax.block(inside, indent + 2)}`,
    `${pad(indent)}{{- end }}`,
  ];
}

function printElse(key: string, node: OpOf<'optional'>, indent: number, context: PrintContext): readonly string[] {
  const otherwise = simplify(node.otherwise);
  if (otherwise === undefined) return [`${pad(indent)}{{- end }}`];
  const chained = isExpr(otherwise) && otherwise.node.op === 'optional' ? otherwise.node : undefined;
  if (chained === undefined) {
    return [
      `${pad(indent)}{{- else }}`,
      ...printBranch(key, { tree: otherwise }, indent, context),
      `${pad(indent)}{{- end }}`,
    ];
  }
  const head = `${pad(indent)}{{- else if ${printCondition(chained.condition, context)} }}`;
  return [
    head,
    ...printBranch(key, { tree: simplify(chained.then) ?? null, condition: chained.condition }, indent, context),
    ...printElse(key, chained, indent, context),
  ];
}

function isSameCondition(a: Expr<boolean>, b: Expr<boolean>, context: PrintContext): boolean {
  return printExpr(a, context) === printExpr(b, context);
}

function printCollection(expr: Expr, indent: number, context: PrintContext): readonly string[] {
  if (expr.node.op === 'namedTemplate') return [printNamed(expr.node, indent, context)];
  if (isWhole(expr)) return [`${pad(indent)}${printYamlOf(printOperand(expr, context), indent, context)}`];
  const { node } = expr;
  if (node.op === 'merge') return printMerge(node, indent, context);
  if (node.op === 'concat') return node.parts.flatMap((part) => printPart(part, indent, context));
  if (node.op === 'each') return printEach(node, indent, context);
  throw new Error(`${node.op} is not a map or list`);
}

function printPart(part: readonly Tree[] | Expr, indent: number, context: PrintContext): readonly string[] {
  if (!isExpr(part)) return printList(part, indent, context);
  return isWhole(part) ? printWith(printExpr(part, context), indent, context) : printCollection(part, indent, context);
}

function printWith(expression: string, indent: number, context: PrintContext): readonly string[] {
  return [
    `${pad(indent)}{{- with ${expression} }}`,
    `${pad(indent)}${printYamlOf('.', indent, context)}`,
    `${pad(indent)}{{- end }}`,
  ];
}

/** Fixed entries first; the user's maps without the fixed keys after them, so that no key comes twice. */
function printMerge(node: OpOf<'merge'>, indent: number, context: PrintContext): readonly string[] {
  const maps = printOperand(merge({}, ...(node.maps as readonly Expr<Record<string, string>>[])), context);
  const rest = context.syntax.omit(maps, Object.keys(node.fixed));
  return [...printFixed(node, indent, context), ...printWith(rest, indent, context)];
}

function printFixed(node: OpOf<'merge'>, indent: number, context: PrintContext): readonly string[] {
  const { shared, fixed } = node;
  if (shared === undefined) return printMap(fixed, indent, context);
  const sharedKeys = Object.keys(simplify(shared.of) as TreeMap);
  const own = Object.fromEntries(Object.entries(fixed).filter(([key]) => !sharedKeys.includes(key)));
  return [printNamed(shared, indent, context), ...printMap(own, indent, context)];
}

/** The body of a named map or list is YAML already. */
function printNamed(node: OpOf<'namedTemplate'>, indent: number, context: PrintContext): string {
  return `${pad(indent)}${context.syntax.block(context.helpers.include(node, context), indent)}`;
}

function printEach(node: OpOf<'each'>, indent: number, context: PrintContext): readonly string[] {
  return printRange(node, indent, context, (inner) => printItem(node.body, indent, inner));
}

/** Lines for each item of a list, or for each entry of a map. */
export function printRange(
  loop: Loop,
  indent: number,
  context: PrintContext,
  print: (context: PrintContext) => readonly string[],
): readonly string[] {
  const depth = Object.values(context.variables).filter((variable) => variable.startsWith('$item')).length;
  const [item, key] = ['$item', '$key'].map((name) => (depth === 0 ? name : `${name}${String(depth + 1)}`));
  const names = { [loop.variable]: item ?? '', ...(loop.key === undefined ? {} : { [loop.key]: key ?? '' }) };
  const inner: PrintContext = { ...context, root: '$', variables: { ...context.variables, ...names } };
  const variables = loop.key === undefined ? item : `${key ?? ''}, ${item ?? ''}`;
  const head = `${pad(indent)}{{- range ${variables ?? ''} := ${printExpr(loop.list, context)} }}`;
  return [head, ...print(inner), `${pad(indent)}{{- end }}`];
}

function printItem(item: Tree, indent: number, context: PrintContext): readonly string[] {
  const value = simplify(item);
  if (value === undefined) return [];
  if (isExpr(value) && value.node.op === 'optional') return printOptionalItem(value.node, indent, context);
  if (isExpr(value) && !isCollection(value)) return [`${pad(indent)}- ${printScalar(value, context)}`];
  return isExpr(value) || isTreeList(value) || isTreeMap(value)
    ? printCollectionItem(value, indent, context)
    : [`${pad(indent)}- ${yamlScalar(value)}`];
}

function printCollectionItem(value: Tree, indent: number, context: PrintContext): readonly string[] {
  if (isEmpty(value)) return [`${pad(indent)}- ${printEmpty(value)}`];
  if (context.isData === true && mayBeEmpty(value)) return [`${pad(indent)}-`, printWhole(value, indent + 2, context)];
  return isTreeMap(value) ? printMapItem(value, indent, context) : printListItem(value, indent, context);
}

function printOptionalItem(node: OpOf<'optional'>, indent: number, context: PrintContext): readonly string[] {
  const { condition, then, otherwise } = node;
  const elseLines =
    otherwise === undefined ? [] : [`${pad(indent)}{{- else }}`, ...printItem(otherwise, indent, context)];
  return printIf(condition, [...printItem(then, indent, context), ...elseLines], indent, context);
}

function printListItem(list: Tree, indent: number, context: PrintContext): readonly string[] {
  requireEntry('a list item', list);
  return hang(printBlock(list, indent + 2, context), indent);
}

/** The dash takes the place of the first line's indent, so an unconditional entry has to come first. */
function printMapItem(map: TreeMap, indent: number, context: PrintContext): readonly string[] {
  const entries = Object.entries(map);
  const first = entries.findIndex(([, value]) => !isOptional(value));
  if (first < 0)
    throw new Error(`a list item whose every field is conditional may be empty: ${Object.keys(map).join(', ')}`);
  const ordered = Object.fromEntries([...entries.slice(first, first + 1), ...entries.filter((_, i) => i !== first)]);
  return hang(printMap(ordered, indent + 2, context), indent);
}

function hang(lines: readonly string[], indent: number): readonly string[] {
  const [first, ...rest] = lines;
  if (first === undefined || first.trimStart().startsWith('{{-')) return [`${pad(indent)}-`, ...lines];
  return [`${pad(indent)}- ${first.trimStart()}`, ...rest];
}

/** A block without lines would be null in YAML, so a collection that may be empty must say what then happens. */
function requireEntry(place: string, value: Tree): void {
  const isKnown = !isExpr(value) || !isWhole(value);
  if (isKnown && mayBeEmpty(value)) throw new Error(`${place} may be empty: wrap it in unlessEmpty`);
}

/** A collection as one expression. */
function printWhole(value: Tree, indent: number, context: PrintContext): string {
  return `${pad(indent)}${printYamlOf(operand(printLiteral(value, context)), indent, context)}`;
}

function printEmpty(value: Tree): string {
  return isTreeList(value) ? '[]' : '{}';
}
