/** Draws dashboards with Grafana's own components, in a browser without a window. */
export { type Drawer, startDrawer } from './draw';
export { typeProblems } from './types';
export {
  type DashboardJson,
  type OverrideJson,
  type PanelJson,
  type Seen,
  type SeenPanel,
  type SeenText,
  type Spec,
  type TargetJson,
  THEMES,
} from './shared';
