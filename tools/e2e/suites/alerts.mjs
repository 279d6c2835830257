import assert from 'node:assert/strict';
import { eventually } from '../eventually.mjs';

/** Faults of the simulator with the alert that each sets off, by its setting and its name. */
const cases = [
  { fault: 'scrape-down', setting: 'scrapeDown', alert: 'CoderdScrapeDown', severity: 'warning', perPod: true },
  {
    fault: 'license-expires-now',
    setting: 'licenseExpiresNow',
    alert: 'CoderdLicenseExpiresNow',
    severity: 'critical',
  },
  {
    fault: 'license-seats-exhausted',
    setting: 'licenseSeatsExhausted',
    alert: 'CoderdLicenseSeatsExhausted',
    severity: 'critical',
  },
  {
    fault: 'license-views-differ',
    setting: 'licenseViewsDiffer',
    alert: 'CoderdLicenseViewsDiffer',
    severity: 'warning',
  },
  { fault: 'fd-exhaustion', setting: 'fdExhaustion', alert: 'CoderdFdExhaustion', severity: 'critical', perPod: true },
  {
    fault: 'memory-near-limit',
    setting: 'memoryNearLimit',
    alert: 'CoderdMemoryNearLimit',
    severity: 'warning',
    perPod: true,
  },
];

/** Values that make them fire after seconds; the conditions stay. */
export const shortAlerts = Object.fromEntries(
  cases.map(({ setting }) => [setting, { for: '4s', labels: { team: 'platform' } }]),
);

/** Each fault is on for the time of one claim. */
export async function alertClaims(claim, stack) {
  await claim('none of the alerts that the faults are for fires while all is well', async () => {
    const { result } = await stack.prometheus.query('min(up)');
    assert.equal(result[0]?.value[1], '1', 'the least of up');
    const names = await firing(stack);
    assert.deepEqual(
      cases.filter(({ alert }) => names.includes(alert)),
      [],
    );
  });
  for (const each of cases) await faultClaims(claim, stack, each);
}

async function faultClaims(claim, stack, { fault, alert, severity, perPod }) {
  const hasFired = await claim(
    `${fault}: ${alert} fires in Prometheus and reaches Alertmanager with its labels`,
    async () => {
      assert.ok(!(await firing(stack)).includes(alert), `${alert} is silent before`);
      stack.simulators.fault(fault, true);
      await eventually(async () => assert.ok((await firing(stack)).includes(alert), `${alert} fires`));
      const { labels, annotations } = await eventually(async () => {
        const found = (await stack.alertmanager.alerts()).find((one) => one.labels.alertname === alert);
        assert.ok(found, `${alert} is at Alertmanager`);
        return found;
      });
      const job = `${stack.namespace}/master-monitor`;
      const expected = { alertname: alert, severity, team: 'platform', namespace: stack.namespace, job };
      for (const [name, value] of Object.entries(expected)) assert.equal(labels[name], value, `label ${name}`);
      if (perPod) assert.match(labels.pod, /^coderd-/);
      assert.ok(annotations.summary.length > 0 && annotations.runbook_url.endsWith(`/${alert}.md`));
    },
  );
  await claim(`${fault} ends: ${alert} is resolved in both`, async () => {
    stack.simulators.fault(fault, false);
    assert.ok(hasFired, `${alert} has fired`);
    await eventually(async () => assert.ok(!(await firing(stack)).includes(alert), `${alert} fires no more`));
    await eventually(async () => {
      const names = (await stack.alertmanager.alerts()).map(({ labels }) => labels.alertname);
      assert.ok(!names.includes(alert), `${alert} is no longer at Alertmanager`);
    });
  });
}

async function firing({ prometheus }) {
  const { alerts } = await prometheus.api('alerts');
  return alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
}
