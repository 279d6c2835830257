import type { Chart } from 'cdk8s';
import type { Expr, Placement } from '../expr';
import type { Children, Handles, Section } from '../values';

/** A cdk8s model whose values are declared: written as a chart, and for given values as plain YAML. */
export interface Model<C extends Children> {
  /** The values that an installer may set. */
  readonly values: Section<C>;
  /**
   * Builds the model in a chart of cdk8s. `asText` and its like turn the handles into what constructs take that know nothing of them. For a
   * Helm chart it is called some thirty times: once for the chart, and then with known values, to compare.
   *
   * @param placement the release and its namespace, for names that are made of them
   */
  readonly build: (chart: Chart, values: Handles<Section<C>>, placement: Placement<Expr<string>>) => void;
}
