import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Page, ROOT, anchorsOf, codeIn, linksOf, page, pages, proseOf } from './markdown';

const PAGES = pages();

/** Relative links that lead nowhere. */
function deadLinks(from: Page): readonly string[] {
  return linksOf(from).filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(from, link));
}

function leadsSomewhere(from: Page, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = path.join(path.dirname(from.file), file);
  if (!fs.existsSync(path.join(ROOT, target)) && file !== '') return false;
  return anchor === undefined || anchorsOf(file === '' ? from : page(target)).includes(anchor);
}

const FOLDERS = ['charts', 'dist', 'docs', 'examples', 'src', 'test', 'tools'];
const PATH = new RegExp(`^(${FOLDERS.join('|')})/[-\\w./]*$`);

/** Paths of this repository in backticks that are not there. */
function missingPaths(from: Page): readonly string[] {
  return codeIn(proseOf(from)).filter((code) => PATH.test(code) && !fs.existsSync(path.join(ROOT, code)));
}

describe('in every page', () => {
  test.each(PAGES.map((one) => [one.file, one] as const))('of %s links and paths lead somewhere', (_, one) => {
    expect({ links: deadLinks(one), paths: missingPaths(one) }).toEqual({ links: [], paths: [] });
  });

  test('a link that leads nowhere is noticed', () => {
    const text =
      '# A title\n[a](README.md) [b](none.md) [c](#a-title) [d](#none) [e](docs/architecture.md#the-law) `src/none.ts`\n';
    const one = { file: 'page.md', text };
    expect(deadLinks(one)).toEqual(['none.md', '#none']);
    expect(missingPaths(one)).toEqual(['src/none.ts']);
  });
});

describe('every page', () => {
  test('is reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      const inner = linksOf(page(file)).filter((link) => !/^[a-z]+:/.test(link));
      for (const link of inner) visit(path.join(path.dirname(file), link.split('#')[0] ?? ''), reached);
    }
    expect(PAGES.map(({ file }) => file).filter((file) => !reached.has(file) && !file.startsWith('charts/'))).toEqual(
      [],
    );
  });
});

/** A link to a folder reaches the pages in it. */
function visit(target: string, reached: Set<string>): void {
  const full = path.join(ROOT, target);
  if (target.endsWith('.md')) reached.add(target);
  if (!fs.existsSync(full) || !fs.statSync(full).isDirectory()) return;
  for (const name of fs.readdirSync(full).filter((entry) => entry.endsWith('.md')))
    reached.add(path.join(target, name));
}
