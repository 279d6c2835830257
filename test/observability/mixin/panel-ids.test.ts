import * as fc from 'fast-check';
import {
  type Dashboard,
  type DashboardRow,
  dashboardJson,
} from '../../../src/observability/mixin/dashboards/dashboard';
import { timeSeries } from '../../../src/observability/mixin/dashboards/graph';
import { idsOf } from '../../../src/observability/mixin/dashboards/ids';
import { line } from '../../../src/observability/mixin/dashboards/panel';
import { DASHBOARDS, MIXIN, PROMQL } from '../../support/mixin';

const ADDED = timeSeries({
  title: 'One more',
  how: 'How to read it.',
  lines: [line(PROMQL.gauge('go_goroutines'), 'one')],
});

/** Ids by title; titles of the project's own panels differ. */
function idsByTitle(dashboard: Dashboard): ReadonlyMap<string, number> {
  const { panels } = dashboardJson(dashboard, { subject: MIXIN.profile, preset: 'full', markers: {} });
  return new Map(panels.map(({ type, title, id }) => [`${type === 'row' ? 'row ' : ''}${title}`, id]));
}

/** A dashboard with a panel more, once for each place where it can be. */
function withOneMore({ rows, ...dashboard }: Dashboard): readonly Dashboard[] {
  return rows.flatMap((row, i) =>
    [...row.panels, undefined].map((_, place) => {
      const larger: DashboardRow = { ...row, panels: row.panels.toSpliced(place, 0, ADDED) };
      return { ...dashboard, rows: rows.with(i, larger) };
    }),
  );
}

describe('a panel keeps its id, and the links to it', () => {
  test.each(DASHBOARDS.map((dashboard) => [dashboard.title, dashboard] as const))(
    'whatever panel is put before or behind it: %s',
    (_, dashboard) => {
      const before = [...idsByTitle(dashboard)];
      expect(new Set(before.map(([title]) => title)).size).toBe(
        dashboard.rows.flatMap((row) => [row, ...row.panels]).length,
      );
      for (const larger of withOneMore(dashboard)) {
        const after = idsByTitle(larger);
        expect(after.size).toBe(before.length + 1);
        expect(before.filter(([title, id]) => after.get(title) !== id)).toEqual([]);
      }
    },
  );

  test('whatever the names are, ids differ, and are what Grafana takes', () => {
    const names = fc.array(fc.oneof(fc.string(), fc.constantFrom('A', "A'", '')), { maxLength: 60 });
    fc.assert(
      fc.property(names, (list) => {
        const ids = idsOf(list);
        expect(new Set(ids).size).toBe(list.length);
        for (const id of ids) expect(Number.isInteger(id) && id > 0 && id < 2 ** 31).toBe(true);
      }),
    );
  });
});
