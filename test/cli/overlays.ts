import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderManifestFiles } from '../../src/cli';
import type { Json } from '../../src/engine/expr';
import { temporaryDirectory } from '../support/folder';
import { kubectl } from '../support/helm';

/** An installation as synth writes it, and what a kustomization makes of it. */
export interface Overlay {
  /** The values below `metrics`. */
  readonly metrics: Readonly<Record<string, Json>>;
  readonly release: string;
  readonly namespace: string;
  /** Fields of the kustomization, such as `namePrefix`. */
  readonly over: Readonly<Record<string, string>>;
}

/** No rule reads them, and reading them takes time. */
const NO_DASHBOARDS = { dashboards: { kind: 'None' } };

/** Writes an installation in the folder `base` of a new directory, whose kustomization changes it. */
export function writeOverlay({ metrics, release, namespace, over }: Overlay): string {
  const directory = temporaryDirectory();
  fs.mkdirSync(path.join(directory, 'base'));
  for (const [file, text] of coderManifestFiles(
    { metrics: { ...NO_DASHBOARDS, ...metrics } },
    { releaseName: release, namespace },
  ))
    fs.writeFileSync(path.join(directory, 'base', file), text);
  // JSON is YAML.
  fs.writeFileSync(path.join(directory, 'kustomization.yaml'), JSON.stringify({ ...over, resources: ['base'] }));
  return directory;
}

/** What the real kubectl makes of it. */
export async function kustomized(overlay: Overlay): Promise<string> {
  const { code, stdout, stderr } = await kubectl(['kustomize', writeOverlay(overlay)]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
