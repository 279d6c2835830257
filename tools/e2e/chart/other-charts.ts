import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Access } from '../kubernetes';
import { type PackagedChart, chartFolder } from './chart';

/** The chart as if some values had not been invented yet: metrics and coderd.strategy. Returns its folder. */
export function olderChart({ folder }: Access): string {
  const older = path.join(folder, 'older', 'coder');
  fs.cpSync(chartFolder, older, { recursive: true });
  const file = path.join(older, 'values.yaml');
  const values = parseDocument(fs.readFileSync(file, 'utf8'));
  values.delete('metrics');
  values.deleteIn(['coderd', 'strategy']);
  fs.writeFileSync(file, values.toString());
  return older;
}

/** The chart, packaged with another version. Returns the archive. */
export async function renumberedChart({ folder }: Access, { helms }: PackagedChart): Promise<string> {
  const destination = path.join(folder, 'renumbered');
  await helms.helm4(['package', chartFolder, '--version', '99.0.0', '--destination', destination]);
  return path.join(destination, 'coder-99.0.0.tgz');
}
