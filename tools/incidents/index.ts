/** Courses of events over an installation, whom they must reach, and what promtool says of whom they do. */
export { INCIDENTS } from './families';
export { type Held, heldByAlertmanager } from './alertmanager';
export { currentInhibition, isHeld, sent } from './inhibition';
export { type Judgement, judge } from './judge';
export { incidentTables, readIncidentTables, writeIncidentTables } from './page';
export { NAMES } from './series';
export { timelines } from './timeline';
