/** Questions to a Prometheus, and their answers as tables. */
export { type AskOptions, ask } from './ask';
export { type Answer, type Client, type Get, type Sample, TIMEOUT_SECONDS, prometheusClient } from './client';
export { NoDataError, QueryError } from './errors';
export { format } from './format';
export { type Question, fact, factBy, list, queriesOf } from './question';
export { type Selection, expressionOf } from './selection';
export { type QuerySubject, questionOf } from './subject';
export { type Cell, type Table, tableJson, tableLines } from './table';
