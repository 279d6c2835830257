import { type ReferenceRow, referenceRows, section } from '../../../engine/values';
import { type AnyQuery, queryText } from '../../promql';
import type { Alert, Installation } from '../alert';
import type { Mixin } from '../mixin';
import type { RunbookNames } from '../profile';
import type { RuleFile, RuleFileRule } from '../rule-files';
import { placeholders } from './markdown';

/** What the pages of alerts are made of; every mixin has it, whatever was added. */
export type RunbookSource = Pick<Mixin, 'alertSections' | 'profile' | 'ruleFile' | 'settingOf'>;

/** What the pages of alerts say beside the alerts. */
export interface RunbookOptions {
  /** The installation whose expressions are shown; by default that of the scenarios. */
  readonly installation?: Installation;
  /** Names of its objects, which take the places of `@{...}` in the texts; by default those of the scenarios. */
  readonly names?: RunbookNames;
  /** Its rules: alerts that have none get no page. By default all, with the default settings. */
  readonly rules?: RuleFile;
  /** What that installation is, in words, such as `for a release coder`; by default nothing is said. Markdown. */
  readonly installed?: string;
  /** Path of the settings in a values file or in props, such as `metrics`; by default they are at the top. */
  readonly settings?: string;
  /** Address of a page about all alerts, relative to the runbooks; by default no page leads there. */
  readonly reference?: string;
}

/** What there is to say of each alert, with the default settings. */
export interface AlertFactsOnPages {
  /** Its rules: one, or several of a burn rate. */
  readonly rulesOf: (alert: Alert) => readonly RuleFileRule[];
  /** The severities of its rules. */
  readonly severitiesOf: (alert: Alert) => readonly string[];
  /** How long its conditions must hold. */
  readonly durationsOf: (alert: Alert) => readonly string[];
  /** What it says in one line. */
  readonly summaryOf: (alert: Alert) => string;
  /** Its settings, by their path. */
  readonly settingRows: (alert: Alert) => readonly ReferenceRow[];
  /** The objectives that it watches, by their path. */
  readonly objectiveRows: (alert: Alert) => readonly ReferenceRow[];
  /** A query for the installation. */
  readonly expressionOf: (query: AnyQuery) => string;
}

/** Reads what pages say of alerts. */
export function alertFacts(source: RunbookSource, options: RunbookOptions): AlertFactsOnPages {
  const { installation = source.profile.example, settings = '' } = options;
  const { groups } = options.rules ?? source.ruleFile('full', { installation });
  const rules = groups.flatMap((group) => group.rules ?? []);
  const rulesOf = ({ name }: Alert): readonly RuleFileRule[] => rules.filter(({ alert }) => alert === name);
  return {
    rulesOf,
    severitiesOf: (alert) => unique(rulesOf(alert).map(({ labels }) => labels?.['severity'])),
    durationsOf: (alert) => unique(rulesOf(alert).map((rule) => rule.for)),
    summaryOf: (alert) => placeholders(rulesOf(alert)[0]?.annotations?.['summary'] ?? ''),
    settingRows: (alert) => settingRows(source, alert, settings),
    objectiveRows: ({ objectives }) => below([settings, 'slo'], referenceRows(section('Objectives.', objectives))),
    expressionOf: (query) => queryText(query, { selector: installation.selector }),
  };
}

function settingRows(source: RunbookSource, alert: Alert, settings: string): readonly ReferenceRow[] {
  const key = source.settingOf(alert);
  const declared = source.alertSections[key];
  return declared === undefined ? [] : below([settings, 'alerts', key], referenceRows(declared));
}

function below(path: readonly string[], rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  return rows.map((row) => ({ ...row, key: joined([...path, row.key]) }));
}

/** A path of keys; the empty one is none. */
export function joined(path: readonly string[]): string {
  return path.filter((key) => key !== '').join('.');
}

function unique(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.map((text) => text ?? ''))];
}
