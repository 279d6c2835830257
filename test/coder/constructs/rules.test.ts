import { Testing } from 'cdk8s';
import { Coder } from '../../../src/coder/constructs';

interface Rules {
  readonly kind: string;
  readonly spec: { readonly groups: readonly { readonly name: string; readonly interval?: string }[] };
}

/** Prometheus looks back 5 minutes for a value: a result that is written more seldom has gaps. */
const LOOK_BACK_MINUTES = 5;

test('every group of rules is evaluated so often that its results have no gaps', () => {
  const chart = Testing.chart();
  new Coder(chart, 'coder');
  const rules = (Testing.synth(chart) as readonly Rules[]).find(({ kind }) => kind === 'PrometheusRule');
  const minutes = rules?.spec.groups.flatMap(({ interval }) =>
    interval === undefined ? [] : Number(/^(\d+)m$/.exec(interval)?.[1]),
  );
  expect(minutes).not.toEqual([]);
  expect(minutes?.filter((each) => !(each < LOOK_BACK_MINUTES))).toEqual([]);
});
