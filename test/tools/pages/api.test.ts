import * as fs from 'node:fs';
import * as path from 'node:path';
import { API_PAGES, type Exported, apiPages, publicSurface } from '../../../tools/pages';
import { ROOT } from '../../docs/markdown';

const SURFACES = publicSurface(ROOT);

function find(specifier: string, name: string): Exported {
  const found = SURFACES.find((surface) => surface.specifier === specifier)?.exported.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${specifier} does not export ${name}`);
  return found;
}

describe('the pages about what the package exports', () => {
  test('are current; if not, run "npm start" and commit them', () => {
    const folder = path.join(ROOT, API_PAGES);
    const committed = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]);
    expect(new Map(committed as [string, string][])).toEqual(new Map([...apiPages(ROOT)].sort()));
  });

  test.each(SURFACES.map((surface) => [surface.specifier, surface] as const))(
    'of %s have a sentence about each name',
    (_, { exported }) => {
      const silent = exported.filter(
        ({ comment, generatedIn }) => generatedIn === undefined && !/\w.*[.:]$/m.test(comment),
      );
      expect(silent.map(({ name }) => name)).toEqual([]);
    },
  );

  test.each(SURFACES.map((surface) => [surface.specifier, surface] as const))(
    'of %s name no type that cannot be imported',
    (_, { unnamed }) => {
      expect(unnamed.map(({ name }) => name)).toEqual([]);
    },
  );

  test('show signatures, and no private or internal member', () => {
    expect(find('cdk8s-coder/engine', 'not').declarations).toEqual([
      'function not(condition: Value<boolean>): Expr<boolean>;',
    ]);
    const [manifest = ''] = find('cdk8s-coder/engine', 'Manifest').declarations;
    expect(manifest).toContain('constructor(scope: Construct, id: string, tree: ManifestTree);');
    expect(manifest).not.toContain('declared:');
    const [expr = ''] = find('cdk8s-coder/engine', 'Expr').declarations;
    expect(expr).toContain('readonly type: ValueType;');
    expect(expr).not.toContain('node');
  });

  test('show what a namespace holds under its name', () => {
    expect(find('cdk8s-coder/engine', 'values.int').comment).toBe('Declares a whole number.');
  });
});
