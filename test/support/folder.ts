import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** A directory that is removed when the tests end. */
export function temporaryDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-coder-'));
  made.push(directory);
  return directory;
}

const made: string[] = [];
afterAll(() => {
  for (const directory of made.splice(0)) fs.rmSync(directory, { recursive: true, force: true });
});
