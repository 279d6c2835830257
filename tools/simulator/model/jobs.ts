import { around, mixed } from '../distribution';
import type { Active } from '../active';
import type { FlowId } from '../ladder';
import type { Family, Kit, Label, Series } from './kit';

/** Invented types of jobs, with jobs a second and pod. */
const jobTypes = { build_workspace: 0.083, stop_workspace: 0.061, import_image: 0.037, clean_up: 0.019 };

/** coderd's bounds are not published. */
const waitBounds = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];
const runBounds = [1, 5, 10, 30, 60, 120, 300, 600, 1800];
const buildBounds = [10, 30, 60, 120, 180, 240, 300, 600, 900, 1200, 1800, 3600];

const usualWait = around(0.5, 1.8);
const longWait = mixed(usualWait, 0.6, around(150, 4));
const running = around(8, 2.5);
const usualBuild = around(130, 4.5);
const longBuild = mixed(usualBuild, 0.8, around(1800, 5));
const buildsPerSecond = 1 / 60;

interface Job {
  readonly labels: readonly Label[];
  readonly enqueued: FlowId;
  readonly started: FlowId;
  readonly completed: FlowId;
}

// Rounded up, to the nearest and down, the three keep their order, and a job now and then is seen waiting or running.
const [enqueuedRounding, startedRounding, completedRounding] = [Math.ceil, Math.round, Math.floor];

/** Background jobs and builds. */
export function jobFamilies(
  kit: Kit,
): Record<
  | 'coderd_backgroundjob_completed_total'
  | 'coderd_backgroundjob_current_enqueued_jobs'
  | 'coderd_backgroundjob_enqueue_time_seconds'
  | 'coderd_backgroundjob_enqueued_total'
  | 'coderd_backgroundjob_execution_time_seconds'
  | 'coderd_backgroundjob_started_total'
  | 'coderd_background_workspace_build_duration_s',
  Family
> {
  const jobs = Object.entries(jobTypes).map(([type, rate]) => job(kit, type, rate));
  const count = kit.flows.own('jobs', () => buildsPerSecond);
  const builds = (on: Active) => (on.has('workspace-build-slow') ? longBuild : usualBuild);
  return {
    coderd_backgroundjob_enqueued_total: jobs.map((one) => counted(kit, one.labels, one.enqueued, enqueuedRounding)),
    coderd_backgroundjob_started_total: jobs.map((one) => counted(kit, one.labels, one.started, startedRounding)),
    coderd_backgroundjob_completed_total: jobs.map((one) => counted(kit, one.labels, one.completed, completedRounding)),
    coderd_backgroundjob_current_enqueued_jobs: jobs.map((one) => waiting(kit, one)),
    coderd_backgroundjob_enqueue_time_seconds: jobs.flatMap((one) => waitTimes(kit, one)),
    coderd_backgroundjob_execution_time_seconds: jobs.flatMap((one) => runTimes(kit, one)),
    coderd_background_workspace_build_duration_s: kit.histogram({ count, bounds: buildBounds, spread: builds }),
  };
}

function job({ flows, settings }: Kit, type: string, rate: number): Job {
  const enqueued = flows.own('jobs', () => rate);
  const started = flows.part(enqueued, startShare, (on) => startShare(on) === 1);
  const completed = flows.part(started, completeShare, (on) => completeShare(on) === 1);
  return { labels: [[settings.jobTypeLabel, type]], enqueued, started, completed };
}

/** Below 1 the queue grows; as soon as it is 1 again, all that waited starts. */
function startShare(on: Active): number {
  if (on.has('jobs-not-starting')) return 0;
  return on.has('job-queue-growing') ? 0.5 : 1;
}

function completeShare(on: Active): number {
  return on.has('jobs-not-completing') ? 0.2 : 1;
}

function counted(kit: Kit, labels: readonly Label[], flow: FlowId, round: (value: number) => number): Series {
  return { suffix: '', labels, value: kit.rounded(flow, round) };
}

function waiting(kit: Kit, { labels, enqueued, started }: Job): Series {
  const [into, out] = [kit.rounded(enqueued, enqueuedRounding), kit.rounded(started, startedRounding)];
  return { suffix: '', labels, value: (m) => into(m) - out(m) };
}

function waitTimes(kit: Kit, { labels, started }: Job): Family {
  const spread = (on: Active) => (on.has('job-enqueue-slow') ? longWait : usualWait);
  return kit.histogram({ count: started, bounds: waitBounds, spread, labels, round: startedRounding });
}

function runTimes(kit: Kit, { labels, completed }: Job): Family {
  return kit.histogram({
    count: completed,
    bounds: runBounds,
    spread: () => running,
    labels,
    round: completedRounding,
  });
}
