const tasks: (() => void)[] = [];

/** Does something when the tests of a file have ended. A module has no hooks of its own: it is shared by many files. */
export function atEndOfFile(task: () => void): void {
  tasks.push(task);
}

/**
 * What runs the files calls it after each.
 *
 * @public
 */
export function cleanUp(): void {
  for (const task of tasks.splice(0)) task();
}
