import { DEFAULT_VERSION } from '../coder/versions';
import { nearTo } from '../engine/values';
import { UsageError, parse } from './arguments';
import { coderRunbookFiles } from './coder-files';
import { sayingWhatMoved } from './moved-values';
import { RELEASE_OPTIONS, readRelease } from './release';

/** Prints the page of one alert, with the names of a release. */
export function runbook(args: readonly string[]): readonly string[] {
  const { values: options, positionals } = parse(args, RELEASE_OPTIONS, true);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new UsageError(`expected the name of an alert, such as ${NAMES[0] ?? ''}, got ${saying(positionals)}`);
  const name = alertNamed(given);
  const { values, placement } = readRelease(options, DEFAULT_VERSION.names);
  const page = sayingWhatMoved(values, () => coderRunbookFiles(values, placement)).get(`${name}.md`);
  if (page === undefined) throw new UsageError(`expected an alert that the values of the release make, got ${name}`);
  return [page.trimEnd()];
}

const { alerts, alertPrefix } = DEFAULT_VERSION.mixin.profile;
const NAMES = alerts.map(({ name }) => name);

function saying(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : JSON.stringify(words.join(' '));
}

/** With or without the prefix of all alerts, in upper or lower case. */
function alertNamed(given: string): string {
  const full = given.toLowerCase().startsWith(alertPrefix.toLowerCase()) ? given : `${alertPrefix}${given}`;
  const found = NAMES.find((name) => name.toLowerCase() === full.toLowerCase());
  if (found !== undefined) return found;
  const near = [...new Set([...nearTo(full, NAMES), ...having(given)])];
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${NAMES.join(', ')}`;
  throw new UsageError(`expected the name of an alert, got ${JSON.stringify(given)}: ${hint}`);
}

/** Names with a word in them, if it is more than some letters. */
function having(word: string): readonly string[] {
  return word.length < 4 ? [] : NAMES.filter((name) => name.toLowerCase().includes(word.toLowerCase()));
}
