import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

const page = path.join(root, 'docs/reference/cost.md');
const table = /(?<=<!-- measured: begin -->\n\n)[^]*?(?=\n\n<!-- measured: end -->)/;

/** The table on the page that shows what was measured. */
export function readCostTable(): string {
  return table.exec(fs.readFileSync(page, 'utf8'))?.[0] ?? '';
}

/** Puts another table on the page. */
export function writeCostTable(measured: string): void {
  const text = fs.readFileSync(page, 'utf8');
  fs.writeFileSync(
    page,
    text.replace(table, () => measured),
  );
}
