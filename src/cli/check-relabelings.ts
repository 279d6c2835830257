import { at, matchesRe2 } from '../engine/values';
import { listAt, textAt } from './check-objects';

/** The value of a label: empty where there is no such label, `undefined` where the objects do not tell it. */
export type LabelValue = string | undefined;

/** Where the labels of pods or Services come from, for `labelmap`. */
export interface LabelSource {
  /** The beginning of the names that Prometheus gives them. */
  readonly prefix: string;
  /** Those of what is found, if that is among the objects. */
  readonly labels?: Readonly<Record<string, unknown>>;
}

/**
 * What a list of relabelings leaves of a label.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export function labelAfter(
  endpoint: unknown,
  list: 'relabelings' | 'metricRelabelings',
  label: string,
  [before, source]: readonly [LabelValue, LabelSource?],
): LabelValue {
  return listAt(endpoint, [list]).reduce<LabelValue>((value, step) => after(step, label, value, source), before);
}

/** They select targets, and change no label. */
const SELECTING = ['keep', 'drop', 'keepequal', 'dropequal'];

function after(step: unknown, label: string, before: LabelValue, source?: LabelSource): LabelValue {
  const action = textAt(step, ['action']).toLowerCase();
  if (SELECTING.includes(action)) return before;
  switch (action) {
    case 'labeldrop':
      return matchesRe2(regexOf(step), label) ? '' : before;
    case 'labelkeep':
      return matchesRe2(regexOf(step), label) ? before : '';
    case 'labelmap':
      return mayMap(step, label, source) ? undefined : before;
    default:
      return written(step, label, before);
  }
}

function written(step: unknown, label: string, before: LabelValue): LabelValue {
  const target = textAt(step, ['targetLabel']);
  if (target === label) return constantOf(step);
  return mayBecome(label, target) ? undefined : before;
}

const ANYTHING = '(.*)';

function regexOf(step: unknown): string {
  return given(step, 'regex', ANYTHING);
}

/** A field, or what Prometheus takes where it is not there or empty. */
function given(step: unknown, field: string, otherwise: string): string {
  const text = textAt(step, [field]);
  return text === '' ? otherwise : text;
}

/** A group of the regular expression, as a replacement names it. */
const GROUP = /\$(?:\{\w+\}|\w)/;

/** Whether a text is a label once its groups are filled in. */
function mayBecome(label: string, text: string): boolean {
  const parts = text.split(GROUP).map((part) => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(label);
}

/** Labels of what is found are known where it is among the objects. Nobody knows all the others that Prometheus finds. */
function mayMap(step: unknown, label: string, source?: LabelSource): boolean {
  const [regex, replacement] = [regexOf(step), given(step, 'replacement', '$1')];
  const isOwn = source !== undefined && [`${source.prefix}(.+)`, `${source.prefix}(.*)`].includes(regex);
  if (isOwn && /^\$(1|\{1\})$/.test(replacement))
    return source.labels === undefined || Object.hasOwn(source.labels, label);
  return mayBecome(label, replacement);
}

/** What a relabeling writes in any case. */
function constantOf(step: unknown): LabelValue {
  const isPlain = /^(replace)?$/i.test(textAt(step, ['action'])) && regexOf(step) === ANYTHING;
  const replacement = at(step, ['replacement']);
  return isPlain && typeof replacement === 'string' && !replacement.includes('$') ? replacement : undefined;
}
