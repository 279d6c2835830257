import { UsageError, parse } from './arguments';
import { CheckError, readObjects } from './check-objects';
import { rulesIn, verdict } from './check-rules';
import { monitorsIn } from './check-targets';

/**
 * Compares what rules select with what the monitors beside them find; returns a line for each object with rules.
 *
 * @throws CheckError with a line for each object whose rules do not find their pods, or when there is nothing to compare.
 */
export function check(args: readonly string[]): readonly string[] {
  const { positionals } = parse(args, {}, true);
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0)
    throw new UsageError(`expected one file, one directory or -, got ${String(positionals.length)} of them`);
  const objects = readObjects(place);
  const [monitors, rules] = [monitorsIn(objects), rulesIn(objects)];
  if (monitors.length === 0) throw nothing(place, 'a PodMonitor or a ServiceMonitor');
  if (rules.length === 0) throw nothing(place, 'a PrometheusRule of coderd');
  const verdicts = rules.map((one) => verdict(one, monitors));
  const wrong = verdicts.filter(({ isWrong }) => isWrong);
  if (wrong.length > 0) throw new CheckError(wrong.map(({ line }) => line).join('\n'));
  return verdicts.map(({ line }) => line);
}

function nothing(place: string, what: string): CheckError {
  return new CheckError(`${place}: expected ${what} among the objects, got none; check a whole installation`);
}
