import { format } from './format';
import { type Place, matchersOf } from './selection';
import type { QuerySubject } from './subject';

/** Scrapes are at most two minutes apart, and one may fail. */
const OLD_SECONDS = 250;

/** How far back a last sample is looked for. */
const LOOK_BACK = '1h';

/**
 * Seconds since the newest sample of what is asked about: a rate of what no pod has said for a while looks like one of now. `undefined` when
 * there is none, or the subject has no series that always is there.
 */
export async function ageOf({ presence }: QuerySubject, { client, asking, time }: Place): Promise<number | undefined> {
  if (presence === undefined) return undefined;
  // Prometheus ends a series with the first scrape that fails: only a look into the past finds it.
  const stamp = `timestamp(${presence}{${matchersOf(asking.selection)}})`;
  const [newest] = await client.query(`time() - max(${stamp} or max_over_time(${stamp}[${LOOK_BACK}:1m]))`, time);
  return newest?.value;
}

/** How old an answer is, in words. */
export function ageLines(age: number | undefined): readonly string[] {
  if (age === undefined) return [];
  const old = format(Math.round(age), 'seconds');
  if (age <= OLD_SECONDS) return [`data: ${old} old`];
  return [`data: ${old} old! No pod has answered a scrape since; what is above was so then, and is not so now`];
}
