import fs from 'node:fs';
import path from 'node:path';
import { type Manifest, objectsIn } from '../kubernetes';

/** The objects in the files of a folder that Kustomize takes too. */
export function manifestsIn(folder: string): readonly Manifest[] {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
  return files.flatMap((name) => objectsIn(fs.readFileSync(path.join(folder, name), 'utf8')));
}
