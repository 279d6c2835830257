import type { Course } from './minute';

/** Whether somebody must be woken, told by day, or left alone. */
export type Call = 'wake' | 'tell' | 'leave';

/** What is right for people, said from what happens and not from any rule. */
export interface Verdict {
  readonly call: Call;
  /** Minute at which it begins; by default it never does. */
  readonly from?: number;
  /** Minutes within which somebody must know. */
  readonly within?: number;
  /** Minute until which it must not be called over while it goes on; by default not asked. */
  readonly until?: number;
}

/** An installation as its monitoring knows it. */
export interface Watched {
  readonly replicas: number;
  readonly slo: Readonly<Record<string, number>>;
  /** Minutes between two scrapes. */
  readonly interval: number;
}

/** A course of events. */
export interface Incident {
  /** Of which kind, such as `Database hangs`. */
  readonly kind: string;
  /** What tells it apart from others of its kind, such as `120 requests an hour`. */
  readonly title: string;
  readonly minutes: number;
  /** By name of the pod. */
  readonly pods: Readonly<Record<string, Course>>;
  /** Metrics that do not reach Prometheus. */
  readonly dropped?: readonly string[];
  readonly watched?: Partial<Watched>;
  readonly verdict: Verdict;
}
