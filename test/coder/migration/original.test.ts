import { migrated } from '../../../src/coder/migration';
import type { Case } from '../../support/law';
import { coder } from '../../docs/coder';
import { leavesOf, originalOf } from './leaves';
import { SCENARIOS, type Scenario } from './scenarios';

/** What docs/deviations.md says of mounted Secrets: two volumes have names of their own. */
const RENAMED: Readonly<Record<string, string>> = { authority: 'trusted-certificate', password: 'pgpassword' };

function withNamesOfHere(scenario: Scenario): Scenario {
  const secrets = (scenario.secrets ?? []).map(
    ([volume, secret, path]) => [RENAMED[volume] ?? volume, secret, path] as const,
  );
  return { ...scenario, secrets };
}

test.each(Object.entries(SCENARIOS))(
  "of %s, the Deployment has every leaf that Coder's own chart makes, and no other",
  (_, scenario) => {
    const { values, keys } = migrated(scenario.values);
    const left = keys.filter(({ isLeft }) => isLeft).map(({ from }) => from);
    expect(left.filter((from) => !from.startsWith('postgres.default.enable'))).toEqual([]);
    expect(leavesOf(coder(values as Case['values']))).toEqual(originalOf(withNamesOfHere(scenario)));
  },
);
