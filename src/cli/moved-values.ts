import type * as Table from '../coder/migration';
import { type Problem, ValuesError, type ValuesFile } from '../engine/values';

/** Runs what checks values; of keys of Coder's own chart, the error says where they went. */
export function sayingWhatMoved<T>(values: ValuesFile, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ValuesError ? new ValuesError(error.problems.flatMap((one) => movesOf(values, one))) : error;
  }
}

function movesOf(values: ValuesFile, problem: Problem): readonly Problem[] {
  if (!problem.got.startsWith('an unknown key')) return [problem];
  const moves = table().movedIn(values, problem.path.replace(/^values\./, ''));
  return moves.length === 0 ? [problem] : moves.map(moveOf);
}

function moveOf({ from, to, gone = 'this chart has no such value' }: Table.MovedKey): Problem {
  const places = to.map((path) => `values.${path}`).join(' and ');
  return {
    path: `values.${from}`,
    expected: `nothing, since ${to.length === 0 ? gone : `it moved to ${places}`}`,
    got: 'a key of Coder\'s own chart; "npx cdk8s-coder migrate" rewrites the file',
  };
}

/** It is loaded with the first mistake, since `synth` needs none of it. */
function table(): typeof Table {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return require('../coder/migration') as typeof Table;
}
