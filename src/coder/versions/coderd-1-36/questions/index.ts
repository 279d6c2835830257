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
    about: 'firing and pending coderd alerts, now',
    window: '5m',
  },
  {
    kind: 'metrics',
    name: 'metrics',
    about: `which of the ${String(ownNames(METRICS).length)} metrics exist, with how many series`,
    window: '5m',
  },
];
