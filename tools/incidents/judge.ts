import { BEGIN } from './families/courses';
import type { Incident } from './incident';
import type { Firing } from './timeline';

/** What was wrong about the alerts of an incident. */
export type Fault =
  | 'woken for nothing'
  | 'called for nothing'
  | 'called early'
  | 'nobody called'
  | 'called late'
  | 'called over'
  | 'called again and again'
  | 'held back by Alertmanager';

/** How somebody was called in an incident. */
export interface Judgement {
  readonly incident: Incident;
  /** What fired, the first one first. */
  readonly firings: readonly Firing[];
  /** Minutes until somebody was called as was right; undefined if nobody was. */
  readonly after?: number;
  readonly faults: readonly Fault[];
}

/** Whether those were called who should be, and in time. */
export function judge(incident: Incident, firings: readonly Firing[]): Judgement {
  const { call, from = BEGIN } = incident.verdict;
  const right = firings.filter(({ severity }) => severity === RIGHT[call]);
  const first = Math.min(...right.flatMap(({ minutes }) => minutes));
  return {
    incident,
    firings: [...firings].sort((a, b) => (a.minutes[0] ?? 0) - (b.minutes[0] ?? 0)),
    ...(first < Infinity ? { after: first - from } : {}),
    faults: [...forNothing(incident, firings), ...(call === 'leave' ? [] : lacking(incident, right, first - from))],
  };
}

const RIGHT = { wake: 'critical', tell: 'warning', leave: undefined } as const;

/** Whoever is woken is also told. */
function forNothing({ verdict: { call } }: Incident, firings: readonly Firing[]): readonly Fault[] {
  const has = (severity: string): boolean => firings.some((one) => one.severity === severity);
  if (call === 'wake') return [];
  if (has('critical')) return ['woken for nothing'];
  return call === 'leave' && has('warning') ? ['called for nothing'] : [];
}

function lacking(
  { verdict: { within = Infinity, until } }: Incident,
  right: readonly Firing[],
  after: number,
): readonly Fault[] {
  if (after === Infinity) return ['nobody called'];
  const isOver = until !== undefined && !right.some(({ minutes }) => minutes.includes(until));
  return [
    ...(after < 0 ? (['called early'] as const) : []),
    ...(after > within ? (['called late'] as const) : []),
    ...(isOver ? (['called over'] as const) : []),
    ...(right.some(({ minutes }) => piecesOf(minutes) > 2) ? (['called again and again'] as const) : []),
  ];
}

/** How often an alert began to fire. */
function piecesOf(minutes: readonly number[]): number {
  return minutes.filter((minute, i) => minute - 1 !== minutes[i - 1]).length;
}
