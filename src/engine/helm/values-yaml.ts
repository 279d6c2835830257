import { printYaml } from '../output';
import type { ValueType } from '../expr';
import { CHART_VERSION, CHART_VERSION_ABOUT, type Leaf, type Section, hasNewer } from '../values';

const WIDTH = 120;

/** The text of values.yaml: every value with its default, and what it is for as a comment. */
export function printValuesYaml(section: Section, version: string): string {
  const mark = hasNewer(section) ? `${comment(CHART_VERSION_ABOUT, 0)}\n${CHART_VERSION}: ${version}\n\n` : '';
  return `${comment(section.description, 0)}\n\n${mark}${printSection(section, 0)}`;
}

function printSection(section: Section, indent: number): string {
  const separator = indent === 0 ? '\n' : '';
  return Object.entries(section.children)
    .map(([key, child]) => printValue(key, child, indent))
    .join(separator);
}

function printValue(key: string, node: Leaf | Section, indent: number): string {
  const about = comment(node.kind === 'leaf' ? `-- ${aboutLeaf(node)}` : node.description, indent);
  if (node.kind === 'section') return `${about}\n${pad(indent)}${key}:\n${printSection(node, indent + 2)}`;
  const item = node.item === undefined ? '' : printItem(node.item, node.type, indent);
  const lines = printYaml({ [key]: node.default })
    .trimEnd()
    .split('\n');
  return `${about}\n${item}${lines.map((line) => pad(indent) + line).join('\n')}\n`;
}

/** What an item of sections may have, with the defaults, as comments. */
function printItem(item: Section, type: ValueType, indent: number): string {
  const lines = printSection(item, 2).trimEnd().replace(/# -- /g, '# ').split('\n');
  const head = `${type === 'list' ? 'An item' : 'An entry'}, with its defaults:`;
  return [head, ...lines].map((line) => `${pad(indent)}# ${line}\n`).join('');
}

/** A closed set of texts is not to be guessed, so it is listed. */
function aboutLeaf(leaf: Leaf): string {
  const allowed = leaf.schema.enum === undefined ? '' : ` ${leaf.schema.title ?? ''}.`;
  return leaf.description + allowed.replace(/^ o/, ' O');
}

function comment(text: string, indent: number): string {
  const prefix = `${pad(indent)}# `;
  return wrap(text, WIDTH - prefix.length)
    .map((line) => prefix + line)
    .join('\n');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pad(indent: number): string {
  return ' '.repeat(indent);
}
