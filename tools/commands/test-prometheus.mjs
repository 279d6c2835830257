// npm run test:prometheus: simulated pods, scraped by Prometheus 2 and 3, and simulated history. --help is in docs/testing.md.
import fs from 'node:fs';
import path from 'node:path';
import { debianPrometheus, goComponents } from '../components/index.mjs';
import { claims } from '../prometheus/claims.mjs';
import { claimAlerts } from '../prometheus/alerts.mjs';
import { costPage, costTableIn } from '../prometheus/cost-page.mjs';
import { costTable, measureCost } from '../prometheus/cost.mjs';
import { claimLive, startPods, startScraping } from '../prometheus/live.mjs';
import { claimRates } from '../prometheus/rates.mjs';
import { drawAll, startSimulated } from '../preview/command/draw.mjs';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';
import { root } from '../setup/root.mjs';

await runScript(async () => {
  await setUp();
  const releases = [
    { title: 'Prometheus 2.42', name: 'prometheus2', ...(await debianPrometheus()), presets: ['full', 'lean'] },
    {
      title: 'Prometheus 3.15',
      name: 'prometheus3',
      ...(await goComponents(['prometheus', 'promtool'])),
      presets: ['full', 'lean', 'native'],
    },
  ];
  const suite = claims();
  for (const release of releases) {
    await live(suite, release);
    await claimRates(suite, release);
    await claimAlerts(suite, release);
  }
  await suite.claim('docs/reference/cost.md says what a scrape costs', () => expectCost(releases.at(-1)));
  await suite.claim('docs/images shows the dashboard as it is', expectPicture);
  return suite.end();
});

async function live(suite, { title, name, prometheus: binary, presets }) {
  const { pods, stop } = await startPods();
  const scraping = await startScraping({ binary, name, pods, presets });
  await claimLive(suite, { title, pods, ...scraping });
  await scraping.prometheus.stop();
  await stop();
}

async function expectCost({ prometheus }) {
  const measured = costTable(await measureCost(prometheus));
  const said = costTableIn(fs.readFileSync(costPage, 'utf8'));
  if (said !== measured) throw new Error(`run "npm run measure:cost": it says\n${said}\nmeasured:\n${measured}`);
}

async function expectPicture() {
  const asked = { preset: 'full', hours: 3, job: 'coder/master-monitor' };
  const source = await startSimulated(asked);
  const drawn = (await drawAll(asked, source)).get('coder-overview');
  await source.prometheus.stop();
  const shown = fs.readFileSync(path.join(root, 'docs/images/coder-overview.svg'), 'utf8');
  if (shown !== drawn) throw new Error('run "npm run preview" and copy preview/coder-overview.svg there');
}
