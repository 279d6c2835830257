/** The dashboards as Grafana draws them, with the data of a Prometheus, and what must be seen of them. */
export { type Board, boardsOf, specOf } from './boards';
export { runPictures } from './suite';
export { type Simulated, type Source, sourceAt, startSimulated } from './source';
