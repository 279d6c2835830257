import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, type OnResolveArgs, type OnResolveResult, type Plugin, build } from 'esbuild';
import { root } from '../setup/index.cjs';

const src = path.join(root, 'src');
const carried = path.join(src, 'carried');

const common: BuildOptions = {
  absWorkingDir: root,
  outbase: 'src',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
};

/**
 * Writes every room as one file, since Node takes longer to find a file than to read it; the command `synth` as one file with all the rooms
 * that it needs; and packages that users need not install.
 */
export async function bundle(outdir: string): Promise<void> {
  const { rooms, edges } = architecture();
  const entries = [...rooms.map((room) => `${room}/index.ts`), ...edges].map((file) => path.join('src', file));
  await build({ ...common, outdir, entryPoints: entries, plugins: [keepImports(betweenRooms(rooms))] });
  await build({ ...common, outdir, entryPoints: ['src/cli/main.ts'], plugins: [keepImports(aroundSynth)] });
  for (const name of CARRIED) await carry(name, outdir);
}

/** The rooms and edges of src. */
function architecture(): { readonly rooms: readonly string[]; readonly edges: readonly string[] } {
  const text = fs.readFileSync(path.join(root, 'architecture.json'), 'utf8');
  const { rooms, edges } = JSON.parse(text) as Readonly<Record<'rooms' | 'edges', object>>;
  return { rooms: Object.keys(rooms), edges: Object.keys(edges) };
}

/** Packages that the library carries: in one file each they are found sooner, and what it does not use stays away. */
const CARRIED = ['re2js', 'yaml'];

async function carry(name: string, outdir: string): Promise<void> {
  const folder = path.join(outdir, 'carried');
  // As ES modules, of which a bundler leaves more out.
  const smaller: BuildOptions = { platform: 'neutral', mainFields: ['module', 'main'], packages: 'bundle' };
  const shorter: BuildOptions = { minifyWhitespace: true, minifySyntax: true };
  await build({ ...common, ...smaller, ...shorter, outfile: path.join(folder, `${name}.js`), entryPoints: [name] });
  fs.copyFileSync(path.join(root, 'node_modules', name, 'LICENSE'), path.join(folder, `LICENSE.${name}`));
}

/** What goes into a bundle and what stays an import of it. */
interface Border {
  /** Folder of the bundle that a file is in. */
  readonly homeOf: (file: string) => string;
  /** Whether a file stays outside of the bundle of a folder. */
  readonly isOutside: (file: string, home: string) => boolean;
}

function keepImports({ homeOf, isOutside }: Border): Plugin {
  const resolve = (from: OnResolveArgs): OnResolveResult | undefined => {
    const file = from.kind === 'entry-point' ? undefined : fileOf(from);
    const home = homeOf(from.importer);
    if (file === undefined || !isOutside(file, home)) return undefined;
    return { path: `./${path.relative(home, file).split(path.sep).join('/')}`, external: true };
  };
  return {
    name: 'keep imports',
    setup: (started) => {
      started.onResolve({ filter: /^/ }, resolve);
    },
  };
}

/** The file of an import, unless it is a package that users install. */
function fileOf({ path: imported, resolveDir }: OnResolveArgs): string | undefined {
  if (CARRIED.includes(imported)) return path.join(carried, `${imported}.js`);
  return imported.startsWith('.') ? path.resolve(resolveDir, imported) : undefined;
}

/** A room imports others. An edge is no room, and takes nothing into itself. */
function betweenRooms(rooms: readonly string[]): Border {
  const folders = rooms.map((name) => path.join(src, name));
  return {
    homeOf: (file) => folders.find((folder) => isIn(folder, file)) ?? path.dirname(file),
    isOutside: (file, home) => !folders.includes(home) || !isIn(home, file),
  };
}

const cli = path.join(src, 'cli');
/** What `synth` loads only for another command, or to explain a mistake. */
const LATER = [path.join(cli, 'index'), path.join(src, 'coder/migration')];
const aroundSynth: Border = {
  homeOf: () => cli,
  isOutside: (file) => LATER.includes(file) || isIn(carried, file),
};

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}
