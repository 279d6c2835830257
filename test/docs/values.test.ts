import { parseAllDocuments } from 'yaml';
import { GO_YAML } from '../../src/engine/values-file/go-yaml';
import { CODER_VALUES } from '../support/coder-values';
import { type Leaf, type Section, checkValues, isMap, leavesOf } from '../../src/engine/values';
import { current, writtenPages } from '../../tools/pages';
import { type Page, blocksIn, codeIn, page, pages, proseOf } from './markdown';

const FILE = /\.(md|json|yaml|ts|mjs|cjs|tpl|txt|io)$/;

/** The names of values in backticks; columns about Coder's own chart name its values, not ours. */
function valueNames(target: Page): readonly string[] {
  const codes = codeIn(withoutForeignColumns(proseOf(target)));
  const names = codes.map((code) => code.replace(/^values\.(?=\w+\.)/, '').replace(/: .*$/, ''));
  return names.filter(
    (name) => /^[a-zA-Z]+(\.[\w-]+)+$/.test(name) && !FILE.test(name) && topLevel(name) !== undefined,
  );
}

function topLevel(name: string): Leaf | Section | undefined {
  const [key = ''] = name.split('.');
  return (CODER_VALUES.children as Readonly<Record<string, Leaf | Section>>)[key];
}

function withoutForeignColumns(prose: string): string {
  const column = (head: string): number => head.split('|').findIndex((cell) => cell.trim() === "Coder's chart");
  return prose.replace(/(?:^\|.*\n)+/gm, (table) => {
    const foreign = column(table.slice(0, table.indexOf('\n')));
    const keep = (line: string): string =>
      line
        .split(/(?<!\\)\|/)
        .filter((_, i) => i !== foreign)
        .join('|');
    return table.split('\n').map(keep).join('\n');
  });
}

/** True for a value, a section, and an entry of a value that is an open map. */
function isValueName(name: string): boolean {
  const paths = leavesOf(CODER_VALUES).map(({ path, leaf }) => ({ path: path.join('.'), isOpen: leaf.type === 'map' }));
  return paths.some(
    ({ path, isOpen }) => path === name || path.startsWith(`${name}.`) || (isOpen && name.startsWith(`${path}.`)),
  );
}

describe('the names of values', () => {
  test.each(pages().map((one) => [one.file, one] as const))('in %s are those of the chart', (_, one) => {
    expect(valueNames(one).filter((name) => !isValueName(name))).toEqual([]);
  });

  test('that are wrong are noticed', () => {
    const text =
      "Set `coderd.replica`, `values.coderd.resources.cpu: got 1` and `metrics.monitor.labels.release`.\n\n| Coder's chart |\n| --- |\n| `coderd.extraEnvs` |\n";
    expect(valueNames({ file: '', text }).filter((name) => !isValueName(name))).toEqual([
      'coderd.replica',
      'coderd.resources.cpu',
    ]);
  });
});

describe('the YAML in the documentation', () => {
  test.each(blocksIn('yaml').map(({ place, text }) => [place, text] as const))('at %s parses', (_, text) => {
    const problems = parseAllDocuments(text, GO_YAML).flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    expect(problems).toEqual([]);
  });

  test('gives the chart values that it takes', () => {
    const given = blocksIn('yaml').flatMap(({ text }) =>
      parseAllDocuments(text, GO_YAML).flatMap((document) => valuesIn(document.toJS())),
    );
    expect(given.length).toBeGreaterThan(0);
    for (const values of given)
      expect(() => {
        checkValues(CODER_VALUES, values);
      }).not.toThrow();
  });
});

/** What stands under `values` or `valuesObject`, wherever it is. */
function valuesIn(node: unknown): readonly unknown[] {
  if (!isMap(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => (/^values(Object)?$/.test(key) ? [child] : valuesIn(child)));
}

describe('the pages that people write', () => {
  test.each(writtenPages())('%s has the numbers and lists that the declarations say: npm start writes them', (file) => {
    const { text } = page(file);
    expect(current(text)).toBe(text);
    expect(current(text.replace(/\d+ (?=(values|alerts|dashboards|metrics)\b)/g, '1 '))).toBe(text);
  });
});

describe('the README', () => {
  const { text } = page('README.md');

  test('counts values, alerts, dashboards and metrics', () => {
    const numbers = text.match(/\d+ (values|alerts|dashboards|metrics)/g) ?? [];
    expect(new Set(numbers.map((number) => number.split(' ')[1])).size).toBe(4);
  });

  test('quotes the message about a wrong value as it is', () => {
    const quoted = codeIn(proseOf({ file: '', text })).filter((code) => /^values\..*: expected/.test(code));
    expect(quoted).toHaveLength(1);
    expect(() => {
      checkValues(CODER_VALUES, { coderd: { replicas: 'three' } });
    }).toThrow(quoted[0]);
  });

  test('has at most 150 lines', () => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(150);
  });
});
