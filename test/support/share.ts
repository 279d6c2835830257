import process from 'node:process';
import type { HelmMajor } from './helm';

/** Where draws by chance start; `TEST_SEED=2 npm test` draws other cases than usual. */
export const SEED = seedOf(process.env['TEST_SEED'] ?? '0');

/** True in `npm run test:all`: all cases are tried, not a share of them. */
export const IS_WHOLE = process.env['TEST_ALL'] === '1';

function seedOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Error(`TEST_SEED: expected a number of 0 to 99999, got ${JSON.stringify(text)}`);
}

/** A seed for draws that are not those of another place. */
export function seedAt(place: number): number {
  return SEED * 1000 + place;
}

/** One of each `of` things, another with each seed and turn; all of them in `npm run test:all`. */
export function share<T>(things: readonly T[], of: number, turn = 0): readonly T[] {
  return IS_WHOLE ? things : things.filter((_, i) => (i + SEED + turn) % of === 0);
}

/** One of the Helms, another for each turn and with each seed; both in `npm run test:all`. */
export function helmsAt(turn: number): readonly HelmMajor[] {
  return share(['helm3', 'helm4'] as const, 2, turn);
}

/**
 * How a property is tried that does not say it itself.
 *
 * @public
 */
export const PROPERTIES = { seed: seedAt(90), numRuns: count({ few: 30, many: 100 }) };

/** How many cases are tried: few, or in `npm run test:all` many. */
export function count({ few, many }: { readonly few: number; readonly many: number }): number {
  return IS_WHOLE ? many : few;
}
