// npm run measure:cost: measures what a scrape costs and writes the table of docs/reference/cost.md.
import fs from 'node:fs';
import { goComponents } from '../components/index.mjs';
import { costTable, measureCost } from '../prometheus/cost.mjs';
import { costPage, costTableIn } from '../prometheus/cost-page.mjs';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';

await runScript(async () => {
  await setUp();
  const { prometheus } = await goComponents(['prometheus']);
  const table = costTable(await measureCost(prometheus));
  const text = fs.readFileSync(costPage, 'utf8');
  fs.writeFileSync(
    costPage,
    text.replace(costTableIn(text), () => table),
  );
  console.log(table);
  return 0;
});
