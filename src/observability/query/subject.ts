import type { Catalogue } from '../metrics';
import type { Query } from '../promql';
import type { Question } from './question';

/** The program that is asked about. */
export interface QuerySubject {
  /** What messages call it. */
  readonly program: string;
  /** What the program publishes; questions name nothing else. */
  readonly metrics: Catalogue;
  /** Has a series for each installation that Prometheus watches or watched until now. */
  readonly installations: Query<'namespace' | 'job'>;
  /** A gauge without labels that each of its processes always shows: how old data is, is read from it. By default nobody asks. */
  readonly presence?: string;
  /** Beginning of the names of its alerts. */
  readonly alertPrefix: string;
  /** Every question, in the order in which they are listed. */
  readonly questions: readonly Question[];
}

/** The question with a name; `undefined` if there is none. */
export function questionOf({ questions }: QuerySubject, name: string): Question | undefined {
  return questions.find((question) => question.name === name || question.aliases?.includes(name) === true);
}
