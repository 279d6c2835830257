import { type Course, type Minute, calm } from '../minute';

/** Minute at which things begin to go wrong: after a healthy past. */
export const BEGIN = 70;

/** The pods of an installation by name. */
export type Pods = Readonly<Record<string, Course>>;

/** Pods that all do the same. */
export function pods(count: number, course: (index: number) => Course): Pods {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`coderd-${'abcdef'[i] ?? ''}`, course(i)]));
}

/** All is well, at so many requests an hour. */
export function steady(requestsPerHour: number): Course {
  const minute = calm(requestsPerHour);
  return () => minute;
}

/** A course that is changed from a minute on, to another one by default for good. */
export function changed(
  course: Course,
  change: (minute: Minute, since: number) => Partial<Minute>,
  { from = BEGIN, to = Infinity }: { readonly from?: number; readonly to?: number } = {},
): Course {
  return (at) => {
    const minute = course(at);
    if (minute === undefined || at < from || at >= to) return minute;
    return { ...minute, ...change(minute, at - from) };
  };
}

/** A course whose pod is not there in some minutes. */
export function gone(course: Course, isGone: (minute: number) => boolean): Course {
  return (at) => (isGone(at) ? undefined : course(at));
}

/** A process that starts anew every so many minutes from a minute on, and does not answer for the first of them. */
export function restarting(
  course: Course,
  every: number,
  { from = BEGIN, times = Infinity }: { readonly from?: number; readonly times?: number } = {},
): Course {
  return (at) => {
    const minute = course(at);
    const turn = Math.min(Math.floor((at - from) / every), times - 1);
    if (minute === undefined || turn < 0) return minute;
    const start = from + turn * every;
    return { ...minute, start, isUp: at !== start };
  };
}

/** All requests of a minute, with some status. */
export function allRequests({ requests }: Minute): number {
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}

/** A part of the requests has another status. */
export function answered(code: string, part: number): (minute: Minute) => Partial<Minute> {
  return (minute) => {
    const all = allRequests(minute);
    return { requests: { '200': all * (1 - part), [code]: all * part } };
  };
}
