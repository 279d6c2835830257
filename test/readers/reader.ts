import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Json } from '../../src/engine/expr';
import { promtools, runPromtool } from '../../tools/rules';
import { temporaryDirectory } from '../support/folder';

/** A file for promtool, and the values that made it. */
export interface Judged {
  readonly content: Json;
  readonly values: Json;
}

/** What promtool 2 or 3 says of the first file that one of them refuses, and the values that made it; empty if both take all. */
export async function firstRefused(check: 'rules' | 'config', files: readonly Judged[]): Promise<string> {
  const folder = temporaryDirectory();
  const names = files.map((_, i) => `${String(i)}.json`);
  for (const [i, { content }] of files.entries())
    fs.writeFileSync(path.join(folder, `${String(i)}.json`), JSON.stringify(content));
  for (const tool of await promtools()) {
    const run = async (...some: readonly string[]): Promise<string | undefined> =>
      await runPromtool(tool, ['check', check, ...some], folder);
    if ((await run(...names)) === undefined) continue;
    for (const [i, name] of names.entries()) {
      const said = await run(name);
      if (said !== undefined) return `${tool.name}: ${said.slice(0, 500)} with ${JSON.stringify(files[i]?.values)}`;
    }
    return `${tool.name}: only all files together are refused`;
  }
  return '';
}
