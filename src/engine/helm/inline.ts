import { type Expr, type OpOf, isExpr } from '../expr';
import type { PrintContext } from './context';
import { printCondition, printPiece } from './expression';
import { escapeTemplate } from './yaml-text';

/** Prints a text with its actions in place, as in the body of a named template or in NOTES.txt. */
export function printInline(text: Expr, context: PrintContext): string {
  const { node } = text;
  if (node.op === 'literal')
    return escapeTemplate(typeof node.tree === 'string' ? node.tree : JSON.stringify(node.tree));
  if (node.op === 'interpolate') return printParts(node, context);
  if (node.op === 'ifElse') return printIfElse(node, context);
  return `{{ ${printPiece(text, context)} }}`;
}

function printParts(node: OpOf<'interpolate'>, context: PrintContext): string {
  return node.parts.map((part) => (isExpr(part) ? printInline(part, context) : escapeTemplate(part))).join('');
}

function printIfElse(node: OpOf<'ifElse'>, context: PrintContext): string {
  const then = printInline(node.then, context);
  const otherwise = printInline(node.otherwise, context);
  const tail = otherwise === '' ? '' : `{{ else }}${otherwise}`;
  return `{{ if ${printCondition(node.condition, context)} }}${then}${tail}{{ end }}`;
}
