import type { SyntaxNode } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { PRESETS, type Preset } from '../../../src/observability/mixin';
import type {
  GrafanaDashboard,
  GrafanaPanel,
  GrafanaTarget,
} from '../../../src/observability/mixin/dashboards/grafana';
import type { Hole } from '../../../src/observability/mixin/dashboards/value';
import { ALERTS, DASHBOARDS, MIXIN } from '../../support/mixin';

// The package has a CommonJS build, but types of an ES module only.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: LRParser };

/** A dashboard whose holes hold the default numbers. */
export interface Filled {
  readonly preset: Preset;
  readonly json: GrafanaDashboard<number>;
}

/** The dashboards of a preset as an installation with default values ships them. */
export function dashboardsOf(preset: Preset): readonly Filled[] {
  return DASHBOARDS.map((dashboard) => {
    const { text, holes } = MIXIN.dashboardFile(dashboard, preset);
    const filled = holes.reduce((rest, hole) => rest.replaceAll(hole.marker, String(defaultOf(hole) ?? 0)), text);
    return { preset, json: JSON.parse(filled) as GrafanaDashboard<number> };
  });
}

/** All dashboards of all presets. */
export const EVERY_DASHBOARD: readonly Filled[] = PRESETS.flatMap(dashboardsOf);

/** The default of the value that a hole takes; undefined where there is no such value. */
export function defaultOf({ place: [kind, name = '', threshold = ''] }: Hole): number | undefined {
  if (kind === 'slo') return (MIXIN.profile.objectives as Leaves)[name]?.default;
  const alert = ALERTS.find((candidate) => candidate.name === name);
  return (alert?.thresholds as Leaves | undefined)?.[threshold]?.default;
}

type Leaves = Readonly<Record<string, { readonly default: number } | undefined>>;

/** A panel, and where it is. */
export interface Located {
  readonly where: string;
  readonly preset: Preset;
  readonly panel: GrafanaPanel<number>;
}

/** The panels without the headings. */
export function panelsOf({ preset, json }: Filled): readonly Located[] {
  return json.panels.flatMap((panel) =>
    panel.type === 'row' ? [] : [{ where: `${preset}: ${json.title}: ${panel.title}`, preset, panel }],
  );
}

/** Every panel of every preset. */
export const EVERY_PANEL: readonly Located[] = EVERY_DASHBOARD.flatMap(panelsOf);

/** A query, and where it is. */
export interface LocatedTarget extends Located {
  readonly target: GrafanaTarget;
}

/** Every query of every preset. */
export const EVERY_TARGET: readonly LocatedTarget[] = EVERY_PANEL.flatMap((located) =>
  located.panel.targets.map((target) => ({ ...located, where: `${located.where}: ${target.refId}`, target })),
);

/** An expression with a window that PromQL knows. */
export function withWindow(expression: string): string {
  return expression.replaceAll('$__rate_interval', '5m');
}

/** A selection of series in an expression. */
export interface Selector {
  readonly name: string;
  readonly matchers: readonly string[];
  readonly window: string | undefined;
  /** The function whose argument it is. */
  readonly call: string | undefined;
}

/** A window that no query has, so that it can be told from others. */
const WINDOW = '314159s';

/** The selections of an expression. */
export function selectorsOf(expression: string): readonly Selector[] {
  const text = expression.replaceAll('$__rate_interval', WINDOW);
  const found: Selector[] = [];
  parser.parse(text).iterate({
    enter: ({ name, node }) => {
      if (name === 'VectorSelector') found.push(selectorOf(node, text));
    },
  });
  return found;
}

function selectorOf(node: SyntaxNode, text: string): Selector {
  const textOf = (part: SyntaxNode): string => text.slice(part.from, part.to);
  const selector = textOf(node);
  const range = node.parent?.name === 'MatrixSelector' ? node.parent : undefined;
  const call = callOf(range ?? node);
  return {
    name: /^[\w:]+/.exec(selector)?.[0] ?? '',
    matchers: selector.match(/\w+(?:=~|!~|!=|=)"[^"]*"/g) ?? [],
    window: range && windowOf(textOf(range)),
    call: call && textOf(call),
  };
}

function callOf(argument: SyntaxNode): SyntaxNode | undefined {
  return argument.parent?.parent?.getChild('FunctionIdentifier') ?? undefined;
}

function windowOf(range: string): string | undefined {
  return /\[([^\]]*)\]$/.exec(range)?.[1]?.replace(WINDOW, '$__rate_interval');
}
