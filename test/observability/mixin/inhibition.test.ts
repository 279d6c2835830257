import { type Alert, type RuleFile, inhibitRules } from '../../../src/observability/mixin';
import { isHeld } from '../../../tools/incidents';
import { ALERTS, MIXIN } from '../../support/mixin';

const RULES = MIXIN.ruleFile('full');
const PLACE = { namespace: 'coder', job: 'coder/master-monitor' };
const INHIBIT = inhibitRules(MIXIN, { rules: RULES });

/** Labels of an alert that fires. */
function firing(alertname: string, labels: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { alertname, severity: 'warning', ...PLACE, ...labels };
}

/** The rules with another severity of an alert; without any, it is off. */
function withSeverity(name: string, severity?: string): RuleFile {
  const groups = RULES.groups.map(({ rules = [], ...group }) => ({
    ...group,
    rules: rules.flatMap((rule) => {
      if (rule.alert !== name) return [rule];
      return severity === undefined ? [] : [{ ...rule, labels: { ...rule.labels, severity } }];
    }),
  }));
  return { groups };
}

describe('what an alert says, another is', () => {
  const saying = ALERTS.filter(({ saidBy = [] }) => saidBy.length > 0);

  test('an alert that there is', () => {
    const names = ALERTS.map(({ name }) => name);
    expect(saying.flatMap(({ saidBy = [] }) => saidBy).filter((name) => !names.includes(name))).toEqual([]);
    expect(saying.length).toBeGreaterThan(10);
  });

  test('never itself, not even through others: all of them would be silent', () => {
    const said = (name: string): readonly string[] => ALERTS.find((one) => one.name === name)?.saidBy ?? [];
    const reach = (name: string, seen: readonly string[]): readonly string[] =>
      said(name).flatMap((by) => (seen.includes(by) ? [by] : [by, ...reach(by, [...seen, by])]));
    expect(ALERTS.filter(({ name }) => reach(name, []).includes(name)).map(({ name }) => name)).toEqual([]);
  });

  test('is as urgent', () => {
    const pairs = INHIBIT.slice(0, -1).flatMap((rule) => namesIn(rule.target_matchers[0]));
    expect(pairs).toHaveLength(saying.flatMap(({ saidBy = [] }) => saidBy).length);
  });
});

/** The alerts that a matcher names. */
function namesIn(matcher = ''): readonly string[] {
  return matcher.replace(/^alertname=~?"|"$/g, '').split('|');
}

describe('while all pods are down', () => {
  const down = firing('CoderdDown', { severity: 'critical' });
  const one = firing('CoderdScrapeDown', { pod: 'coderd-a' });

  test('nobody hears of each of them', () => {
    expect(isHeld(one, [down], INHIBIT)).toBe(true);
    expect(isHeld(down, [one], INHIBIT)).toBe(false);
  });

  test.each([{ namespace: 'other' }, { job: 'other' }, { cluster: 'b' }])('somebody hears of another: %j', (labels) => {
    expect(isHeld({ ...one, ...labels }, [down], INHIBIT)).toBe(false);
  });

  test('somebody hears of it where that is more urgent, or nobody knows how urgent, or where the other is off', () => {
    const held = (rules: RuleFile): boolean => isHeld(one, [down], inhibitRules(MIXIN, { rules }));
    expect(held(withSeverity('CoderdDown', 'info'))).toBe(false);
    expect(held(withSeverity('CoderdScrapeDown', 'P1'))).toBe(false);
    expect(held(withSeverity('CoderdScrapeDown', 'critical'))).toBe(true);
    expect(held(withSeverity('CoderdDown'))).toBe(false);
  });
});

test('what one pod says, another does not', () => {
  const held = (pod: string): boolean =>
    isHeld(firing('CoderdScrapeDown', { pod: 'coderd-a' }), [firing('CoderdPodCrashLooping', { pod })], INHIBIT);
  expect([held('coderd-a'), held('coderd-b')]).toEqual([true, false]);
});

test('of the rules of a burn rate the most urgent calls, and an objective says nothing of another', () => {
  const fast = firing('CoderdApiErrorBudgetBurn', { severity: 'critical', long: '1h' });
  const slow = firing('CoderdApiErrorBudgetBurn', { long: '3d' });
  expect([isHeld(slow, [fast], INHIBIT), isHeld(fast, [slow], INHIBIT)]).toEqual([true, false]);
  expect(isHeld(firing('CoderdApiLatencyBudgetBurn', { long: '3d' }), [fast], INHIBIT)).toBe(false);
  expect(isHeld(fast, [{ ...fast, long: '6h' }], INHIBIT)).toBe(false);
});

test('a label of clusters has another name if that is given', () => {
  const rules = inhibitRules(MIXIN, { rules: RULES, clusterLabel: 'region' });
  expect(rules.filter(({ equal }) => !equal.includes('region') || equal.includes('cluster'))).toEqual([]);
});

test('an alert that was added is said by those that it names', () => {
  const [shipped] = ALERTS as readonly [Alert];
  const own = MIXIN.with({ alerts: [{ ...shipped, name: 'CoderdOwn', saidBy: ['CoderdTargetsAbsent'] }] });
  const rules = inhibitRules(own, { rules: own.ruleFile('full') });
  const target = firing('CoderdOwn', { severity: 'critical' });
  expect(isHeld(target, [firing('CoderdTargetsAbsent', { severity: 'critical' })], rules)).toBe(true);
  expect(inhibitRules(own.without('CoderdOwn'), { rules: own.ruleFile('full') })).toEqual(INHIBIT);
});
