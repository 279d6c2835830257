import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/index.cjs';

const page = path.join(root, 'docs/reference/cost.md');

/** What of the page is measured: what a scrape costs, and what the rules do. */
export type CostTable = 'measured' | 'rules';

function placeOf(table: CostTable): RegExp {
  return new RegExp(`(?<=<!-- ${table}: begin -->\\n\\n)[^]*?(?=\\n\\n<!-- ${table}: end -->)`);
}

/** The table on the page that shows what was measured. */
export function readCostTable(table: CostTable): string {
  return placeOf(table).exec(fs.readFileSync(page, 'utf8'))?.[0] ?? '';
}

/** Puts another table on the page. */
export function writeCostTable(table: CostTable, measured: string): void {
  const text = fs.readFileSync(page, 'utf8');
  fs.writeFileSync(
    page,
    text.replace(placeOf(table), () => measured),
  );
}
