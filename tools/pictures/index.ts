/** The dashboards as pictures, with the data of a Prometheus. */
export { dataSourceOf } from './data-source';
export { type Asked, drawAll, sourceAt, startSimulated } from './draw';
