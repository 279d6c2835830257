// What hurts everybody at once.
import type { Incident, Verdict } from '../incident';
import { type Course, MIB } from '../minute';
import { BEGIN, allRequests, answered, changed, gone, pods, restarting, steady } from './courses';

function wake(within: number): Verdict {
  return { call: 'wake', from: BEGIN, within };
}

interface Outage {
  readonly kind: string;
  readonly title: string;
  readonly course: Course;
  readonly within: number;
  readonly count?: number;
  readonly minutes?: number;
  readonly watched?: Incident['watched'];
}

function outage({ kind, title, course, within, count = 1, minutes = 210, watched = {} }: Outage): Incident {
  return {
    kind,
    title,
    minutes,
    pods: pods(count, () => course),
    watched: { replicas: count, ...watched },
    verdict: wake(within),
  };
}

/** Requests fail: the fewer there are, the longer it takes until it is certain. */
function failing(): readonly Incident[] {
  const rows = [
    [1, 48, 45],
    [1, 120, 30],
    [1, 1000, 15],
    [1, 36_000, 10],
    [0.5, 120, 45],
    [0.5, 1000, 20],
    [0.2, 1000, 30],
    [0.2, 36_000, 10],
    [0.05, 36_000, 30],
  ] as const;
  return rows.map(([part, load, within]) =>
    outage({
      kind: 'Requests fail',
      title: `${100 * part} % of ${load} an hour`,
      course: changed(steady(load), answered('500', part)),
      within,
    }),
  );
}

/** Everything fails, whatever the objective. */
function objectives(): readonly Incident[] {
  return [0.5, 0.9, 0.93, 0.95, 0.99, 0.999, 0.9999, 0.99999].flatMap((objective) => [
    outage({
      kind: 'All requests fail',
      title: `with an objective of ${objective}`,
      course: changed(steady(2000), answered('500', 1)),
      // One that low says that failing requests are nothing special.
      within: objective < 0.97 ? 45 : 15,
      watched: { slo: { availability: objective } },
    }),
    outage({
      kind: 'All requests are slow',
      title: `with an objective of ${objective}`,
      course: changed(steady(2000), () => ({ slow: 1, concurrent: 4 })),
      within: objective < 0.97 ? 45 : 30,
      watched: { slo: { latency: objective } },
    }),
  ]);
}

function intervals(): readonly Incident[] {
  return [1, 2].map((interval) =>
    outage({
      kind: 'All requests fail',
      title: `with a scrape every ${interval} min`,
      course: changed(steady(2000), answered('500', 1)),
      within: 15,
      watched: { interval },
    }),
  );
}

/** The database does not answer: what came in stays, and more comes in. Health checks may still be answered. */
function hanging(): readonly Incident[] {
  return [120, 1000, 20_000].flatMap((load) =>
    [0, 6].flatMap((probes) =>
      [1, 3].map((count) =>
        outage({
          kind: 'Database hangs',
          title: `${load} requests an hour, ${probes === 0 ? 'nothing' : 'health checks'} answered, ${count} ${count === 1 ? 'pod' : 'pods'}`,
          course: changed(steady(load), (minute, since) => ({
            requests: { '200': probes },
            concurrent: Math.min(2000, 1 + Math.round(allRequests(minute) * since)),
            queries: 0,
            started: 0,
            completed: 0,
            queue: since,
          })),
          within: load < 1000 ? 30 : 15,
          count,
        }),
      ),
    ),
  );
}

function unreachable(): readonly Incident[] {
  return [1, 3].flatMap((count) => [
    outage({
      kind: 'All pods down',
      title: `${count} of ${count}`,
      course: changed(steady(2000), () => ({ isUp: false })),
      within: 10,
      count,
    }),
    outage({
      kind: 'All pods down',
      title: `${count} of ${count}, one scrape of ten is answered`,
      course: changed(steady(2000), (_, since) => ({ isUp: since % 10 === 9 })),
      within: 20,
      count,
    }),
    outage({
      kind: 'All pods down',
      title: `${count} of ${count}, three scrapes of ten are answered`,
      course: changed(steady(2000), (_, since) => ({ isUp: since % 10 > 6 })),
      within: 30,
      count,
    }),
    outage({
      kind: 'All pods gone',
      title: `${count} of ${count}`,
      course: gone(steady(2000), (at) => at >= BEGIN),
      within: 15,
      count,
    }),
  ]);
}

/** All pods restart again and again: each time, everybody is cut off. */
function crashing(): readonly Incident[] {
  return [2, 3, 4, 5, 7, 10, 12, 15, 20].flatMap((every) =>
    [1, 2].map((count) =>
      outage({
        kind: 'All pods crash',
        title: `${count} of ${count}, every ${every} min`,
        course: restarting(steady(2000), every),
        within: every < 10 ? 30 : 75,
        count,
      }),
    ),
  );
}

/** Memory climbs to its limit, and the container is killed. */
function killed(): readonly Incident[] {
  return [20, 30].map((every) =>
    outage({
      kind: 'All pods run out of memory',
      title: `killed every ${every} min`,
      course: changed(restarting(steady(2000), every), (_, since) => ({
        memory: (300 + (720 * (since % every)) / every) * MIB,
      })),
      within: 4 * every,
      minutes: 300,
    }),
  );
}

/** Nothing reaches coderd any more, or nobody is let in. */
function cutOff(): readonly Incident[] {
  return [2000, 20_000].flatMap((load) => [
    outage({
      kind: 'No traffic',
      title: `${load} requests an hour before, health checks still arrive`,
      course: changed(steady(load), () => ({ requests: { '200': 6 }, websockets: 0, agents: 0, queries: 100 })),
      within: 30,
    }),
    outage({
      kind: 'Every request refused',
      title: `${load} requests an hour with status 401`,
      course: changed(steady(load), answered('401', 1)),
      within: 30,
    }),
  ]);
}

function jobs(): readonly Incident[] {
  return [1, 0.1].map((rate) =>
    outage({
      kind: 'No job starts',
      title: `${rate} a minute enter the queue`,
      course: changed(steady(2000), (_, since) => ({
        enqueued: rate,
        queue: Math.ceil(rate * (since + 1)),
        started: 0,
        completed: 0,
      })),
      within: 45,
    }),
  );
}

function licenseEnded(): Incident {
  return outage({
    kind: 'License',
    title: 'has ended',
    course: changed(steady(2000), () => ({ licensedUntil: (BEGIN + 1) * 60 }), { from: 0 }),
    within: 60,
  });
}

function filesUsed(): Incident {
  return outage({
    kind: 'File descriptors',
    title: 'all but 30 of 1000 are open',
    course: changed(steady(2000), () => ({ files: 970 })),
    within: 30,
  });
}

/** All of them. */
export function outages(): readonly Incident[] {
  return [
    ...failing(),
    ...objectives(),
    ...intervals(),
    ...hanging(),
    ...unreachable(),
    ...crashing(),
    ...killed(),
    ...cutOff(),
    ...jobs(),
    licenseEnded(),
    filesUsed(),
  ];
}
