// npm run test:prometheus: simulated pods, scraped by Prometheus 2 and 3, and simulated history. docs/testing.md says more.
import { claimAlerts, claimLive, claimRates, claims, measureCost, readCostTable, releases } from '../prometheus';

export async function main(): Promise<number> {
  const { oldest, newest } = await releases();
  const suite = claims();
  for (const release of [oldest, newest]) {
    await claimLive(suite, release);
    await claimRates(suite, release);
    await claimAlerts(suite, release);
  }
  await suite.claim('docs/reference/cost.md says what a scrape costs', () => expectCost(newest.prometheus));
  return suite.end();
}

async function expectCost(binary: string): Promise<undefined> {
  const measured = await measureCost(binary);
  const said = readCostTable('measured');
  if (said !== measured) throw new Error(`run "npm run measure:cost": it says\n${said}\nmeasured:\n${measured}`);
}
