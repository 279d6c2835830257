import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { importing, runModule } from './module';

const cacheModule = 'components/cache.mjs';

/** Fills an entry slowly, and leaves a trace each time that it is made. */
const slowly = `
  import fs from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  ${importing('cacheFolder, provide', cacheModule)}
  const folder = await provide('entry', async (draft) => {
    fs.appendFileSync(cacheFolder() + '/made', 'x');
    await sleep(300);
    fs.writeFileSync(draft + '/program', 'complete');
  });
  console.log(fs.readFileSync(folder + '/program', 'utf8'));`;

let cache: string;
beforeEach(() => {
  cache = fs.mkdtempSync(path.join(os.tmpdir(), 'components-test-'));
});
afterEach(() => {
  fs.rmSync(cache, { recursive: true, force: true });
});

const env = () => ({ CODER_TOOLS_CACHE: cache });

test('two lists of inputs have the same cache key only if they are the same list.', async () => {
  const lists = fc.sample(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }), 500);
  // A hash of the joined texts would confuse these.
  lists.push(['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc']);
  const text = `${importing('cacheKey', cacheModule)}
    console.log(JSON.stringify(${JSON.stringify(lists)}.map((list) => cacheKey(list))));`;
  const keys = JSON.parse((await runModule(text)).stdout) as string[];
  const different = new Set(lists.map((list) => JSON.stringify(list)));
  expect(keys).toHaveLength(lists.length);
  expect(new Set(keys).size).toBe(different.size);
});

test('of several processes that want an entry one makes it, and all get it complete.', async () => {
  const ended = await Promise.all([1, 2, 3].map(() => runModule(slowly, env())));
  expect(ended.map(({ stdout }) => stdout)).toEqual(['complete\n', 'complete\n', 'complete\n']);
  expect(fs.readFileSync(path.join(cache, 'made'), 'utf8')).toBe('x');
});

test('an entry that could not be made leaves nothing, and is made at the next try.', async () => {
  const failing = `${importing('provide', cacheModule)}
    await provide('entry', () => { throw new Error('no network'); });`;
  expect((await runModule(failing, env())).status).toBe(1);
  expect(fs.readdirSync(cache)).toEqual([]);
  expect((await runModule(slowly, env())).stdout).toBe('complete\n');
});

test('what a killed process left, its lock included, does not stay and does not stop others.', async () => {
  const killed = slowly.replace('await sleep(300)', `process.kill(process.pid, 'SIGKILL')`);
  expect((await runModule(killed, env())).status).toBeNull();
  expect(fs.readdirSync(cache)).toContain('.lock');
  expect((await runModule(slowly, env())).stdout).toBe('complete\n');
  expect(fs.readdirSync(cache).sort()).toEqual(['entry', 'made']);
});
