import { number } from '../../../src/engine/values';
import { alert, runbookPages } from '../../../src/observability/mixin';
import { above, max } from '../../../src/observability/promql';
import { MIXIN, PROMQL } from '../../support/mixin';

const USERS = max(PROMQL.gauge('coderd_license_user_count'), ['job']);

const manyUsers = alert({
  name: 'CoderdManyUsers',
  group: 'license',
  thresholds: { users: number({ description: 'Users | seats.', default: 500, min: 0 }) },
  rules: ({ users }) => [{ severity: 'critical', for: '7m', query: above(USERS, users) }],
  summary: ({ label }) => `Many users of ${label('job')}.`,
  description: ({ value }) => value('whole'),
  runbook: {
    meaning: 'Look at CoderdDown first, not at CoderdManyUsers or CoderdUnknown.',
    impact: 'None.',
    diagnosis: [{ text: 'Count.', query: USERS }, 'Ask.'],
    mitigation: ['Buy seats.'],
  },
  scenarios: [],
});

const MINE = MIXIN.with({ alerts: [manyUsers] }).without('CoderdGcPressure');
const PAGES = runbookPages(MINE, { settings: 'metrics' });
const PAGE = PAGES.get('CoderdManyUsers.md') ?? '';

describe('the runbooks of a mixin that a user changed', () => {
  test('are one page for each alert, where its runbook_url leads, and an index', () => {
    const rules = MINE.ruleFile('full', { runbookUrl: 'x' }).groups.flatMap((group) => group.rules ?? []);
    const urls = rules.flatMap(({ annotations }) => annotations?.['runbook_url'] ?? []);
    expect(new Set(urls)).toEqual(
      new Set([...PAGES.keys()].filter((file) => file !== 'README.md').map((file) => `x/${file}`)),
    );
    expect(PAGES.get('README.md')).toContain(
      '| [CoderdManyUsers](CoderdManyUsers.md) | critical | 7m | Many users of _job_. |',
    );
    expect([...PAGES.values()].filter((text) => text.includes('](CoderdGcPressure.md)'))).toEqual([]);
  });

  test('say what the alert says, with links to the pages of other alerts, its query and its settings', () => {
    expect(PAGE).toContain('Look at [CoderdDown](CoderdDown.md) first, not at CoderdManyUsers or CoderdUnknown.');
    expect(PAGE).toContain('max by (job) (coderd_license_user_count{job="coder/master-monitor"}) > 500\n');
    expect(PAGE).toContain('1. Count.\n\n```promql\nmax by (job) (');
    expect(PAGE).toContain('| `metrics.alerts.manyUsers.users` | Users \\| seats. | a number >= 0 | `500` |');
  });

  test('have the names that they are given, those of the example otherwise, and no other', () => {
    const about = (text: string) =>
      MIXIN.with({ alerts: [{ ...manyUsers, runbook: { ...manyUsers.runbook, impact: text } }] });
    const page = (text: string, names?: Readonly<Record<string, string>>) =>
      runbookPages(about(text), names === undefined ? {} : { names }).get('CoderdManyUsers.md');
    expect(page('On @{workload} in @{namespace}.')).toContain('\n\nOn coderd in coder.\n\n');
    expect(() => page('@{toString}', { user: 'a', group: 'b' })).toThrow(
      /^runbook of \w+: expected one of the names user, group, got @\{\w+\}$/,
    );
  });

  test('lead to no page that is not among them, unless they are told where it is', () => {
    const links = (pages: ReadonlyMap<string, string>): ReadonlySet<string> =>
      new Set([...pages.values()].flatMap((text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, to = '']) => to)));
    expect([...links(PAGES)].filter((to) => !PAGES.has(to))).toEqual([]);
    const told = runbookPages(MINE, { reference: '../all.md' });
    expect([...links(told)].filter((to) => !told.has(to))).toEqual(['../all.md']);
  });

  test('name settings by their path in the values or props, which are at the top unless it is said', () => {
    expect(runbookPages(MINE).get('CoderdManyUsers.md')).toContain('`alerts.manyUsers.users`');
  });
});
