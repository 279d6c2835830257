import type { Question } from '../../../../observability/query';
import { ownNames } from '../../../../observability/metrics';
import { METRICS } from '../metrics';
import { RUNTIME_QUESTIONS } from './runtime';
import { USER_QUESTIONS } from './users';
import { WORK_QUESTIONS } from './work';

/** Every question, in the order in which they are listed. */
export const QUESTIONS: readonly Question[] = [
  ...USER_QUESTIONS,
  ...WORK_QUESTIONS,
  ...RUNTIME_QUESTIONS,
  {
    kind: 'alerts',
    name: 'alerts',
    about: 'alerts of coderd that fire or are pending, now',
    window: '5m',
  },
  {
    kind: 'metrics',
    name: 'metrics',
    about: `which of the ${String(ownNames(METRICS).length)} metrics are there, with how many series`,
    window: '5m',
  },
];
