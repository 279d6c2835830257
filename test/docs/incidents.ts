import { INCIDENTS } from '../../tools/incidents';
import { FAULTS } from '../../tools/simulator';
import { ALERTS, MIXIN } from '../support/mixin';
import { page } from './markdown';

/** What decision 0022 says of the alerts. */
export function alertsAreJudged(): void {
  const queries = MIXIN.ruleFile('full').groups.flatMap(({ rules = [] }) => rules.map(({ expr }) => expr));
  const named = page('docs/decisions/0022-incidents-judge-the-alerts.md').text.match(/`Coderd\w+`/g) ?? [];
  const names = ALERTS.map(({ name }) => `\`${name}\``);
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  expect(queries.filter((query) => / unless .*rate\(/.test(query))).toEqual([]);
  expect(queries.filter((query) => query.includes('increase1h'))).not.toEqual([]);
  expect(INCIDENTS.length).toBeGreaterThan(150);
}

/** What decision 0014 says of them. */
export function alertsAreSimulated(): void {
  const simulated: readonly string[] = Object.values(FAULTS).map(({ alert }) => alert);
  expect(ALERTS.map(({ name }) => name).filter((name) => !simulated.includes(name))).toEqual([]);
  expect(page('tools/prometheus/history.ts').text).toContain('create-blocks-from');
}
