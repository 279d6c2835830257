/** Published packages of constructs, whose props are given values of a chart. */
export { problemOf } from './compare';
export { installConstructs } from './install';
export { judge } from './judge';
export { exportsOf, useStandInForDocker } from './load';
export { TRIALS } from './trials';
