import type { Ended } from '../process';
import type { Subject } from './subjects';

/** What a tool finds fault with. */
export interface Finding {
  /** The tool and its own word for the check: `kube-score/pod-probes`. */
  readonly check: string;
  /** The name of the subject. */
  readonly subject: string;
  /** The object, and what the tool says of it. */
  readonly what: string;
}

/** What a tool says of a subject. */
export interface Score {
  readonly subject: string;
  /** What it looked at and found well: checks, pods or objects. */
  readonly passed: number;
  readonly findings: readonly Finding[];
  /** Objects that a release of Kubernetes is too old for. */
  readonly newer?: number;
}

/** Something that scores subjects. */
export interface Tool {
  /** Its name, and its version where it has one of its own. */
  readonly title: string;
  readonly score: (subjects: readonly Subject[]) => Promise<readonly Score[]>;
}

/** One subject after the other: each of the tools uses all cores itself, or is quick. */
export async function inTurn(
  subjects: readonly Subject[],
  score: (subject: Subject) => Promise<Score>,
): Promise<readonly Score[]> {
  const scores: Score[] = [];
  for (const subject of subjects) scores.push(await score(subject));
  return scores;
}

/** What a tool printed that ended well, or, by its exit code, found something. Throws an Error if it failed. */
export function printedBy(tool: string, { status, error, stdout, stderr }: Ended): string {
  if (status === 0 || status === 1) return stdout;
  throw new Error(`${tool} failed: ${error?.message ?? stderr.trim()}`);
}
