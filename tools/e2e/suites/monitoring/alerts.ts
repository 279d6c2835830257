import assert from 'node:assert/strict';
import type { FaultName } from '../../../simulator';
import { type Claim, type Outcome, eventually } from '../../claims';
import { firingAlerts } from '../../monitoring';
import type { WatchedStack } from './stack';

/** A fault of the simulator with the alert that it sets off. */
interface Case {
  readonly fault: FaultName;
  /** The name of the alert among the values. */
  readonly setting: string;
  readonly alert: string;
  readonly severity: string;
  readonly perPod?: boolean;
}

const cases: readonly Case[] = [
  { fault: 'scrape-down', setting: 'scrapeDown', alert: 'CoderdScrapeDown', severity: 'warning', perPod: true },
  {
    fault: 'license-expires-now',
    setting: 'licenseExpiresNow',
    alert: 'CoderdLicenseExpiresNow',
    severity: 'warning',
  },
  {
    fault: 'license-seats-exhausted',
    setting: 'licenseSeatsExhausted',
    alert: 'CoderdLicenseSeatsExhausted',
    severity: 'warning',
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
export async function alertClaims(claim: Claim, stack: WatchedStack): Promise<void> {
  await claim('none of the alerts that the faults are for fires while all is well', async () => {
    const [least] = await stack.prometheus.series('min(up)');
    assert.equal(least?.value?.[1], '1', 'the least of up');
    const names = await firingAlerts(stack.prometheus);
    assert.deepEqual(
      cases.filter(({ alert }) => names.includes(alert)),
      [],
    );
  });
  for (const each of cases) {
    const fires = await firesClaim(claim, stack, each);
    await endsClaim(claim, stack, { ...each, fires });
  }
}

function firesClaim(claim: Claim, stack: WatchedStack, each: Case): Promise<Outcome<void>> {
  const { fault, alert } = each;
  const title = `${fault}: ${alert} fires in Prometheus and reaches Alertmanager with its labels`;
  return claim(title, async () => {
    await assertFires(stack, alert, false);
    stack.simulators.fault(fault, true);
    await eventually(() => assertFires(stack, alert, true));
    const { labels, annotations } = await eventually(async () => {
      const found = (await stack.alertmanager.alerts()).find((one) => one.labels['alertname'] === alert);
      assert.ok(found, `${alert} is at Alertmanager`);
      return found;
    });
    const { namespace } = stack.release;
    const { severity, perPod = false } = each;
    const expected = { alertname: alert, severity, team: 'platform', namespace, job: `${namespace}/master-monitor` };
    for (const [name, value] of Object.entries(expected)) assert.equal(labels[name], value, `label ${name}`);
    if (perPod) assert.match(labels['pod'] ?? '', /^coderd-/);
    assert.ok((annotations['summary'] ?? '') !== '', 'a summary');
    assert.equal(annotations['runbook_url'], `https://runbooks.example.com/${alert}.md`);
  });
}

interface Ending extends Case {
  readonly fires: Outcome<void>;
}

async function endsClaim(claim: Claim, stack: WatchedStack, { fault, alert, fires }: Ending): Promise<void> {
  await claim(`${fault} ends: ${alert} is resolved in both`, async () => {
    stack.simulators.fault(fault, false);
    fires.value();
    await eventually(() => assertFires(stack, alert, false));
    await eventually(async () => {
      const names = (await stack.alertmanager.alerts()).map(({ labels }) => labels['alertname']);
      assert.ok(!names.includes(alert), `${alert} is no longer at Alertmanager`);
    });
  });
}

async function assertFires({ prometheus }: WatchedStack, alert: string, expected: boolean): Promise<void> {
  assert.equal((await firingAlerts(prometheus)).includes(alert), expected, `whether ${alert} fires`);
}
