/** Questions to a Prometheus, and their answers as tables. */
export { type AskOptions, ask } from './ask';
export { type Answer, type Client, type Get, type Sample, TIMEOUT_SECONDS, prometheusClient } from './client';
export { NoDataError, QueryError } from './errors';
export { type CellUnit, format } from './format';
export {
  type AlertsQuestion,
  type Fact,
  type FactsQuestion,
  type ListColumn,
  type ListQuestion,
  type MetricsQuestion,
  type Question,
  type QuestionBase,
  fact,
  factBy,
  list,
  queriesOf,
} from './question';
export { type Scope, expressionOf } from './selection';
export { type QuerySubject, questionOf } from './subject';
export { type AnswerColumn, type Cell, type Table, tableJson, tableLines } from './table';
