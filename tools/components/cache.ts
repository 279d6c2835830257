import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive, withLock } from '../setup/index.cjs';

/**
 * The folder for what is too large, or too slow to build, to be in each clone: $CODER_TOOLS_CACHE, else cdk8s-coder in
 * $XDG_CACHE_HOME or ~/.cache. It may be removed at any time.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { CODER_TOOLS_CACHE: own = '', XDG_CACHE_HOME: shared = '' } = env;
  if (own !== '') return path.resolve(own);
  // The specification says to ignore a relative XDG_CACHE_HOME.
  const parent = path.isAbsolute(shared) ? shared : path.join(os.homedir(), '.cache');
  return path.join(parent, 'cdk8s-coder');
}

/** A short hash of everything that decides on the content of an entry: lists and maps of texts, nested at will. */
export function cacheKey(inputs: object): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

type Make = (draft: string) => void | Promise<void>;

/**
 * Returns the folder of an entry. If it is not there, `make(draft)` fills a draft, which then gets the final name: an entry
 * is complete or absent. Of several processes one makes it, the others wait.
 */
export async function provide(entry: string, make: Make): Promise<string> {
  const final = path.join(cacheFolder(), entry);
  if (fs.existsSync(final)) return final;
  fs.mkdirSync(cacheFolder(), { recursive: true });
  await withLock(path.join(cacheFolder(), '.lock'), async () => {
    // Another process may have made it while this one waited.
    if (!fs.existsSync(final)) await fill(final, make);
  });
  return final;
}

async function fill(final: string, make: Make): Promise<void> {
  removeAbandonedDrafts();
  const draft = path.join(cacheFolder(), `.draft-${process.pid}-${path.basename(final)}`);
  try {
    fs.mkdirSync(draft);
    await make(draft);
    fs.renameSync(draft, final);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Removes what killed processes left. */
function removeAbandonedDrafts(): void {
  for (const name of fs.readdirSync(cacheFolder())) {
    const pid = /^\.draft-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    fs.rmSync(path.join(cacheFolder(), name), { recursive: true, force: true });
  }
}
