// Dashboards with a fault each, which the claims must notice.
import type { PanelJson } from '../grafana';
import type { Board } from './boards';
import type { CHECKS } from './claims';

/** A fault, and the claim that it breaks. */
export interface Planted {
  readonly fault: string;
  readonly broken: (board: Board) => Board;
  readonly claim: keyof typeof CHECKS | 'the page';
}

/** Changes the panels of one kind. */
function change(type: string, into: (panel: PanelJson) => PanelJson): (board: Board) => Board {
  return (board) => ({ ...board, panels: board.panels.map((panel) => (panel.type === type ? into(panel) : panel)) });
}

/** Changes how the values of a panel are shown. */
function shown(panel: PanelJson, more: object): PanelJson {
  const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
  return { ...panel, fieldConfig: { defaults: { ...defaults, ...more }, overrides } };
}

const custom = ({ fieldConfig }: PanelJson): object => fieldConfig?.defaults.custom ?? {};

/** A fault for each claim. */
export const PLANTED: readonly Planted[] = [
  {
    fault: 'a title that is a variable without a value is shown as nothing',
    broken: change('timeseries', (panel) => ({ ...panel, title: `  ${panel.title}` })),
    claim: 'has its title',
  },
  {
    fault: 'a query without data',
    broken: change('timeseries', (panel) => ({ ...panel, targets: [{ refId: 'A', expr: 'nobody_sends_this' }] })),
    claim: 'has data',
  },
  {
    fault: 'a legend without values',
    broken: change('timeseries', (panel) => ({
      ...panel,
      options: { legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] } },
    })),
    claim: 'has a legend with values',
  },
  {
    fault: 'an override in another unit',
    broken: change('stat', (panel) => ({
      ...panel,
      fieldConfig: {
        defaults: panel.fieldConfig?.defaults ?? {},
        overrides: [
          { matcher: { id: 'byRegexp', options: '/.*/' }, properties: [{ id: 'unit', value: 'currencyEUR' }] },
        ],
      },
    })),
    claim: 'says its units',
  },
  {
    fault: 'seconds on the scale of what takes minutes',
    broken: change('timeseries', (panel) =>
      shown(panel, { unit: 's', thresholds: { mode: 'absolute', steps: [] }, max: 450 }),
    ),
    claim: 'has a scale that can be read',
  },
  {
    fault: 'a threshold above the scale',
    broken: change('timeseries', (panel) => shown(panel, { custom: { ...custom(panel), axisSoftMax: undefined } })),
    claim: 'shows its thresholds',
  },
  {
    fault: 'panels too narrow for what they say',
    broken: change('stat', (panel) => ({ ...panel, gridPos: { ...panel.gridPos, w: 1 } })),
    claim: 'cuts nothing off',
  },
  {
    fault: 'letters too small to read',
    broken: change('stat', (panel) => ({
      ...panel,
      options: { ...panel.options, text: { titleSize: 6, valueSize: 7 } },
    })),
    claim: 'cuts nothing off',
  },
  {
    fault: 'two scales in the room of one',
    broken: change('timeseries', (panel) => ({
      ...panel,
      fieldConfig: {
        defaults: {
          ...panel.fieldConfig?.defaults,
          custom: { ...custom(panel), axisWidth: 20, axisPlacement: 'left' },
        },
        overrides: [{ matcher: { id: 'byRegexp', options: '/p95/' }, properties: [{ id: 'unit', value: 'none' }] }],
      },
    })),
    claim: 'has no texts that overlap',
  },
  {
    fault: 'two panels in one place',
    broken: change('stat', (panel) => ({ ...panel, gridPos: { ...panel.gridPos, x: 0 } })),
    claim: 'the page',
  },
  {
    fault: 'a panel past the edge of the screen',
    broken: change('stat', (panel) => ({ ...panel, gridPos: { ...panel.gridPos, x: panel.gridPos.x + 6 } })),
    claim: 'the page',
  },
];
