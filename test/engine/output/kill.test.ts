import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeDirectory } from '../../../src/engine/output';
import { temporaryDirectory } from '../../support/folder';
import { count, share } from '../../support/share';
import { type Write, diesAtCall, killedAfter } from './killed';
import { contentOf, filesOf } from './marks';

const COUNT = 4;

interface Place extends Write {
  readonly parent: string;
}

function place(): Place {
  const parent = temporaryDirectory();
  return { parent, target: path.join(parent, 'out'), count: COUNT };
}

function write({ target }: Place, mark: string): void {
  writeDirectory(target, filesOf(mark, COUNT));
}

/** What a reader finds, and, where that is nothing, what the next run will find. */
function contentsAround({ parent, target }: Place): readonly string[] {
  const old = fs.readdirSync(parent).filter((name) => name.endsWith('-old'));
  return [contentOf(target, COUNT), ...old.map((name) => `old: ${contentOf(path.join(parent, name), COUNT)}`)];
}

/** All that was left after a process died at each of its changes to the file system in turn, or at some of them. */
function leftAfterCalls(before: string | undefined, { step = 1, next = 'next' } = {}): readonly string[] {
  const left: string[] = [];
  for (let call = 1; ; call += step) {
    const at = place();
    if (before !== undefined) write(at, before);
    const died = diesAtCall(at, 'new', call);
    left.push(contentsAround(at).join(', '));
    write(at, next);
    expect([contentOf(at.target, COUNT), fs.readdirSync(at.parent)]).toEqual([next, ['out']]);
    if (!died) return left;
  }
}

describe('a process that is killed at any of its changes to the file system', () => {
  test.each(share(['next', 'before'], 2))(
    'leaves the old content, here or under another name, or the new, and lets the next run write %s',
    (next) => {
      const left = leftAfterCalls('before', { next });
      expect(left.length).toBeGreaterThan(2 * COUNT + 3);
      expect([...new Set(left)]).toEqual([
        'before',
        'nothing, old: before',
        // Between the change of names and the end of the clean-up.
        'new, old: before',
        'new',
      ]);
    },
  );

  test('leaves nothing or all of a new directory', () => {
    expect([...new Set(leftAfterCalls(undefined, { step: count({ few: 4, many: 1 }) }))]).toEqual(['nothing', 'new']);
  });
});

test('a process that is killed at some random moments leaves one of the contents it wrote in turn', async () => {
  const at = place();
  write(at, 'a');
  for (let i = 0; i < count({ few: 3, many: 25 }); i++) {
    expect(await killedAfter(5 + ((i * 37) % 60), at, ['b', 'a'])).toEqual({ signal: 'SIGKILL', stderr: '' });
    const [content = '', ...old] = contentsAround(at);
    expect(['a', 'b', ...(old.length > 0 ? ['nothing'] : [])]).toContain(content);
    expect(['old: a', 'old: b', undefined]).toContain(old[0]);
    write(at, 'a');
    expect([contentOf(at.target, COUNT), fs.readdirSync(at.parent)]).toEqual(['a', ['out']]);
  }
});

test('two processes that write at the same time do not mix their contents', async () => {
  const at = place();
  write(at, 'a');
  const running = { writers: 2 };
  const writer = async (marks: readonly string[]): Promise<void> => {
    const end = await killedAfter(1500, at, marks);
    running.writers--;
    expect(end).toEqual({ signal: 'SIGKILL', stderr: '' });
  };
  const ends = Promise.all([writer(['a', 'b']), writer(['c', 'd'])]);
  const seen = new Set<string>();
  while (running.writers === 2) {
    seen.add(unmovedContent(at.target));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ends;
  write(at, 'next');
  expect([contentOf(at.target, COUNT), fs.readdirSync(at.parent)]).toEqual(['next', ['out']]);
  expect([...seen]).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
  expect(seen).not.toContain('a mixture');
});

/** The content of a directory that was not replaced while it was read. */
function unmovedContent(target: string): string {
  const before = identity(target);
  try {
    const content = contentOf(target, COUNT);
    return identity(target) === before ? content : 'moved';
  } catch {
    return 'moved';
  }
}

/** The number of a directory alone may be given to the next one. */
function identity(target: string): string {
  const { ino, ctimeNs } = fs.statSync(target, { bigint: true, throwIfNoEntry: false }) ?? {};
  return `${String(ino)} ${String(ctimeNs)}`;
}
