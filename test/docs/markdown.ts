import * as path from 'node:path';
import { type Block, type Page, FENCE, blocksIn, page, pages } from '../../tools/snippets';

export { type Block, type Page, blocksIn, page, pages };

/** The top folder of the project. */
export const ROOT = path.resolve(__dirname, '../..');

/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A page without its fenced blocks. */
export function proseOf({ text }: Page): string {
  return text.replace(FENCE, '');
}

/** What stands in backticks, in a text without fenced blocks. */
export function codeIn(prose: string): readonly string[] {
  return [...prose.matchAll(/(`+)\s?(.+?)\s?\1(?!`)/g)].map(({ 2: code = '' }) => code.replaceAll('\\|', '|'));
}

/** The tables of a page; cells keep their Markdown. */
export function tablesOf(target: Page): readonly (readonly Row[])[] {
  const groups = [...proseOf(target).matchAll(/(?:^\|.*\n)+/gm)].map(([group]) =>
    group.trimEnd().split('\n').map(cellsOf),
  );
  return groups.map(([head = [], , ...rows]) => rows.map((row) => toRow(head, row)));
}

function toRow(head: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(head.map((name, i) => [name, cells[i] ?? '']));
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** The targets of links, with the part after `#`. */
export function linksOf(target: Page): readonly string[] {
  return [...proseOf(target).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(({ 1: link = '' }) => link);
}

/** What `#...` may say on a page. */
export function anchorsOf(target: Page): readonly string[] {
  return [...proseOf(target).matchAll(/^#+ (.+)$/gm)].map(({ 1: heading = '' }) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
