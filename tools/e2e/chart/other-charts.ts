import path from 'node:path';
import { Coder } from '../../../src/coder/constructs';
import { coderValues } from '../../../src/coder/values';
import { DEFAULT_VERSION } from '../../../src/coder/versions';
import { Manifest } from '../../../src/engine/border';
import { HELM_PLACEMENT } from '../../../src/engine/expr';
import { renderHelmChart } from '../../../src/engine/helm';
import { writeDirectory } from '../../../src/engine/output';
import { section, text } from '../../../src/engine/values';
import type { Access } from '../kubernetes';
import { type PackagedChart, chartFolder } from './chart';

/** What the later chart adds. */
export const ADDED = { name: 'added', note: 'new' } as const;

/** The chart as a later version may be: one more value, and one more object that has it. Returns its folder. */
export function laterChart({ folder }: Access): string {
  const later = path.join(folder, 'later', 'coder');
  const version = '99.0.0';
  const note = text({ description: 'A note.', default: ADDED.note, since: version });
  const files = renderHelmChart({
    metadata: { ...DEFAULT_VERSION.chart, version },
    values: section('Values.', { ...coderValues().children, added: section('Added.', { note }) }),
    build: (chart, { added, ...values }) => {
      new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT });
      const data = { note: added.note };
      new Manifest(chart, 'Added', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: ADDED.name }, data });
    },
  });
  writeDirectory(later, files);
  return later;
}

/** The chart, packaged with another version. Returns the archive. */
export async function renumberedChart({ folder }: Access, { helms }: PackagedChart): Promise<string> {
  const destination = path.join(folder, 'renumbered');
  await helms.helm4(['package', chartFolder, '--version', '99.0.0', '--destination', destination]);
  return path.join(destination, 'coder-99.0.0.tgz');
}
