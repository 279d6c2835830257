import path from 'node:path';
import { build } from 'esbuild';
import { source } from './install';

/** What the page loads, by name. */
export type Bundle = ReadonlyMap<string, Uint8Array>;

const IMAGES = { '.svg': 'dataurl', '.png': 'dataurl', '.ttf': 'dataurl' } as const;

/** Puts the page and Grafana's packages together. */
export async function bundlePage(packages: string): Promise<Bundle> {
  const modules = path.join(packages, 'node_modules');
  const { outputFiles } = await build({
    entryPoints: [path.join(source, 'page', 'index.tsx')],
    nodePaths: [modules],
    // Their modules take the default of a CommonJS package for its component, as only some bundlers do.
    alias: Object.fromEntries(['data', 'ui'].map((name) => [`@grafana/${name}`, commonJs(modules, name)])),
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'iife',
    jsx: 'automatic',
    minify: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: IMAGES,
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
}

function commonJs(modules: string, name: string): string {
  return path.join(modules, '@grafana', name, 'dist', 'cjs', 'index.cjs');
}
