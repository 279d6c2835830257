/** What one pod of coderd does in one minute. Counts are of that minute; the rest is as it stands at its end. */
export interface Minute {
  /** Whether the scrape is answered. */
  readonly isUp: boolean;
  /** Minute in which the process started. */
  readonly start: number;
  /** Requests by status. */
  readonly requests: Readonly<Record<string, number>>;
  /** Part of the requests that take about two seconds; the others take some milliseconds. */
  readonly slow: number;
  /** Requests and websockets that are open. */
  readonly concurrent: number;
  readonly websockets: number;
  /** Queries of the database, and the milliseconds that each takes. */
  readonly queries: number;
  readonly queryMilliseconds: number;
  /** Background jobs: in the queue, and how many entered it, began and ended. */
  readonly queue: number;
  readonly enqueued: number;
  readonly started: number;
  readonly completed: number;
  /** Seconds that a job waits, and that a build takes. */
  readonly wait: number;
  readonly build: number;
  /** Agents that are connected; connections to workspaces that were opened, and those of them that are relayed. */
  readonly agents: number;
  readonly connections: number;
  readonly relayed: number;
  readonly memory: number;
  readonly goroutines: number;
  readonly files: number;
  /** Part of the CPU time that the garbage collector takes. */
  readonly collecting: number;
  /** Seconds that a goroutine waits for a processor. */
  readonly waiting: number;
  /** Unix time at which the license ends; 0 without one. */
  readonly licensedUntil: number;
  readonly users: number;
  readonly seats: number;
  /** Seconds that the scrape takes. */
  readonly scrape: number;
  /** Scrapes that coderd answered with an error. */
  readonly failedScrapes: number;
}

/** Bytes of a MiB. */
export const MIB = 1024 ** 2;

/** The memory limit of every pod, in MiB. */
export const LIMIT = 1024;

const DAY = 86_400;

/** A minute in which all is well, at so many requests an hour. */
export function calm(requestsPerHour: number, start = -600): Minute {
  const requests = requestsPerHour / 60;
  return {
    isUp: true,
    start,
    requests: { '200': requests },
    slow: 0,
    concurrent: Math.ceil(requests / 600),
    websockets: 30,
    queries: 60 + 9 * requests,
    queryMilliseconds: 3,
    queue: 0,
    enqueued: 1,
    started: 1,
    completed: 1,
    wait: 1,
    build: 120,
    agents: 40,
    connections: 2,
    relayed: 0.4,
    memory: 400 * MIB,
    goroutines: 900,
    files: 200,
    collecting: 0.01,
    waiting: 0.0001,
    licensedUntil: 300 * DAY,
    users: 50,
    seats: 100,
    scrape: 0.05,
    failedScrapes: 0,
  };
}

/** What a pod does over time; undefined where Prometheus knows no such pod. */
export type Course = (minute: number) => Minute | undefined;
