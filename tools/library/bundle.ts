import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, type OnResolveArgs, type OnResolveResult, type Plugin, build } from 'esbuild';
import { root } from '../setup/index.cjs';

const src = path.join(root, 'src');

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

/** What reads values files is in the one file too, since its many take longer to find than the rest of a synthesis. */
const alone: BuildOptions = { packages: 'bundle', external: ['re2js'], minifyWhitespace: true, minifySyntax: true };

/** Writes every room as one file, since Node takes longer to find a file than to read it; and `synth` as one file with all that it needs. */
export async function bundle(outdir: string): Promise<void> {
  const { rooms, edges } = architecture();
  const entries = [...rooms.map((room) => `${room}/index.ts`), ...edges].map((file) => path.join('src', file));
  await build({ ...common, outdir, entryPoints: entries, plugins: [keepImports(betweenRooms(rooms))] });
  await build({
    ...common,
    ...alone,
    outdir,
    entryPoints: ['src/cli/main.ts'],
    plugins: [keepImports(ofOtherCommands)],
  });
  fs.copyFileSync(path.join(root, 'node_modules/yaml/LICENSE'), path.join(outdir, 'cli/LICENSE.yaml'));
}

/** The rooms and edges of src. */
function architecture(): { readonly rooms: readonly string[]; readonly edges: readonly string[] } {
  const text = fs.readFileSync(path.join(root, 'architecture.json'), 'utf8');
  const { rooms, edges } = JSON.parse(text) as Readonly<Record<'rooms' | 'edges', object>>;
  return { rooms: Object.keys(rooms), edges: Object.keys(edges) };
}

/** What an import is called in the bundle, if it stays one. */
type Kept = (from: OnResolveArgs) => string | undefined;

function keepImports(kept: Kept): Plugin {
  const resolve = (from: OnResolveArgs): OnResolveResult | undefined => {
    const name = from.kind === 'entry-point' ? undefined : kept(from);
    return name === undefined ? undefined : { path: name, external: true };
  };
  return {
    name: 'keep imports',
    setup: (started) => {
      started.onResolve({ filter: /^\./ }, resolve);
    },
  };
}

/** A room imports others by their folders, seen from its own. An edge is no room, and takes nothing into itself. */
function betweenRooms(rooms: readonly string[]): Kept {
  return ({ path: imported, importer, resolveDir }) => {
    const room = rooms.map((name) => path.join(src, name)).find((folder) => isIn(folder, importer));
    const target = path.resolve(resolveDir, imported);
    if (room !== undefined && isIn(room, target)) return undefined;
    return `./${path
      .relative(room ?? resolveDir, target)
      .split(path.sep)
      .join('/')}`;
  };
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + path.sep);
}

function ofOtherCommands({ path: imported }: OnResolveArgs): string | undefined {
  return imported === './index' ? imported : undefined;
}
