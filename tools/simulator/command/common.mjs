import { SetUpError } from '../../setup/failure.mjs';

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
/** The first Monday after 1970 began, which was a Thursday. */
const firstMonday = 4 * day;

/** When the pods started: the same for all runs within days, so that what is served goes on where a history ended. */
export function startOf({ start }, end, from = end) {
  if (start > from) throw new SetUpError(`--start: ${start} given, at most ${Math.floor(from)} expected`);
  if (start !== undefined) return start;
  const monday = firstMonday + Math.floor((end - day - firstMonday) / week) * week;
  return Math.min(monday, Math.floor(from) - hour);
}

export function podNames({ addresses }) {
  return addresses.each.map((_, i) => `coder-${i}`);
}

/** The faults as windows that do not end before `end`. */
export function faultWindows({ FAULTS, isFaultName }, faults, { end, start, usual }) {
  return faults.map(({ name, since }) => {
    if (!isFaultName(name)) throw new SetUpError(`no fault "${name}": there are ${Object.keys(FAULTS).join(', ')}`);
    return { fault: name, from: Math.max(start, end - (since ?? usual(FAULTS[name]))) };
  });
}
