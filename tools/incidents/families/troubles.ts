// What somebody must know by day.
import type { Incident, Verdict } from '../incident';
import { type Course, MIB, type Minute } from '../minute';
import { BEGIN, answered, changed, gone, pods, restarting, steady } from './courses';

function tell(within: number, lasting?: number): Verdict {
  return { call: 'tell', from: BEGIN, within, ...(lasting === undefined ? {} : { until: BEGIN + lasting }) };
}

const CALM = steady(2000);

/** The last of three pods does something else. */
function oneOfThree(title: string, course: Course, within: number): Incident {
  return {
    kind: 'One pod of three',
    title,
    minutes: 300,
    pods: pods(3, (i) => (i === 2 ? course : CALM)),
    watched: { replicas: 3 },
    verdict: tell(within),
  };
}

function singles(): readonly Incident[] {
  return [
    oneOfThree(
      'is down',
      changed(CALM, () => ({ isUp: false })),
      20,
    ),
    oneOfThree(
      'answers one scrape of ten',
      changed(CALM, (_, t) => ({ isUp: t % 10 === 9 })),
      40,
    ),
    oneOfThree(
      'answers three scrapes of ten',
      changed(CALM, (_, t) => ({ isUp: t % 10 > 6 })),
      60,
    ),
    oneOfThree(
      'is gone',
      gone(CALM, (at) => at >= BEGIN),
      30,
    ),
    ...[3, 5, 8, 12, 20].map((every) =>
      oneOfThree(`crashes every ${every} min`, restarting(CALM, every), every < 10 ? 45 : 90),
    ),
    oneOfThree(
      'runs out of memory every 20 min',
      changed(restarting(CALM, 20), (_, t) => ({ memory: (300 + (720 * (t % 20)) / 20) * MIB })),
      90,
    ),
  ];
}

function all(
  kind: string,
  title: string,
  change: (minute: Minute, since: number) => Partial<Minute>,
  rest: Partial<Incident> & { readonly within: number },
): Incident {
  const { within, ...others } = rest;
  return {
    kind,
    title,
    minutes: 300,
    pods: pods(1, () => changed(CALM, change)),
    verdict: tell(within),
    ...others,
  };
}

function licenses(): readonly Incident[] {
  const days = (count: number) => (): Partial<Minute> => ({ licensedUntil: count * 86_400 + BEGIN * 60 });
  return [
    all('License', 'ends in 20 days', days(20), { within: 90 }),
    all('License', 'ends in 5 days', days(5), { within: 90 }),
    all('License', 'all seats are used', () => ({ users: 100 }), { within: 90 }),
    all('License', '95 % of the seats are used', () => ({ users: 95 }), { within: 90 }),
  ];
}

function agents(): readonly Incident[] {
  return [0.2, 0].map((left) =>
    all(
      'Agents lost',
      `${100 * left} % of 60 are left, and stay away`,
      (_, t) => ({ agents: t < 0 ? 60 : 60 * left }),
      {
        within: 30,
        verdict: tell(30, 120),
        pods: pods(1, () =>
          changed(
            changed(CALM, () => ({ agents: 60 }), { from: 0 }),
            () => ({ agents: 60 * left }),
          ),
        ),
      },
    ),
  );
}

function slowness(): readonly Incident[] {
  return [
    all('Database slow', 'queries take 900 ms', () => ({ queryMilliseconds: 900 }), { within: 45 }),
    all('Jobs wait', 'for 10 minutes', () => ({ wait: 590, started: 1 }), { within: 60 }),
    all('Builds slow', 'take 50 minutes', () => ({ build: 3000 }), { within: 90 }),
    all('Jobs do not end', 'one of five does', () => ({ completed: 0.2 }), { within: 90 }),
    all(
      'Queue grows',
      'twice as many jobs enter as start',
      (_, t) => ({ enqueued: 4, started: 2, completed: 2, queue: 2 * t }),
      { within: 75 },
    ),
    all('Requests fail', '0.5 % of 36,000 an hour', answered('500', 0.005), {
      within: 200,
      pods: pods(1, () => changed(steady(36_000), answered('500', 0.005))),
    }),
    all('Requests slow', '4 % of 36,000 an hour', () => ({ slow: 0.04 }), {
      within: 240,
      pods: pods(1, () => changed(steady(36_000), () => ({ slow: 0.04 }))),
    }),
  ];
}

function resources(): readonly Incident[] {
  return [
    all('Memory', '95 % of the limit', () => ({ memory: 973 * MIB }), { within: 60 }),
    all('Garbage collection', 'takes 25 % of the CPU time of a new process', () => ({}), {
      within: 60,
      verdict: { call: 'tell', from: 0, within: 60 },
      pods: pods(1, () => changed(CALM, () => ({ collecting: 0.25 }), { from: 0 })),
    }),
    // The gauge is a mean since the start of the process, 2000 minutes before it begins.
    all('Garbage collection', 'takes 40 % of the CPU time of an old process', () => ({}), {
      within: 60,
      pods: pods(1, () =>
        changed(
          changed(CALM, () => ({ start: BEGIN - 2000 }), { from: 0 }),
          (_, t) => ({ collecting: (0.01 * 2000 + 0.4 * t) / (2000 + t) }),
        ),
      ),
    }),
    all('CPU short', 'goroutines wait 300 ms for it', () => ({ waiting: 0.3 }), { within: 45 }),
    all('Goroutines leak', '60 a minute', (_, t) => ({ goroutines: 6000 + 60 * t }), { within: 260 }),
    all('Scrapes', 'take 9.5 s', () => ({ scrape: 9.5 }), { within: 30 }),
    all('Scrapes', 'every third is an error', () => ({ failedScrapes: 0.33 }), { within: 60 }),
    all('Connections', 'are opened repeatedly', () => ({ connections: 60, relayed: 50 }), { within: 60 }),
  ];
}

/** All of them. */
export function troubles(): readonly Incident[] {
  return [...singles(), ...licenses(), ...agents(), ...slowness(), ...resources()];
}
