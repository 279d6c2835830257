import * as fs from 'node:fs';
import * as path from 'node:path';

/** What stands beside a target while it is replaced: its next content, its former one, or what is being deleted. */
export type Role = 'new' | 'old' | 'trash';

/** A name beside the target, of this process alone. */
export function beside(target: string, role: Role): string {
  return path.join(path.dirname(target), `${prefix(target)}${String(process.pid)}-${role}`);
}

function prefix(target: string): string {
  return `.${path.basename(target)}.tmp-`;
}

/**
 * Undoes what runs that were killed left beside the target: a target that is not there gets its former content back, the rest
 * is deleted. What belongs to a process that still runs stays.
 */
export function recover(target: string): void {
  for (const { full, role } of leftoversOf(target)) {
    if (role === 'old' && !fs.existsSync(target)) fs.renameSync(full, target);
    else discard(full, target);
  }
}

/** Deletes a directory under another name, so that one with the name of a former content is always complete. */
export function discard(full: string, target: string): void {
  const trash = beside(target, 'trash');
  fs.rmSync(trash, { recursive: true, force: true });
  if (full === trash || !fs.existsSync(full)) return;
  fs.renameSync(full, trash);
  fs.rmSync(trash, { recursive: true });
}

interface Leftover {
  readonly full: string;
  readonly role: string;
}

function leftoversOf(target: string): readonly Leftover[] {
  const parent = path.dirname(target);
  const start = prefix(target);
  const names = fs.existsSync(parent) ? fs.readdirSync(parent).filter((name) => name.startsWith(start)) : [];
  return names.flatMap((name) => {
    const [, pid, role = ''] = /^(\d+)-(new|old|trash)$/.exec(name.slice(start.length)) ?? [];
    return pid === undefined || isRunning(Number(pid)) ? [] : [{ full: path.join(parent, name), role }];
  });
}

/** A leftover with the number of this process is of an earlier process with that number. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
