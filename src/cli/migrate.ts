import * as fs from 'node:fs';
import { type Migration, lineOf, migrated } from '../coder/migration';
import { OutputError, printYaml, writeFile } from '../engine/output';
import { readValuesFiles } from '../engine/values-file';
import { UsageError, parse, textOf } from './arguments';
import type { Said } from './outcome';

/** Rewrites values of Coder's own chart; says what became of each key, and fails if something is left to be done by hand. */
export function migrate(args: readonly string[]): Said {
  const { values, positionals } = parse(args, { out: { type: 'string', short: 'o' } }, true);
  if (positionals.length === 0) throw new UsageError("migrate: expected a values file of Coder's own chart, got none");
  const migration = migrated(readValuesFiles(positionals));
  const text = printYaml(migration.values);
  const { out } = values;
  if (out !== undefined) writeNew(textOf(out), text);
  const notes = [...migration.keys.map(lineOf), summary(migration)];
  return {
    lines: out === undefined ? [text.trimEnd()] : [],
    notes,
    isWhole: migration.keys.every((key) => !key.isLeft),
  };
}

/** People's own files are not replaced. */
function writeNew(file: string, text: string): void {
  if (fs.existsSync(file)) throw new OutputError(file, 'no file', 'one', 'remove it or give another --out');
  writeFile(file, text);
}

function summary({ keys }: Migration): string {
  const left = keys.filter((key) => key.isLeft).length;
  const moved = keys.filter((key) => key.places.length > 0).length;
  const count = `${String(keys.length)} keys: ${String(moved)} moved, ${String(keys.length - moved - left)} dropped`;
  return `${count}, ${String(left)} not converted${left === 0 ? '' : '; do these by hand'}`;
}
