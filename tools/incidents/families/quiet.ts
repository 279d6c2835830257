// What nobody must hear of.
import type { Incident } from '../incident';
import { calm } from '../minute';
import { NAMES } from '../series';
import { BEGIN, allRequests, changed, gone, pods, restarting, steady } from './courses';

const LEAVE = { call: 'leave' } as const;

/** Requests an hour: from a quiet night to a busy day. */
const LOADS = [10, 48, 108, 400, 1000, 10_000];

/** Some requests of a quiet installation fail, together or one after the other. */
function fewErrors(): readonly Incident[] {
  return LOADS.flatMap((load) =>
    [1, 2, 3].flatMap((errors) =>
      [0, 7].map((apart) => ({
        kind: 'Few requests fail',
        title: `${errors} of ${load} an hour${apart === 0 ? ' at once' : `, ${apart} minutes apart`}`,
        minutes: 300,
        pods: pods(1, () =>
          changed(steady(load), (minute, since) => ({
            requests: { ...minute.requests, '500': since === 0 || apart > 0 ? errorsAt(since, errors, apart) : 0 },
          })),
        ),
        verdict: LEAVE,
      })),
    ),
  );
}

function errorsAt(since: number, errors: number, apart: number): number {
  if (apart === 0) return errors;
  return since % apart === 0 && since / apart < errors ? 1 : 0;
}

/** Load of a day and a night: at most so many requests an hour, at night a thousandth of it. */
function days(): readonly Incident[] {
  return [100, 20_000].map((load) => ({
    kind: 'Day and night',
    title: `${load} requests an hour at noon`,
    minutes: 1440,
    pods: pods(2, () => (at) => {
      const level = Math.max(0.001, Math.sin((Math.PI * at) / 720));
      const minute = calm(load * level);
      return { ...minute, agents: Math.round(5 + 60 * level), websockets: Math.round(60 * level) };
    }),
    verdict: LEAVE,
  }));
}

function weekend(): Incident {
  return {
    kind: 'The week ends',
    title: 'everybody leaves within 3 hours',
    minutes: 300,
    pods: pods(2, () => (at) => {
      const level = Math.max(0.002, Math.min(1, 1 - (at - BEGIN) / 180));
      const minute = calm(20_000 * level);
      return { ...minute, agents: Math.round(100 * level), websockets: Math.round(60 * level) };
    }),
    verdict: LEAVE,
  };
}

/** A rolling update: each pod is replaced by a new one, which is not ready for a while. */
function rollouts(): readonly Incident[] {
  return [1, 2, 3].map((count) => ({
    kind: 'Rolling update',
    title: `${count} ${count === 1 ? 'pod' : 'pods'}`,
    minutes: 300,
    pods: {
      ...pods(count, (i) =>
        changed(
          gone(steady(2000), (at) => at > BEGIN + 6 + 5 * i),
          () => ({ isUp: false }),
          { from: BEGIN + 3 + 5 * i },
        ),
      ),
      ...Object.fromEntries(
        Object.entries(
          pods(count, (i) => {
            const start = BEGIN + 5 * i;
            const fresh = calm(2000, start);
            return gone(
              (at) => ({ ...fresh, isUp: at > start, collecting: at < start + 12 ? 0.3 : 0.01 }),
              (at) => at < start,
            );
          }),
        ).map(([name, course]) => [`${name}-new`, course]),
      ),
    },
    watched: { replicas: count },
    verdict: LEAVE,
  }));
}

function restarts(): readonly Incident[] {
  return [1, 3].map((count) => ({
    kind: 'One restart',
    title: `each of ${count} pods once`,
    minutes: 300,
    pods: pods(count, (i) =>
      changed(restarting(steady(2000), 1, { from: BEGIN + 20 * i, times: 1 }), () => ({ collecting: 0.25 }), {
        from: BEGIN + 20 * i,
        to: BEGIN + 20 * i + 12,
      }),
    ),
    watched: { replicas: count },
    verdict: LEAVE,
  }));
}

function fresh(): Incident {
  const start = 5;
  return {
    kind: 'Fresh installation',
    title: 'no users for an hour, then some',
    minutes: 300,
    pods: pods(1, () => (at) => {
      if (at < start) return undefined;
      const isEmpty = at < start + 60;
      const minute = calm(isEmpty ? 0 : 120, start);
      return { ...minute, isUp: at > start + 1, agents: isEmpty ? 0 : 3, collecting: at < start + 15 ? 0.3 : 0.02 };
    }),
    verdict: LEAVE,
  };
}

/** A metric does not reach Prometheus, on a day on which jobs wait for a moment now and then. */
function dropped(): readonly Incident[] {
  return NAMES.map((name) => ({
    kind: 'A metric is dropped',
    title: name,
    minutes: 150,
    pods: pods(2, () => changed(steady(6000), (_, since) => ({ queue: since % 3 === 0 ? 0 : 1 }), { from: 0 })),
    dropped: [name],
    watched: { replicas: 2 },
    verdict: name === 'coderd_api_concurrent_requests' ? { call: 'tell', from: 0, within: 60 } : LEAVE,
  }));
}

function short(): readonly Incident[] {
  const one = (kind: string, title: string, course: Incident['pods'][string]): Incident => ({
    kind,
    title,
    minutes: 210,
    pods: pods(1, () => course),
    verdict: LEAVE,
  });
  const to = BEGIN + 10;
  return [
    one(
      'Short trouble',
      'a backup slows the database for 10 minutes',
      changed(steady(2000), () => ({ queryMilliseconds: 2000 }), { to }),
    ),
    one(
      'Short trouble',
      'a burst of 15 jobs',
      changed(steady(2000), (_, t) => ({ queue: 15 - t, enqueued: t === 0 ? 16 : 1, started: 2 }), { to: BEGIN + 15 }),
    ),
    one(
      'Short trouble',
      'one of ten scrapes fails',
      changed(steady(2000), (_, t) => ({ isUp: t % 10 !== 0 })),
    ),
    one(
      'Short trouble',
      'requests are slow for 5 minutes',
      changed(steady(2000), () => ({ slow: 0.3 }), { to: BEGIN + 5 }),
    ),
  ];
}

function scaledDown(): Incident {
  return {
    kind: 'No pods on purpose',
    title: 'replicas is 0',
    minutes: 150,
    pods: {},
    watched: { replicas: 0 },
    verdict: LEAVE,
  };
}

/** A morning: load grows a hundredfold within an hour. */
function morning(): Incident {
  return {
    kind: 'Morning',
    title: 'load grows a hundredfold within an hour',
    minutes: 300,
    pods: pods(2, () => (at) => {
      const level = Math.min(1, Math.max(0.01, (at - BEGIN) / 60));
      const minute = calm(30_000 * level);
      return { ...minute, agents: Math.round(80 * level), goroutines: 900 + Math.round(4000 * level) };
    }),
    watched: { replicas: 2 },
    verdict: LEAVE,
  };
}

/** Some requests of a busy installation fail all day long, as the objective allows. */
function allowed(): Incident {
  return {
    kind: 'Errors within the objective',
    title: '0.05 % of 36,000 requests an hour',
    minutes: 600,
    pods: pods(2, () =>
      changed(
        steady(18_000),
        (minute) => ({
          requests: { '200': allRequests(minute) * 0.9995, '500': allRequests(minute) * 0.0005 },
        }),
        { from: 0 },
      ),
    ),
    watched: { replicas: 2 },
    verdict: LEAVE,
  };
}

/** All of them. */
export function quiet(): readonly Incident[] {
  return [
    ...fewErrors(),
    ...days(),
    weekend(),
    morning(),
    ...rollouts(),
    ...restarts(),
    fresh(),
    ...dropped(),
    ...short(),
    scaledDown(),
    allowed(),
  ];
}
