import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { cacheKey, provide } from '../../../tools/components';
import { temporaryDirectory } from '../../support/folder';
import { type Ended, runProgram } from '../process/program';

let cache: string;
beforeEach(() => {
  cache = temporaryDirectory();
  process.env['CODER_TOOLS_CACHE'] = cache;
});
afterEach(() => {
  delete process.env['CODER_TOOLS_CACHE'];
});

/** Makes the entry in a process of its own, slowly. */
function makeEntry(...args: readonly string[]): Promise<Ended> {
  return runProgram([path.join(__dirname, 'make-entry.ts'), ...args], { CODER_TOOLS_CACHE: cache });
}

test('two lists of inputs have the same cache key only if they are the same list.', () => {
  const list = fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      expect(cacheKey(one) === cacheKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    // A hash of the joined texts would confuse these.
    { examples: [[['ab', 'c'], ['a', 'bc']], [['abc'], ['abc', '']], [['abc', ''], ['', 'abc']]] }, // prettier-ignore
  );
});

test('of several processes that want an entry one makes it, and all get it complete.', async () => {
  const ended = await Promise.all([1, 2, 3].map(() => makeEntry()));
  expect(ended.map(({ stdout }) => stdout)).toEqual(['complete', 'complete', 'complete']);
  expect(fs.readFileSync(path.join(cache, 'made'), 'utf8')).toBe('x');
});

test('an entry that could not be made leaves nothing, and is made at the next try.', async () => {
  const failing = (): never => {
    throw new Error('no network');
  };
  await expect(provide('entry', failing)).rejects.toThrow('no network');
  expect(fs.readdirSync(cache)).toEqual([]);
  expect(await provide('entry', () => undefined)).toBe(path.join(cache, 'entry'));
});

test('what a killed process left, its lock included, does not stay and does not stop others.', async () => {
  expect((await makeEntry('killed')).status).toBeNull();
  expect(fs.readdirSync(cache)).toContain('.lock');
  expect((await makeEntry()).stdout).toBe('complete');
  expect(fs.readdirSync(cache).sort()).toEqual(['entry', 'made']);
});
