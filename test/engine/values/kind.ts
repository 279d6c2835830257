import { type Leaf, section } from '../../../src/engine/values';
import { problemsOf, witnessOf } from './witness';

/** What every value of the tables is for. */
export const ABOUT = 'What it is.';
export const TEXT = 'text, a number in quotes, without control characters';

/** What is said of a kind of values. */
export interface Kind {
  readonly leaf: Leaf;
  readonly type: string;
  readonly tsType: string;
  readonly accepted: readonly unknown[];
  /** Each with what is said of it, after `values.v`. */
  readonly refused: readonly (readonly [value: unknown, message: string])[];
  /** What JSON Schema cannot refuse, or not at this length: the checks and the templates of a chart do. */
  readonly refusedBeyondSchema?: readonly (readonly [value: unknown, message: string])[];
}

/** Tests that a value of each kind says what it is, and that the checks and a validator of JSON Schema allow what the table says. */
export function describeKinds(kinds: Readonly<Record<string, Kind>>): void {
  describe.each(Object.entries(kinds))('a value that is a %s', (_, kind) => {
    const { leaf, type, tsType, accepted, refused, refusedBeyondSchema = [] } = kind;
    const values = section('Values.', { v: leaf });
    const isAllowed = witnessOf(values);

    test('says what it is', () => {
      const { default: usual } = leaf;
      const schema = { description: ABOUT, default: usual };
      expect(leaf).toMatchObject({ kind: 'leaf', type, tsType, description: ABOUT, schema });
      expect(leaf).not.toHaveProperty('see');
    });

    test.each(accepted.map((v) => [v]))('may be %j', (v) => {
      expect([problemsOf(values, { v }), isAllowed({ v })]).toEqual([[], true]);
    });

    test.each([
      ...refused.map(([v, message]) => [v, message, false] as const),
      ...refusedBeyondSchema.map(([v, message]) => [v, message, true] as const),
    ])('may not be %j', (v, message, isForSchema) => {
      expect([problemsOf(values, { v }), isAllowed({ v })]).toEqual([`values.v${message}`.split('\n'), isForSchema]);
    });
  });
}
