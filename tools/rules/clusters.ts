import type { Mixin } from '../../src/observability/mixin';
import { isSilent, subjectOf } from './neighbours';

type Test = ReturnType<Mixin['unitTests']>[number]['tests'][number];
type Series = Test['input_series'][number];
type Expected = NonNullable<Test['promql_expr_test']>[number];

/** The label that tells them apart. */
export const CLUSTER_LABEL = 'cluster';

/** In the eyes of a Prometheus of several clusters nobody knows of one that never had a target. */
const UNKNOWN = ['CoderdTargetsAbsent fires when the job has no targets'];

/**
 * Scenarios in which one Prometheus has two clusters with the same namespaces, jobs and pods: what each shows must be what it shows alone. Each
 * scenario meets one of the same alert that ends otherwise, so that one cluster is sick and the other is not.
 */
export function twoClusterTests(tests: readonly Test[]): readonly Test[] {
  const known = tests.filter(({ name }) => !UNKNOWN.includes(name));
  return known.flatMap((test) => {
    const other = known.find((one) => subjectOf(one) === subjectOf(test) && isSilent(one) !== isSilent(test));
    const next = known.find((one) => one !== test && subjectOf(one) === subjectOf(test));
    const partner = other ?? next;
    return partner === undefined ? [] : [together(test, partner)];
  });
}

function together(one: Test, other: Test): Test {
  const sides = [
    { test: one, cluster: 'a' },
    { test: other, cluster: 'b' },
  ];
  return {
    name: `in cluster a, ${one.name}; in cluster b, ${other.name}`,
    interval: '1m',
    input_series: sides.flatMap(({ test, cluster }) => test.input_series.map((series) => seriesOf(series, cluster))),
    promql_expr_test: sides.flatMap(({ test: { promql_expr_test: [first] = [] }, cluster }) =>
      first === undefined ? [] : [expectedOf(first, cluster), ofNone(first)],
    ),
  };
}

function seriesOf({ series, values }: Series, cluster: string): Series {
  return { series: withMatcher(series, `${CLUSTER_LABEL}="${cluster}"`), values };
}

function withMatcher(selector: string, matcher: string): string {
  return selector.replace(/\{/, `{${matcher}, `);
}

const RECORD = /^round\(([\w:]+), /;

/** What is expected of a scenario alone, of its cluster. A count of alerts has no label of clusters, a record has. */
function expectedOf({ expr, eval_time: time, exp_samples: samples }: Expected, cluster: string): Expected {
  const matcher = `${CLUSTER_LABEL}="${cluster}"`;
  const [, record] = RECORD.exec(expr) ?? [];
  if (record === undefined) return { expr: withMatcher(expr, matcher), eval_time: time, exp_samples: samples };
  return {
    expr: expr.replace(record, `${record}{${matcher}}`),
    eval_time: time,
    exp_samples: samples.map(({ labels, value }) => ({ labels: withMatcher(labels, matcher), value })),
  };
}

/** Nothing is said of no cluster. */
function ofNone({ expr, eval_time: time }: Expected): Expected {
  const [, record] = RECORD.exec(expr) ?? [];
  const [, selector = ''] = /(ALERTS\{[^}]*\})/.exec(expr) ?? [];
  const asked = record === undefined ? withMatcher(selector, `${CLUSTER_LABEL}=""`) : `${record}{${CLUSTER_LABEL}=""}`;
  return { expr: asked, eval_time: time, exp_samples: [] };
}
