/** What a fault does, which alert it is for, and how long that takes. */
export interface Fault {
  readonly description: string;
  /** Name of the alert that has to fire. */
  readonly alert: `Coderd${string}`;
  /** Seconds that the fault has to last until the alert fires, after a healthy past as long as the alert looks back. */
  readonly lasts: number;
  /** `one`: only the last pod is hit, unless the window names others. */
  readonly reach: 'all' | 'one';
}

const minute = 60;
const hour = 3600;
/** What a rate over five minutes needs to forget the time before. */
const ratePeriod = 5 * minute;

const all = (alert: Fault['alert'], lasts: number, description: string): Fault => ({
  description,
  alert,
  lasts,
  reach: 'all',
});
const one = (alert: Fault['alert'], lasts: number, description: string): Fault => ({
  description,
  alert,
  lasts,
  reach: 'one',
});

const API_FAULTS = {
  'api-errors': all('CoderdApiErrorBudgetBurn', 17 * minute, '10 % of the API requests answer 500.'),
  'api-slow': all('CoderdApiLatencyBudgetBurn', 51 * minute, '20 % of the API requests take longer than 500 ms.'),
  'requests-stuck': all('CoderdRequestsStuck', 10 * minute, 'Requests come in, and none is answered.'),
  'requests-refused': all('CoderdRequestsRefused', 22 * minute, 'Nearly all requests are refused with 401 or 403.'),
  'traffic-gone': all('CoderdTrafficGone', 12 * minute, 'No websocket is open, and few requests come in.'),
};

const TARGET_FAULTS = {
  'scrape-down': one('CoderdScrapeDown', 11 * minute, 'One pod lives, but its metrics endpoint does not answer.'),
  'all-scrapes-down': all('CoderdDown', 6 * minute, 'All pods are there, but no metrics endpoint answers.'),
  'targets-absent': all('CoderdTargetsAbsent', 11 * minute, 'There is no pod at all.'),
  'replica-gone': one('CoderdReplicasBelowDesired', 21 * minute, 'One pod is gone.'),
  'coderd-metrics-missing': one(
    'CoderdMetricsIncomplete',
    21 * minute,
    'One pod serves metrics of the Go runtime only.',
  ),
  'crash-loop': one('CoderdPodCrashLooping', 14 * minute, 'One pod starts anew every 4 minutes.'),
  'all-crash-loop': all('CoderdCrashLooping', 14 * minute, 'Every pod starts anew every 4 minutes.'),
  'scrape-errors': all('CoderdScrapeErrors', 21 * minute, 'Half of the scrapes are counted with code 500.'),
  'scrape-slow': all('CoderdScrapeSlow', 16 * minute, 'The metrics endpoint takes 9 s to answer.'),
};

const LICENSE_FAULTS = {
  'license-expires-soon': all(
    'CoderdLicenseExpiresSoon',
    hour + minute,
    'The license ends 20 days after the fault begins.',
  ),
  'license-expires-now': all('CoderdLicenseExpiresNow', 6 * minute, 'The license ends 5 days after the fault begins.'),
  'license-expired': all('CoderdLicenseExpired', 7 * minute, 'The license ends as the fault begins.'),
  'license-seats-almost-used': all('CoderdLicenseSeatsAlmostUsed', hour + minute, '95 % of the seats are used.'),
  'license-seats-exhausted': all('CoderdLicenseSeatsExhausted', 16 * minute, 'All seats are used.'),
  'license-unknown': all('CoderdLicenseUnknown', hour + minute, 'No pod knows of a license.'),
  'license-views-differ': one('CoderdLicenseViewsDiffer', 31 * minute, 'One pod still knows an older license.'),
};

const JOB_FAULTS = {
  'jobs-not-starting': all('CoderdJobsNotStarting', 21 * minute, 'Background jobs are enqueued, but none starts.'),
  'job-queue-growing': all(
    'CoderdJobQueueGrowing',
    38 * minute,
    'Background jobs start at half the rate of the enqueued ones.',
  ),
  'jobs-not-completing': all(
    'CoderdJobsNotCompleting',
    55 * minute,
    'Only 20 % of the started background jobs complete.',
  ),
  'job-enqueue-slow': all(
    'CoderdJobEnqueueSlow',
    15 * minute + ratePeriod + minute,
    'Most background jobs wait for minutes.',
  ),
  'workspace-build-slow': all('CoderdWorkspaceBuildSlow', 41 * minute, 'Most workspace builds take half an hour.'),
};

const DATABASE_FAULTS = {
  'database-slow': all(
    'CoderdDatabaseSlow',
    15 * minute + ratePeriod + minute,
    '15 % of the SQL queries take about 2 s.',
  ),
  'database-stalled': all(
    'CoderdDatabaseStalled',
    5 * minute + ratePeriod + minute,
    'No SQL query ends while requests flow.',
  ),
};

const NETWORK_FAULTS = {
  'agent-listeners-dropped': all('CoderdAgentListenersDropped', 6 * minute, '80 % of the agents are gone at once.'),
  'turn-share-high': all('CoderdTurnShareHigh', 111 * minute, '95 % of the workspace connections are relayed.'),
  'turn-churn': all('CoderdTurnChurn', 15 * minute + ratePeriod + minute, 'Connections are opened over and over.'),
};

const PROCESS_FAULTS = {
  'fd-exhaustion': all('CoderdFdExhaustion', 11 * minute, '90 % of the file descriptors are open.'),
  'memory-near-limit': all(
    'CoderdMemoryNearLimit',
    17 * minute,
    'Resident memory climbs to 94 % of the limit in a minute.',
  ),
  'goroutine-leak': all(
    'CoderdGoroutineLeak',
    3 * hour + 2 * minute,
    'There are 5200 goroutines, and one more each second.',
  ),
  'gc-pressure': all('CoderdGcPressure', 32 * minute, 'The garbage collector takes 20 % of the CPU time.'),
  'scheduler-latency-high': all(
    'CoderdSchedulerLatencyHigh',
    15 * minute + ratePeriod + minute,
    'Goroutines wait for 200 ms (p99).',
  ),
};

/**
 * The faults by name: one for each alert. `lasts` follows the windows and the `for` of the alerts at their defaults, with a margin
 * of a minute; where targets vanish it covers the 5 minutes in which a backfilled series is still found.
 */
export const FAULTS = {
  ...API_FAULTS,
  ...TARGET_FAULTS,
  ...LICENSE_FAULTS,
  ...JOB_FAULTS,
  ...DATABASE_FAULTS,
  ...NETWORK_FAULTS,
  ...PROCESS_FAULTS,
} satisfies Record<string, Fault>;

/** Name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** All names of faults. */
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

/** Whether a text names a fault. */
export function isFaultName(text: string): text is FaultName {
  return Object.hasOwn(FAULTS, text);
}

/** A fault that is on in `[from, to)`. */
export interface FaultWindow {
  readonly fault: FaultName;
  /** Unix time in seconds. */
  readonly from: number;
  /** Unix time in seconds; default: the fault does not end. */
  readonly to?: number;
  /** Names of the pods that are hit; default: all, or the last one if the fault's reach is `one`. */
  readonly pods?: readonly string[];
}
