import { emitWarning } from 'node:process';
import type { Construct } from 'constructs';
import { WARNINGS } from '../../engine/border';

/** Says warnings when the construct is synthesized for the first time, as Node says them: on stderr, where they stop nothing. */
export function warnWhenSynthesized(construct: Construct, warnings: readonly string[]): void {
  const left = construct.node.tryGetContext(WARNINGS) === false ? [] : [...warnings];
  construct.node.addValidation({
    validate: () => {
      for (const text of left.splice(0)) emitWarning(text, 'CoderWarning');
      return [];
    },
  });
}
