import type { Mixin } from '../../src/observability/mixin';

type Test = ReturnType<Mixin['unitTests']>[number]['tests'][number];
type Series = Test['input_series'][number];

/**
 * Scenarios of an installation beside another one in the same Prometheus, of which the rules are not: what shows must be what shows alone.
 * Each scenario meets one of the same rule that ends otherwise, so that one installation is sick and the other is not.
 */
export function besideAnother(tests: readonly Test[]): readonly Test[] {
  return tests.flatMap((test) => {
    const others = tests.filter((one) => one !== test && subjectOf(one) === subjectOf(test));
    const neighbour = others.find((one) => isSilent(one) !== isSilent(test)) ?? others[0];
    if (neighbour === undefined) return [];
    const { promql_expr_test: expected = [] } = test;
    return [
      {
        name: `${test.name}; beside it, ${neighbour.name}`,
        interval: test.interval,
        input_series: [...test.input_series, ...neighbour.input_series.map(elsewhere)],
        promql_expr_test: expected,
      },
    ];
  });
}

/** The alert or the record that a scenario is about: the first word of its name. */
export function subjectOf({ name }: Pick<Test, 'name'>): string {
  return name.split(' ', 1)[0] ?? '';
}

export function isSilent({ promql_expr_test: [first] = [] }: Test): boolean {
  return first?.exp_samples.length === 0;
}

/** The same pods, in another namespace and job. */
function elsewhere({ series, values }: Series): Series {
  return { series: series.replace(/\b(job|namespace)="[^"]*"/g, '$1="elsewhere"'), values };
}
