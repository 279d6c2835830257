import type { GrafanaPanel } from '../../../src/observability/mixin/dashboards/grafana';
import { type Filled, EVERY_DASHBOARD, panelsOf, selectorsOf } from './dashboards-support';

/** The metrics that a panel shows; a recorded series and an alert are none. */
const metricsOf = ({ targets }: GrafanaPanel<number>): readonly string[] => [
  ...new Set(
    targets.flatMap(({ expr }) => selectorsOf(expr).map(({ name }) => name.replace(/_(?:bucket|count|sum)$/, ''))),
  ),
];

/** Metrics of whole dashboards: what `up` and the start of a process tell is shown anywhere, and tells nothing more there. */
const shownBy = (board: Filled): ReadonlySet<string> =>
  new Set(
    panelsOf(board)
      .flatMap(({ panel }) => metricsOf(panel))
      .filter((name) => /^(?:coderd|process|go)_/.test(name)),
  );

const overviews = EVERY_DASHBOARD.filter(({ json }) => json.uid === 'coder-overview');

test.each(overviews)(
  'each panel of the overview links to a dashboard that tells more of its metrics: $preset',
  (overview) => {
    const others = EVERY_DASHBOARD.filter(({ preset, json }) => preset === overview.preset && json !== overview.json);
    const dead = panelsOf(overview).flatMap(({ where, panel }) => {
      const metrics = metricsOf(panel);
      const telling = others.filter((board) => metrics.some((name) => shownBy(board).has(name)));
      const [link] = panel.links ?? [];
      const isRight =
        telling.length === 0 || telling.some(({ json }) => link?.url.startsWith(`/d/${json.uid}?`) === true);
      return isRight ? [] : [where];
    });
    expect(dead).toEqual([]);
    expect(overview.json.panels.length).toBeGreaterThan(10);
  },
);
