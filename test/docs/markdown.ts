import * as fs from 'node:fs';
import * as path from 'node:path';

/** The top folder of the project. */
export const ROOT = path.resolve(__dirname, '../..');

/** One page of the documentation. */
export interface Page {
  /** Path from the top folder. */
  readonly file: string;
  readonly text: string;
}

/** A fenced block of code, and where it is. */
export interface Block {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** Every page that people write, and the generated ones that they read. */
export function pages(): readonly Page[] {
  const below = fs
    .readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file));
  return ['README.md', 'CONTRIBUTING.md', 'charts/coder/README.md', ...below].sort().map(page);
}

/** One page by its path from the top folder. */
export function page(file: string): Page {
  return { file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') };
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page. */
function blocksOf({ file, text }: Page): readonly Block[] {
  return [...text.matchAll(FENCE)].map(({ index, 1: language = '', 2: block = '' }) => {
    const line = text.slice(0, index).split('\n').length;
    return { place: `${file}:${String(line)}`, language, text: block };
  });
}

/** The blocks of all pages in a language. */
export function blocksIn(language: string): readonly Block[] {
  return pages()
    .flatMap(blocksOf)
    .filter((block) => block.language === language);
}

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
