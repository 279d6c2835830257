/** How observations are spread: which part of them is at most a bound, and their mean. */
export interface Distribution {
  atMost(bound: number): number;
  readonly mean: number;
}

/** Log-logistic: the larger the shape, the closer to the median. The mean exists for shapes above 1. */
export function around(median: number, shape: number): Distribution {
  const turn = Math.PI / shape;
  return {
    atMost: (bound) => (bound <= 0 ? 0 : 1 / (1 + (bound / median) ** -shape)),
    mean: shape > 1 ? (median * turn) / Math.sin(turn) : Infinity,
  };
}

/** Of two kinds of observations, `share` (a part of 1) is of the second. */
export function mixed(usual: Distribution, share: number, other: Distribution): Distribution {
  return {
    atMost: (bound) => (1 - share) * usual.atMost(bound) + share * other.atMost(bound),
    mean: (1 - share) * usual.mean + share * other.mean,
  };
}
