import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';
import { documentedPrograms } from './blocks';

/** The release of cdk8s-plus that a project has. */
export type Plus = 'cdk8s-plus-27' | 'cdk8s-plus-33' | 'none';

/** How a project compiles: the stock settings of `cdk8s init typescript-app`, but for what is named here. */
export interface Settings {
  readonly name: string;
  /** What the package.json of the project says of its modules. */
  readonly type: 'commonjs' | 'module';
  readonly options: Readonly<Record<string, unknown>>;
}

/** Ways to compile that users have; `stock` names no way to resolve modules, as the template does. */
export const SETTINGS = [
  { name: 'stock', type: 'commonjs', options: {} },
  { name: 'node16', type: 'commonjs', options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'nodenext', type: 'commonjs', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { name: 'esm-node16', type: 'module', options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'esm-nodenext', type: 'module', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { name: 'esm-bundler', type: 'module', options: { module: 'es2022', moduleResolution: 'bundler' } },
] as const satisfies readonly Settings[];

/** A file of a project. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Writes a project, in a folder below one that has node_modules, and returns its place. */
export function writeProject(parent: string, settings: Settings, sources: readonly Source[]): string {
  const folder = path.join(parent, settings.name);
  fs.mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => {
    fs.writeFileSync(path.join(folder, name), text);
  };
  write('package.json', JSON.stringify({ private: true, type: settings.type }));
  const stock = JSON.parse(fs.readFileSync(path.join(root, 'tools/consumers/stock/tsconfig.json'), 'utf8')) as Stock;
  write(
    'tsconfig.json',
    JSON.stringify({ ...stock, compilerOptions: { ...stock.compilerOptions, ...settings.options } }),
  );
  for (const { name, text } of sources) write(name, text);
  return folder;
}

interface Stock {
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/** The code of the documentation that a project with that cdk8s-plus can use; the pages name one release, any other will do. */
export function programsFor(plus: Plus): readonly Source[] {
  const named = /'cdk8s-plus-\d+'/g;
  const all = documentedPrograms();
  const usable = plus === 'none' ? all.filter((text) => text.match(named) === null) : all;
  return usable.map((text, i) => ({ name: `program-${i}.ts`, text: text.replaceAll(named, `'${plus}'`) }));
}
