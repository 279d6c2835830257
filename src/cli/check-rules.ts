import { DEFAULT_VERSION } from '../coder/versions';
import { at, matchesRe2 } from '../engine/values';
import { type WrittenMatcher, type WrittenSelector, selectorsIn } from './check-selectors';
import { type FinishedObject, listAt } from './check-objects';
import type { Monitor, Target } from './check-targets';

/** A PrometheusRule, and the selectors in it that are meant to find coderd. */
export interface Rules extends FinishedObject {
  /** In order. */
  readonly selectors: readonly WrittenSelector[];
}

/** What is said of a PrometheusRule. */
export interface Verdict {
  /** For people. */
  readonly line: string;
  /** Whether the rules see nothing. */
  readonly isWrong: boolean;
}

/** The rules about coderd among some objects, whatever they are called. */
export function rulesIn(objects: readonly FinishedObject[]): readonly Rules[] {
  const rules = objects.filter(({ kind }) => kind === 'PrometheusRule');
  return rules
    .map((object) => ({ ...object, selectors: listAt(object.content, ['spec', 'groups']).flatMap(selectorsOf) }))
    .filter(({ selectors }) => selectors.length > 0);
}

const { groupPrefix } = DEFAULT_VERSION.mixin.profile;
/** Metrics that nobody but coderd has, and what rules record of them. */
const OWN_METRIC = new RegExp(`(^|:)${groupPrefix}_`);

/** All in our groups; in those of a user, those that can only be meant for coderd. */
function selectorsOf(group: unknown): readonly WrittenSelector[] {
  const all = listAt(group, ['rules']).flatMap((rule) => selectorsIn(String(at(rule, ['expr']))));
  const isOurs = String(at(group, ['name'])).startsWith(`${groupPrefix}-`);
  return isOurs ? all : all.filter(({ metric }) => OWN_METRIC.test(metric));
}

/** What a monitor finds. */
interface Find {
  readonly monitor: Monitor;
  readonly target: Target;
}

/** Whether rules see what the monitors of their namespace find. */
export function verdict(rules: Rules, all: readonly Monitor[]): Verdict {
  const near = all.filter(({ namespace }) => namespace === rules.namespace);
  const monitors = near.length > 0 ? near : all;
  const finds = monitors.flatMap(findsOf);
  const fitting = finds.filter(({ target }) => unseeing(rules, target).length === 0);
  const seen = fitting.find(({ target }) => isTold(rules, target));
  if (seen !== undefined) return said(rules, false, `sees ${wordsOf(seen)}`);
  const [unknown] = [
    ...fitting.map(
      ({ monitor }) => `${nameOf(monitor)}, since the objects do not tell the label namespace of its pods`,
    ),
    ...monitors.flatMap((one) => (typeof one.found === 'string' ? [`${nameOf(one)}, since ${one.found}`] : [])),
  ];
  if (unknown !== undefined)
    return said(rules, false, `selects ${matchersOf(rules.selectors)}; not compared with ${unknown}`);
  return said(rules, true, misfit(rules, closest(rules, finds), monitors));
}

function findsOf(monitor: Monitor): readonly Find[] {
  return typeof monitor.found === 'string' ? [] : monitor.found.map((target) => ({ monitor, target }));
}

function said(rules: Rules, isWrong: boolean, what: string): Verdict {
  return { isWrong, line: `${nameOf(rules)}: ${what}` };
}

function nameOf({ kind, namespace, name }: FinishedObject): string {
  return `${kind} ${namespace}/${name}`;
}

function wordsOf({ monitor, target: { job, namespace } }: Find): string {
  return `job=${JSON.stringify(job)}${namespace === undefined ? '' : `, namespace=${JSON.stringify(namespace)}`} of ${nameOf(monitor)}`;
}

/** What selectors say of the labels of a target, each once. */
function matchersOf(selectors: readonly WrittenSelector[]): string {
  const words = selectors.map(({ matchers }) =>
    matchers
      .filter(({ label }) => label === 'job' || label === 'namespace')
      .map(({ label, operator, value }) => label + operator + JSON.stringify(value))
      .join(', '),
  );
  return [...new Set(words)].join(' and ');
}

function misfit(rules: Rules, find: Find | undefined, [monitor]: readonly Monitor[]): string {
  if (find === undefined)
    return `expected pods in the namespaces of ${monitor === undefined ? 'its monitor' : nameOf(monitor)}, got none; set metrics.monitor.namespaceSelector`;
  const dropped = LABELS.find((label) => find.target[label] === '');
  if (dropped !== undefined)
    return `expected metrics with the label ${dropped}, got relabelings of ${nameOf(find.monitor)} that drop it; keep it`;
  const wrong = unseeing(rules, find.target);
  return `expected selectors that see ${wordsOf(find)}, got ${matchersOf(wrong)}; synthesize with ${remedy(find, wrong)}`;
}

function remedy({ monitor, target }: Find, wrong: readonly WrittenSelector[]): string {
  const isMoved = wrong.every((selector) => sees(movedTo(monitor.namespace, selector), target));
  return `--namespace ${monitor.namespace}${isMoved ? '' : ` and metrics.rules.job: ${target.job}`}`;
}

/** Of several installations the one whose names end alike. */
function closest(rules: Rules, finds: readonly Find[]): Find | undefined {
  const jobs = rules.selectors.flatMap(({ matchers }) => matchers.filter(({ label }) => label === 'job'));
  const name = jobs[0]?.value.replace(/^.*\//, '') ?? '';
  const alike = finds.filter(({ target }) => target.job.includes(name));
  const [best] = [...alike].sort((a, b) => a.target.job.length - b.target.job.length);
  return best ?? finds[0];
}

/** What a selector would be in rules for another namespace. */
function movedTo(namespace: string, { metric, matchers }: WrittenSelector): WrittenSelector {
  const isNamed = matchers.some(({ label }) => label === 'namespace');
  const moved = matchers.map((matcher) => {
    if (matcher.label === 'namespace') return { ...matcher, value: namespace };
    return matcher.label === 'job' && !isNamed
      ? { ...matcher, value: matcher.value.replace(/^[^/]*(?=\/)/, namespace) }
      : matcher;
  });
  return { metric, matchers: moved };
}

function unseeing({ selectors }: Rules, target: Target): readonly WrittenSelector[] {
  return selectors.filter((selector) => !sees(selector, target));
}

const LABELS = ['job', 'namespace'] as const;

/** What is not told may be seen. */
function sees({ matchers }: WrittenSelector, target: Target): boolean {
  return LABELS.every((label) => {
    const actual = target[label];
    return matchers.every((matcher) => matcher.label !== label || actual === undefined || holds(matcher, actual));
  });
}

function isTold({ selectors }: Rules, { namespace }: Target): boolean {
  const asks = selectors.some(({ matchers }) => matchers.some(({ label }) => label === 'namespace'));
  return namespace !== undefined || !asks;
}

function holds({ operator, value }: WrittenMatcher, actual: string): boolean {
  const is = operator.endsWith('~') ? matchesRe2(value, actual) : value === actual;
  return operator.startsWith('!') ? !is : is;
}
