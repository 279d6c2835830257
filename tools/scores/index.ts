/** Scores the manifests of dist and of the examples with tools that others made. */
export { type Exception, problemsOf, readExceptions } from './exceptions';
export { type Finding, type Score } from './score';
export { runScores } from './run';
export { type Column, tableOf } from './table';
