// npm run measure:cost: measures what a scrape and the rules cost and writes the tables of docs/reference/cost.md. Arguments name
// tables, "measured" or "rules"; by default both.
import { goComponents } from '../components';
import { measureCost, measureRulesCost, writeCostTable } from '../prometheus';
import { SetUpError } from '../setup/index.cjs';

export async function main(names: readonly string[]): Promise<number> {
  const programs = await goComponents(['prometheus', 'promtool']);
  const tables = { measured: () => measureCost(programs.prometheus), rules: () => measureRulesCost(programs) };
  const unknown = names.find((name) => !Object.hasOwn(tables, name));
  if (unknown !== undefined)
    throw new SetUpError(`no table "${unknown}": expected ${Object.keys(tables).join(' or ')}`);
  for (const table of ['measured', 'rules'] as const) {
    if (names.length > 0 && !names.includes(table)) continue;
    const measured = await tables[table]();
    writeCostTable(table, measured);
    console.log(measured);
  }
  return 0;
}
