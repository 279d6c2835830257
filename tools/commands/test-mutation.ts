// npm run test:mutation [-- ROOM...]: how many faults planted in a room its own tests notice, and the table of it in docs/testing.md.
import fs from 'node:fs';
import path from 'node:path';
import { updateLibrary } from '../library';
import { mutate, rooms, rowOf, withRows } from '../mutation';
import { SetUpError, root } from '../setup/index.cjs';

export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((room) => !rooms.includes(room));
  if (unknown !== undefined) throw new SetUpError(`no room ${unknown}: expected one of ${rooms.join(', ')}`);
  // Some tests look at the package as it is compiled.
  await updateLibrary();
  for (const room of args.length > 0 ? args : rooms) {
    const row = rowOf(room, await mutate(room));
    await writeRow(row);
    console.log(row);
  }
  return 0;
}

/** Formatted like every page. */
async function writeRow(row: string): Promise<void> {
  const page = path.join(root, 'docs', 'testing.md');
  const text = withRows(fs.readFileSync(page, 'utf8'), [row]);
  const { format, resolveConfig } = await import('prettier');
  fs.writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
}
