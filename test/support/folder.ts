import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { atEndOfFile } from './cleanup';

/** A directory that is removed when the tests end. */
export function temporaryDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-coder-'));
  atEndOfFile(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}
