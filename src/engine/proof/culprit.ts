import { type Chart } from 'cdk8s';
import { type Model, capture } from '../border';
import { type Expr, HELM_PLACEMENT, type Placement, literal } from '../expr';
import { type Children, type DeclaredValue, at, concreteHandles, leavesOf, put, symbolicHandles } from '../values';
import { firstOf } from './search';

const PLACEMENT: Placement<Expr<string>> = {
  releaseName: literal('sample-release'),
  namespace: literal('sample-namespace'),
};

/** What a message calls the name and namespace of the release. */
export const RELEASE = 'the name or namespace of the release';

/**
 * The error of a model whose values only Helm knows, with the value that it comes of. An error that names a value stays as it is, and so does
 * one that the model has with known values too.
 */
export function withCulprit<C extends Children>(model: Model<C>, error: unknown): unknown {
  if (!(error instanceof Error) || namesValue(error.cause instanceof Error ? error.cause : error)) return error;
  const values = leavesOf(model.values);
  const fails = (unknown: number, placement: Placement<Expr<string>>): boolean =>
    isRefused(model, values.slice(0, unknown), placement);
  if (fails(0, PLACEMENT) || !fails(values.length, HELM_PLACEMENT)) return error;
  const first = fails(0, HELM_PLACEMENT) ? 0 : firstOf(values.length, (unknown) => fails(unknown, HELM_PLACEMENT));
  const culprit = first === 0 ? RELEASE : `values.${values[first - 1]?.path.join('.') ?? ''}`;
  return new Error(computes(culprit, inOneLine(error)), { cause: error });
}

/** Without the names of classes, which say nothing to whoever gave the value. */
function inOneLine({ message }: Error): string {
  return message.replace(/\b\w*Error: /g, '').replace(/\s*\n\s*/g, ' ');
}

/** The message that a construct computes with a value. */
export function computes(culprit: string, how: string): string {
  return `${culprit}: a construct computes with it while the chart is generated: ${how}; compute with a function of the algebra instead`;
}

function namesValue({ message }: Error): boolean {
  return /\bvalues\.\w/.test(message);
}

/** Whether a model fails with some values that only Helm knows, and the defaults of the others. */
function isRefused<C extends Children>(
  { values, build }: Model<C>,
  unknown: readonly DeclaredValue[],
  placement: Placement<Expr<string>>,
): boolean {
  const handles = symbolicHandles(values);
  const given = unknown.reduce((file, { path }) => put(file, path, at(handles, path)), {});
  try {
    const known = (chart: Chart): void => {
      build(chart, concreteHandles(values, given), placement);
    };
    capture(known, placement, { hasHooks: true });
    return false;
  } catch {
    return true;
  }
}
