import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeFile } from '../../../src/engine/output';
import { temporaryDirectory } from '../../support/folder';

const SOMEBODY = 4242;

/** Whether what process 4242 has beside a file is still there after the file was written. */
function stays(kill: () => true): boolean {
  const file = path.join(temporaryDirectory(), 'file.md');
  const other = path.join(path.dirname(file), `.file.md.tmp-${String(SOMEBODY)}-new`);
  fs.writeFileSync(other, 'half');
  const asked = jest.spyOn(process, 'kill').mockImplementation(kill);
  writeFile(file, 'text');
  expect(asked.mock.calls).toEqual([[SOMEBODY, 0]]);
  asked.mockRestore();
  return fs.existsSync(other);
}

function refusal(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe('what a process has beside a file stays while the process runs', () => {
  test('as one of the same user', () => {
    expect(stays(() => true)).toBe(true);
  });

  test('as one of another user, who may not be asked', () => {
    expect(stays(refusal('EPERM'))).toBe(true);
  });

  test('and goes when there is no such process', () => {
    expect(stays(refusal('ESRCH'))).toBe(false);
  });
});
