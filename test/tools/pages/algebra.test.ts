import * as fs from 'node:fs';
import * as path from 'node:path';
import * as algebra from '../../../src/engine/expr';
import { symbolicHandles } from '../../../src/engine/values';
import {
  ALGEBRA_PAGE,
  EXAMPLE_VALUES,
  algebraFunctions,
  algebraPage,
  described,
  evaluateExample,
} from '../../../tools/pages';
import { ROOT } from '../../docs/markdown';

/** Every operation; the compiler knows when one is missing here. */
const OPERATIONS: Readonly<Record<algebra.Op['op'], true>> = {
  literal: true,
  ref: true,
  builtin: true,
  variable: true,
  interpolate: true,
  firstNonEmpty: true,
  ifElse: true,
  equals: true,
  atMost: true,
  hasItem: true,
  textsAt: true,
  firstText: true,
  not: true,
  and: true,
  or: true,
  isSet: true,
  nonEmpty: true,
  shortenName: true,
  replaceEnding: true,
  fileText: true,
  namedTemplate: true,
  optional: true,
  merge: true,
  concat: true,
  mergeByName: true,
  namedItems: true,
  each: true,
  call: true,
};

const FUNCTIONS = algebraFunctions(ROOT);

/** The operations in a tree, and the functions that it calls. */
function usedIn(tree: unknown): readonly string[] {
  if (algebra.isExpr(tree)) {
    const { node } = tree;
    return [node.op, ...(node.op === 'call' ? [node.name] : []), ...usedIn(node)];
  }
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(usedIn) : [];
}

const usedByExamples = FUNCTIONS.flatMap(({ example }) =>
  usedIn(evaluateExample(example, symbolicHandles(EXAMPLE_VALUES))),
);

describe('the reference of the algebra', () => {
  test('is current; if not, run "npm start" and commit it', () => {
    expect(fs.readFileSync(path.join(ROOT, ALGEBRA_PAGE), 'utf8')).toBe(algebraPage(ROOT));
  });

  test('has an example of each operation, and of each function of values', () => {
    const missing = [...Object.keys(OPERATIONS), ...Object.keys(algebra.FUNCTIONS)].filter(
      (name) => !usedByExamples.includes(name),
    );
    expect(missing).toEqual([]);
  });

  test.each(FUNCTIONS.map(({ name, example }) => [name, example]))('shows of %s a call of it: %s', (name, example) => {
    expect(example).toMatch(new RegExp(`^${name}\\b`));
  });

  test('says what is refused, and what odd inputs are', () => {
    const oddOf = (name: string): string | undefined => FUNCTIONS.find((one) => one.name === name)?.odd;
    expect(oddOf('divide')).toMatch(/^By 0 it is 0/);
    expect(oddOf('split')).toBe(
      'Of the empty text, one piece that is empty. Refused when the separator is not known, or empty.',
    );
  });

  test.each([
    ['expected an @example of more, got none', 'src/engine/expr/words.ts', 'A text.'],
    [
      'expected a file that tools/pages/algebra.ts has a heading for',
      'src/engine/expr/more.ts',
      'A text.\n\n@example a',
    ],
  ])('is not written otherwise: %s', (message, source, comment) => {
    expect(() => described({ name: 'more', source, comment, declarations: [] })).toThrow(message);
  });
});
