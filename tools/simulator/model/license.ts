import type { FaultName } from '../faults';
import type { Moment } from '../moment';
import type { Family, Kit } from './kit';

const day = 86400;
const daysLeft = 200;
const term = 365 * day;
const seats = 500;
const users = 250;
const almostAllUsers = 475;
/** How much earlier an older license ends. */
const olderBy = 100 * day;

/** The license: the same on every pod, unless a fault says otherwise. */
export function licenseFamilies(
  kit: Kit,
): Record<
  | 'coderd_license_expires_at_unix'
  | 'coderd_license_issued_at_unix'
  | 'coderd_license_time_until_expires_days'
  | 'coderd_license_user_count'
  | 'coderd_license_user_limit',
  Family
> {
  const midnight = Math.floor(kit.settings.start / day) * day;
  const expires = (m: Moment): number => expiry(m, midnight + daysLeft * day);
  return {
    coderd_license_expires_at_unix: kit.gauge(expires),
    coderd_license_issued_at_unix: kit.gauge((m) => Math.max(0, expires(m) - term)),
    coderd_license_time_until_expires_days: kit.gauge((m) => (expires(m) - m.time) / day),
    coderd_license_user_count: kit.gauge(usedSeats),
    coderd_license_user_limit: kit.gauge(({ on }) => (on.has('license-unknown') ? 0 : seats)),
  };
}

function expiry({ on }: Moment, usual: number): number {
  const [soon, now, ended] = ['license-expires-soon', 'license-expires-now', 'license-expired'].map((name) =>
    on.get(name as FaultName),
  );
  if (on.has('license-unknown')) return 0;
  if (ended !== undefined) return Math.floor(ended);
  if (now !== undefined) return Math.floor(now) + 5 * day;
  if (soon !== undefined) return Math.floor(soon) + 20 * day;
  return on.has('license-views-differ') ? usual - olderBy : usual;
}

function usedSeats({ on }: Moment): number {
  if (on.has('license-seats-exhausted')) return seats;
  return on.has('license-seats-almost-used') ? almostAllUsers : users;
}
