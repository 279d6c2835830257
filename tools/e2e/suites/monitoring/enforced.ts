import assert from 'node:assert/strict';
import { hasData } from '../../../prometheus';
import { type Claim, eventually } from '../../claims';
import { activeTargets, ruleGroups } from '../../monitoring';
import type { WatchedStack } from './stack';

const prometheuses = '/apis/monitoring.coreos.com/v1/namespaces/monitoring/prometheuses';
const label = 'tenant';

/** With `enforcedNamespaceLabel`, the Operator rewrites the PromQL of all rules. */
export async function enforcedClaims(claim: Claim, stack: WatchedStack): Promise<void> {
  const { cluster, prometheus, release } = stack;
  const enforce = (enforcedNamespaceLabel: string | null): Promise<void> =>
    cluster.api.merge(`${prometheuses}/main`, { spec: { enforcedNamespaceLabel } });
  const matcher = `${label}="${release.namespace}"`;
  await enforce(label);
  await claim('with enforcedNamespaceLabel, targets and every rule have the namespace of the release', () =>
    eventually(async () => {
      const targets = await activeTargets(prometheus);
      assert.ok(targets.length > 0 && targets.every(({ labels }) => labels[label] === release.namespace));
      const queries = (await rulesOf(stack)).map(({ query }) => query);
      assert.ok(queries.length > 0);
      assert.deepEqual(
        queries.filter((query) => !query.includes(matcher)),
        [],
      );
    }),
  );
  await claim('so rewritten, the rules still see the pods: what each records of what is scraped has data', () =>
    eventually(async () => {
      // Those that read other records wait for these, a minute or longer.
      const recorded = (await rulesOf(stack)).filter(({ name, query }) => name.includes(':') && !query.includes(':'));
      const answers = await Promise.all(recorded.map(async ({ query }) => hasData(await prometheus.query(query))));
      assert.ok(recorded.length > 0);
      assert.deepEqual(
        recorded.filter((_, index) => answers[index] === false),
        [],
      );
    }),
  );
  await enforce(null);
}

async function rulesOf({
  prometheus,
}: WatchedStack): Promise<readonly { readonly name: string; readonly query: string }[]> {
  return (await ruleGroups(prometheus)).flatMap(({ rules }) => rules);
}
