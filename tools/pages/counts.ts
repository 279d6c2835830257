import { coderValues } from '../../src/coder/values';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { leavesOf } from '../../src/engine/values';
import { ownNames } from '../../src/observability/metrics';

const { metrics, mixin } = DEFAULT_VERSION;

/** How many there are of what a text may count. */
const COUNTS: Readonly<Record<string, number>> = {
  values: leavesOf(coderValues()).length,
  alerts: mixin.profile.alerts.length,
  dashboards: mixin.profile.dashboards.length,
  metrics: ownNames(metrics).length,
};

/** A text in which each number of values, alerts, dashboards or metrics is what the declarations say: "31 alerts". */
export function counted(text: string): string {
  return text.replace(
    /\b\d+ (values|alerts|dashboards|metrics)\b/g,
    (_, what: string) => `${String(COUNTS[what])} ${what}`,
  );
}
