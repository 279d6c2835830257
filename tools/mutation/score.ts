/** What the reports of Stryker say, as rows of a table. */
import fs from 'node:fs';
import { fields, listOf, mapOf, parseJson, text } from '../read';

const reportShape = fields({ files: mapOf(fields({ mutants: listOf(fields({ status: text })) })) });

/** One row of the table: killed ones, those that ended in a loop, those that no test noticed, and those no test came to. */
export function rowOf(room: string, file: string): string {
  const { files } = parseJson(fs.readFileSync(file, 'utf8'), reportShape, file);
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (status: string): number => all.filter((one) => one === status).length;
  const [killed, timeout, survived, missed] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const valid = killed + timeout + survived + missed;
  const score = `${((100 * (killed + timeout)) / valid).toFixed(1)} %`;
  return line([`\`${room}\``, score, ...[valid, killed, timeout, survived, missed].map(String)]);
}

const HEAD = ['Room', 'Score', 'Mutants', 'Killed', 'Loops', 'Survived', 'Not reached'];

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const [begin, end] = ['<!-- begin mutants: made by npm run test:mutation -->', '<!-- end mutants -->'];

/** A page with rows put into its table; the rows of other rooms stay. */
export function withRows(page: string, rows: readonly string[]): string {
  const [head = '', rest = ''] = page.split(begin);
  const [table = '', tail = ''] = rest.split(end);
  const roomOf = (row: string): string => row.split('|')[1]?.trim() ?? '';
  const known = new Map(
    table
      .split('\n')
      .filter((row) => row.startsWith('| `'))
      .map((row) => [roomOf(row), row]),
  );
  for (const row of rows) known.set(roomOf(row), row);
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const lines = [line(HEAD), line(HEAD.map(() => '---')), ...sorted];
  return `${head}${begin}\n\n${lines.join('\n')}\n\n${end}${tail}`;
}
