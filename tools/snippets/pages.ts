import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

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

/** Every page that people write, and the generated ones that they read. */
export function pages(): readonly Page[] {
  const below = fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file));
  return ['README.md', 'CONTRIBUTING.md', 'charts/coder/README.md', 'examples/README.md', ...below].sort().map(page);
}

/** One page by its path from the top folder. */
export function page(file: string): Page {
  return { file, text: fs.readFileSync(path.join(root, file), 'utf8') };
}

/** A fenced block: its language, and what is in it. */
export const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

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
