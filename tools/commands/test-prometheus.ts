// npm run test:prometheus: simulated pods, scraped by Prometheus 2 and 3, and simulated history. docs/testing.md says more.
import fs from 'node:fs';
import path from 'node:path';
import { drawAll, startSimulated } from '../pictures';
import { claimAlerts, claimLive, claimRates, claims, measureCost, readCostTable, releases } from '../prometheus';
import { root } from '../setup/index.cjs';

export async function main(): Promise<number> {
  const { oldest, newest } = await releases();
  const suite = claims();
  for (const release of [oldest, newest]) {
    await claimLive(suite, release);
    await claimRates(suite, release);
    await claimAlerts(suite, release);
  }
  await suite.claim('docs/reference/cost.md says what a scrape costs', () => expectCost(newest.prometheus));
  await suite.claim('docs/images shows the dashboard as it is', expectPicture);
  return suite.end();
}

async function expectCost(binary: string): Promise<undefined> {
  const measured = await measureCost(binary);
  const said = readCostTable('measured');
  if (said !== measured) throw new Error(`run "npm run measure:cost": it says\n${said}\nmeasured:\n${measured}`);
}

async function expectPicture(): Promise<undefined> {
  const asked = { preset: 'full', hours: 3, job: 'coder/master-monitor' } as const;
  const source = await startSimulated(asked);
  const drawn = (await drawAll(asked, source)).get('coder-overview');
  await source.stop();
  const shown = fs.readFileSync(path.join(root, 'docs/images/coder-overview.svg'), 'utf8');
  if (shown !== drawn) throw new Error('run "npm run preview" and copy preview/coder-overview.svg there');
}
