import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { rooms, rowOf, withRows } from '../../../tools/mutation';

const STATUSES = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError'];

test('the score is what was noticed of all that could be', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-coder-'));
  const file = path.join(folder, 'report.json');
  const mutants = STATUSES.map((status) => ({ status }));
  fs.writeFileSync(file, JSON.stringify({ files: { 'a.ts': { mutants }, 'b.ts': { mutants: mutants.slice(0, 3) } } }));
  expect(rowOf('engine/expr', file)).toBe('| `engine/expr` | 75.0 % | 8 | 4 | 2 | 1 | 1 |');
  fs.rmSync(folder, { recursive: true });
});

test('a row takes the place of an older one, and others stay, in order of room', () => {
  const page = (rows: string): string =>
    `before\n\n<!-- begin mutants: made by npm run test:mutation -->\n\n${rows}\n\n<!-- end mutants -->\nafter\n`;
  const head =
    '| Room | Score | Mutants | Killed | Loops | Survived | Not reached |\n| --- | --- | --- | --- | --- | --- | --- |';
  const first = withRows(page(''), ['| `b` | 1 |', '| `c` | 1 |']);
  expect(first).toBe(page(`${head}\n| \`b\` | 1 |\n| \`c\` | 1 |`));
  expect(withRows(first, ['| `c` | 2 |', '| `a` | 2 |'])).toBe(
    page(`${head}\n| \`a\` | 2 |\n| \`b\` | 1 |\n| \`c\` | 2 |`),
  );
});

test('every room has a row in the documentation, and its score is at least 85 %', () => {
  const page = fs.readFileSync(path.join(__dirname, '../../../docs/testing.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(.+?)` +\| +([\d.]+) % +\|/gm)].map(([, room, score]) => ({ room, score }));
  expect(rows.map(({ room }) => room).sort()).toEqual(rooms.toSorted());
  expect(rows.filter(({ score }) => Number(score) < 85)).toEqual([]);
});
