// npm run measure:cost: measures what a scrape costs and writes the table of docs/reference/cost.md.
import { goComponent } from '../components';
import { measureCost, writeCostTable } from '../prometheus';

export async function main(): Promise<number> {
  const table = await measureCost(await goComponent('prometheus'));
  writeCostTable(table);
  console.log(table);
  return 0;
}
