import type { Chart } from 'cdk8s';
import type { Children, Handles, Section } from '../values';

/** A model that takes its values as handles. */
export interface Model<C extends Children> {
  /** The declaration of its values. */
  readonly values: Section<C>;
  /** Makes its objects in a chart. */
  readonly build: (chart: Chart, values: Handles<Section<C>>) => void;
}
