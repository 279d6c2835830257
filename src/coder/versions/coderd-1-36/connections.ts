import type { Expr } from '../../../engine/expr';
import { INSTALLATION, type InstallationLabel } from '../../../observability/mixin';
import {
  type Duration,
  type Query,
  above,
  and,
  minus,
  or,
  recorded,
  recordedMax,
  sum,
  times,
} from '../../../observability/promql';
import type { Recorded } from './groups';
import { gauge } from './promql';

/** How many there are, and how many fewer than 15 minutes before. */
interface Connected {
  readonly now: Recorded<InstallationLabel>;
  readonly lost: Recorded<InstallationLabel>;
}

function connected(name: 'coderd_rtc_agent_listeners_concurrent' | 'coderd_api_concurrent_websockets'): Connected {
  const now: Recorded<InstallationLabel> = {
    record: `namespace_job:${name}:sum`,
    query: sum(gauge(name), INSTALLATION),
    group: 'networking',
  };
  const before = sum(gauge(name, { offset: '15m' }), INSTALLATION);
  // None in the first 15 minutes, when nothing is known of before.
  const query = or(minus(before, recorded(now)), times(0, recorded(now)));
  return { now, lost: { ...now, record: `namespace_job:${name}:lost15m`, query } };
}

/** Agents that are connected, and how many fewer they are than 15 minutes before. */
export const { now: AGENTS, lost: AGENTS_LOST } = connected('coderd_rtc_agent_listeners_concurrent');

/** Websockets that are open, and how many fewer they are than 15 minutes before. */
export const { now: WEBSOCKETS, lost: WEBSOCKETS_LOST } = connected('coderd_api_concurrent_websockets');

/**
 * How many there are, if a part of the most of the last 6 hours was lost at once and has not come back. When people go home they leave one by
 * one, however few are left.
 */
export function stillLost(
  { now, lost }: Connected,
  {
    ratio,
    least,
    since,
  }: {
    readonly ratio: Expr<number> | number;
    readonly least: Expr<number> | number;
    /** How long ago they were lost at most. */
    readonly since: Duration;
  },
): Query<InstallationLabel> {
  const most = recordedMax(now, '6h');
  const wasLost = above(recordedMax(lost, since), times(ratio, most));
  // What is missing now, not what is left: so one ratio says both.
  const isMissing = above(minus(most, recorded(now)), times(ratio, most));
  return and(and(recorded(now), and(wasLost, isMissing)), above(most, least));
}
