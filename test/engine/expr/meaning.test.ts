import * as fc from 'fast-check';
import {
  type Json,
  type Tree,
  evaluate,
  isConcrete,
  toExpr,
  literal,
  literalOf,
  simplify,
  ref,
} from '../../../src/engine/expr';
import type { Leaf } from './term';
import { trees } from './terms';

interface Symbols {
  readonly leaf: Leaf;
  readonly values: Readonly<Record<string, Json>>;
}

/** Leaves that only Helm knows, and what it will know of them; `isKnown` says which are literals all the same. */
function symbols(isKnown: (i: number) => boolean = () => false): Symbols {
  const values: Record<string, Json> = {};
  const leaf: Leaf = (value, type) => {
    const i = Object.keys(values).length;
    values[`v${String(i)}`] = value;
    return isKnown(i) ? literal(value) : ref(['in', `v${String(i)}`], type);
  };
  return { leaf, values };
}

function meaning(tree: Tree, values: Json): string {
  return JSON.stringify(evaluate(tree, { values: { in: values }, builtins: { releaseName: '', namespace: '' } }));
}

describe('an expression over every operation means what plain JavaScript says,', () => {
  test('when all values are known later', () => {
    fc.assert(
      fc.property(trees, ({ make, want }) => {
        const { leaf, values } = symbols();
        expect(meaning(make(leaf), values)).toBe(JSON.stringify(want));
      }),
    );
  });

  test('when all are known now: then it is that already', () => {
    fc.assert(
      fc.property(trees, ({ make, want }) => {
        const tree = make(literal);
        expect(JSON.stringify(simplify(tree))).toBe(JSON.stringify(want));
        expect([isConcrete(tree), JSON.stringify(literalOf(toExpr(tree)))]).toEqual([true, JSON.stringify(want)]);
      }),
    );
  });

  test('when some are known now and others later', () => {
    fc.assert(
      fc.property(trees, fc.func(fc.boolean()), ({ make, want }, isKnown) => {
        const { leaf, values } = symbols(isKnown);
        expect(meaning(make(leaf), values)).toBe(JSON.stringify(want));
      }),
    );
  });
});
