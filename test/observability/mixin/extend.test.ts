import { number } from '../../../src/engine/values';
import { alert, unitTestFile } from '../../../src/observability/mixin';
import { above, max, sum } from '../../../src/observability/promql';
import { MIXIN, PROMQL, SERIES } from '../../support/mixin';

const tooManyUsers = alert({
  name: 'CoderdTooManyUsers',
  group: 'license',
  thresholds: { users: number({ description: 'Users.', default: 500, min: 0 }) },
  rules: ({ users }) => [
    { severity: 'info', for: '5m', query: above(max(PROMQL.gauge('coderd_license_user_count'), ['job']), users) },
  ],
  summary: () => 'Many users.',
  description: ({ value }) => value('whole'),
  runbook: { meaning: 'Many.', impact: 'None.', diagnosis: [], mitigation: [] },
  scenarios: [
    {
      title: 'when there are 501',
      series: [SERIES.series('coderd_license_user_count', '501x20')],
      minute: 10,
      fires: [{ severity: 'info' }],
    },
  ],
});

const record = {
  record: 'job:users:sum',
  group: 'license',
  query: sum(PROMQL.gauge('coderd_license_user_count'), ['job']),
};

const MINE = MIXIN.with({ alerts: [tooManyUsers], recordings: [record] }).without('CoderdScrapeSlow', 'coder-jobs');

function named(mixin: typeof MIXIN): readonly (string | undefined)[] {
  return mixin.ruleFile('full').groups.flatMap(({ rules = [] }) => rules.map((rule) => rule.alert ?? rule.record));
}

describe('a mixin that a user changed', () => {
  test('has own alerts and rules with their settings, and none of those taken away', () => {
    const [before, after] = [named(MIXIN), named(MINE)];
    const lost = before.filter((name) => !after.includes(name));
    const won = after.filter((name) => !before.includes(name));
    expect([lost, won]).toEqual([['CoderdScrapeSlow'], ['job:users:sum', 'CoderdTooManyUsers']]);
    expect(Object.keys(MINE.alertSections['tooManyUsers']?.children ?? {})).toEqual([
      'enabled',
      'severity',
      'for',
      'labels',
      'annotations',
      'users',
    ]);
    expect(MINE.profile.dashboards.map(({ uid }) => uid)).not.toContain('coder-jobs');
  });

  test('runs the scenarios of own alerts with the others', () => {
    const license = MINE.unitTests('full').find(({ group }) => group === 'license');
    const names = unitTestFile(license!, ['rules.json']).tests.map(({ name }) => name);
    expect(names).toContain('CoderdTooManyUsers fires when there are 501');
  });

  test('goes on to show the default threshold of an alert that is taken away', () => {
    const runtime = MINE.profile.dashboards.find(({ uid }) => uid === 'coder-runtime')!;
    const hole = MINE.dashboardFile(runtime, 'full').holes.find(({ place }) => place.includes('CoderdScrapeSlow'))!;
    expect(MINE.valueAt(hole, { alerts: {}, slo: {} })).toMatchObject({ node: { tree: expect.any(Number) as number } });
  });

  test('keeps the place of an alert that is changed', () => {
    const changed = MIXIN.with({ alerts: [{ ...tooManyUsers, name: 'CoderdDown', group: 'scrape' }] });
    expect(named(changed)).toEqual(named(MIXIN));
  });

  test('is refused in one line where something would be lost without a word', () => {
    const other = (given: object) => () => MIXIN.with({ alerts: [{ ...tooManyUsers, ...given }] });
    expect(other({ name: 'TooMany' })).toThrow('alert TooMany: expected a name that begins with Coderd');
    expect(other({ group: 'users' })).toThrow('alert CoderdTooManyUsers: expected one of the groups scrape, api, slo');
    expect(() => MIXIN.with({ recordings: [{ ...record, group: 'users' }] })).toThrow(
      /^recording rule job:users:sum: expected one of the groups scrape, api, slo.*, got users$/,
    );
    expect(() => MIXIN.with({ panels: [{ dashboard: 'coder-users', row: 'Users', panels: [] }] })).toThrow(
      /^panels of the row "Users": expected one of the dashboards coder-overview, .*, got coder-users$/,
    );
    expect(() => MIXIN.without('CoderdSlow')).toThrow(
      'expected an alert or a dashboard of the profile, got "CoderdSlow"',
    );
  });
});
