/** The least number up to a greatest one from which on something holds; it holds for the greatest. */
export function firstOf(greatest: number, holds: (number: number) => boolean): number {
  let [below, least] = [0, greatest];
  while (least - below > 1) {
    const middle = Math.floor((below + least) / 2);
    if (holds(middle)) least = middle;
    else below = middle;
  }
  return least;
}
