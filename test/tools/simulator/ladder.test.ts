import * as fc from 'fast-check';
import { rung, rungsOf, standing } from '../../../tools/simulator/ladder';

/** The buckets of a histogram as one fault after another left them, and the shares from then on. */
const ladders = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 2,
    maxLength: 6,
  })
  .chain((rungs) => {
    const rising = (of: readonly number[], most: number): readonly number[] =>
      [...of].sort((a, b) => a - b).map((x) => x * most);
    return fc.nat(50).map((began) => ({
      began,
      before: Float64Array.from(
        rising(
          rungs.map(([at]) => at),
          began,
        ),
      ),
      shares: rising(
        rungs.map(([, share]) => share),
        1,
      ),
    }));
  });

type Ladder = { readonly began: number; readonly before: Float64Array; readonly shares: readonly number[] };

function rungsFrom({ began, before, shares }: Ladder): ReturnType<typeof rungsOf> {
  const ladder = { count: 0, round: Math.floor, size: shares.length, shares: () => shares };
  return rungsOf(ladder, before, Float64Array.of(began), new Map());
}

/** All buckets at a count, with the count itself last. */
function bucketsAt(of: Ladder, count: number): readonly number[] {
  return [...of.shares.map((_, i) => rung(rungsFrom(of), i, count)), count];
}

describe('the buckets of a simulated histogram', () => {
  test('go on where they ended', () => {
    fc.assert(
      fc.property(ladders, (of) => {
        expect(bucketsAt(of, of.began)).toEqual([...of.before, of.began].map(Math.floor));
      }),
    );
  });

  test('never rise by more than the larger bucket above, nor fall', () => {
    fc.assert(
      fc.property(ladders, fc.nat(30), fc.nat(5), (of, more, step) => {
        const [a, b] = [of.began + more, of.began + more + step].map((count) => bucketsAt(of, count));
        const rises = (b ?? []).map((value, i) => value - (a?.[i] ?? 0));
        expect(rises).toEqual([...rises].sort((x, y) => x - y));
        expect(rises[0]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('are the whole observations of what is kept with fractions', () => {
    fc.assert(
      fc.property(ladders, fc.nat(30), (of, more) => {
        const count = of.began + more;
        expect([...standing(rungsFrom(of), count)].map(Math.floor)).toEqual(bucketsAt(of, count).slice(0, -1));
      }),
    );
  });
});
