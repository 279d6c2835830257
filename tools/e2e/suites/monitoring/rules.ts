import assert from 'node:assert/strict';
import { hasData, queriesOf } from '../../../prometheus';
import { fields, listOf, optional, text } from '../../../read';
import { type Claim, eventually } from '../../claims';
import { ruleGroups } from '../../monitoring';
import type { Manifest } from '../../kubernetes';
import { dashboardsIn } from './dashboards';
import type { WatchedStack } from './stack';

const rule = fields({ alert: optional(text), record: optional(text) });
const prometheusRule = fields({ spec: fields({ groups: listOf(fields({ rules: listOf(rule) })) }) });

export async function ruleClaims(claim: Claim, { prometheus, rendered }: WatchedStack): Promise<void> {
  const wanted = rendered.filter(({ kind }) => kind === 'PrometheusRule').flatMap(namesOfRules);
  await claim(`all ${wanted.length} rules of the chart are loaded and healthy`, () =>
    eventually(async () => {
      const loaded = (await ruleGroups(prometheus)).flatMap(({ rules }) => rules);
      assert.ok(wanted.length > 0);
      assert.deepEqual(loaded.map(({ name }) => name).sort(), [...wanted].sort());
      assert.deepEqual(
        loaded.filter(({ health }) => health !== 'ok').map(({ name, health, lastError }) => [name, health, lastError]),
        [],
      );
    }),
  );
}

function namesOfRules({ object }: Manifest): readonly string[] {
  const { groups } = prometheusRule(object, 'PrometheusRule').spec;
  return groups.flatMap(({ rules }) => rules.map(({ alert, record }) => alert ?? record ?? 'nameless'));
}

/** What Grafana would put in the place of the variables. */
const variables = { __rate_interval: '30s', __range: '1m', __interval: '5s', job: '.+', pod: '.+' };

export async function panelClaims(claim: Claim, { prometheus, rendered, release }: WatchedStack): Promise<void> {
  const dashboards = rendered.flatMap(dashboardsIn);
  const known = { ...variables, namespace: release.namespace };
  const queries = dashboards.flatMap((dashboard) => queriesOf(dashboard, known));
  await claim(`all ${queries.length} queries of the ${dashboards.length} dashboards of the chart have data`, () =>
    eventually(async () => {
      assert.ok(queries.length > 0);
      const answers = await Promise.all(queries.map(async ({ expr }) => hasData(await prometheus.query(expr))));
      const empty = queries.filter(({ mayBeEmpty }, index) => answers[index] === false && !mayBeEmpty);
      assert.deepEqual(
        empty.map(({ place }) => place),
        [],
      );
    }),
  );
}
