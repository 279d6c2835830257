import { installed } from '../engine/compiled';
import { writeDirectory } from '../engine/output';
import { withAdvice } from './advice';
import { shippedModel } from './model';
import { sayingWhatMoved } from './moved-values';
import { releaseOf } from './release';
import { report } from './report';

/** Where a command says what is allowed and will not work. */
export type Warn = (text: string) => void;

/** Writes the YAML of one release, from the model that the build compiled: no construct runs. */
export function synth(args: readonly string[], warn: Warn): readonly string[] {
  const model = shippedModel();
  const { releaseName: release, namespace } = model.placement;
  const { values, placement, out } = releaseOf(args, { release, namespace }, 'dist');
  const made = sayingWhatMoved(values, () => installed(model, values, placement));
  const files = withAdvice(made.files);
  const lines = [report(out, files, writeDirectory(out, files))];
  for (const text of made.warnings) warn(text);
  return lines;
}
