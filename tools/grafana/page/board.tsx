// A dashboard: its head, its rows and its panels on the grid of 24 columns.
import { type DataFrame, FieldType } from '@grafana/data';
import { Icon, PanelChrome, Table, Text, ToolbarButton, useTheme2 } from '@grafana/ui';
import type { ComponentType } from 'react';
import { timeRangeOf } from './ask';
import { Bars, Stat } from './figures';
import { Graph } from './graph';
import { Heatmap } from './heatmap';
import type { BodyProps, Filled } from './body';
import type { Marks } from './marks';
import type { PanelJson, Spec } from '../shared';

/** Pixels of Grafana's grid: a line, and between two panels. */
const LINE = 30;
const GAP = 8;
const EDGE = 16;

/** The place of a panel, in pixels. */
export function boxOf({ x, y, w, h }: PanelJson['gridPos'], width: number) {
  const column = (width - 2 * EDGE - 23 * GAP) / 24;
  return {
    left: EDGE + x * (column + GAP),
    top: y * (LINE + GAP),
    width: w * column + (w - 1) * GAP,
    height: h * LINE + (h - 1) * GAP,
  };
}

interface BoardProps {
  readonly spec: Spec;
  readonly panels: readonly Filled[];
  readonly marks: readonly Marks[];
}

export function Board({ spec, panels, marks }: BoardProps) {
  const theme = useTheme2();
  const height = Math.max(...panels.map(({ panel: { gridPos } }) => gridPos.y + gridPos.h)) * (LINE + GAP) + EDGE;
  return (
    <div style={{ width: spec.width, background: theme.colors.background.canvas }}>
      <Head spec={spec} />
      <div style={{ position: 'relative', height }}>
        {panels.map((filled) => (
          <Placed key={filled.panel.id} {...{ spec, filled, marks }} />
        ))}
      </div>
    </div>
  );
}

function Head({ spec: { dashboard, variables, end, seconds } }: { readonly spec: Spec }) {
  const iso = (time: number): string => new Date(time * 1000).toISOString().slice(0, 16).replace('T', ' ');
  const chosen = dashboard.templating.list.map(
    ({ name, label }) => `${label ?? name}: ${/^[.|]/.test(variables[name] ?? '') ? 'All' : variables[name]}`,
  );
  return (
    <div style={{ display: 'flex', gap: 24, padding: '12px 16px', alignItems: 'baseline' }} data-head="">
      <Text element="h1" variant="h4">
        {dashboard.title}
      </Text>
      {chosen.map((text) => (
        <Text key={text} variant="bodySmall" color="secondary">
          {text}
        </Text>
      ))}
      <div style={{ marginLeft: 'auto' }}>
        <Text variant="bodySmall" color="secondary">{`${iso(end - seconds)} to ${iso(end).slice(11)} UTC`}</Text>
      </div>
    </div>
  );
}

interface PlacedProps {
  readonly spec: Spec;
  readonly filled: Filled;
  readonly marks: readonly Marks[];
}

function Placed({ spec, filled, marks }: PlacedProps) {
  const { panel } = filled;
  const box = boxOf(panel.gridPos, spec.width);
  const place = { position: 'absolute', ...box } as const;
  if (panel.type === 'row') {
    return (
      <div style={{ ...place, display: 'flex', gap: 8, alignItems: 'center' }} data-row={panel.id}>
        <Icon name={(panel.panels ?? []).length > 0 ? 'angle-right' : 'angle-down'} />
        <Text element="h2" variant="h6">
          {panel.title}
        </Text>
      </div>
    );
  }
  const links =
    (panel.links ?? []).length > 0 ? (
      <ToolbarButton icon="external-link-alt" iconSize="md" aria-label="More" />
    ) : undefined;
  return (
    <div style={place} data-panel={panel.id}>
      <PanelChrome
        {...box}
        title={panel.title}
        {...(panel.description === undefined ? {} : { description: panel.description })}
        titleItems={links}
      >
        {(width: number, height: number) => <Body {...{ spec, filled, marks, width, height }} />}
      </PanelChrome>
    </div>
  );
}

const DRAWN: Readonly<Record<string, ComponentType<BodyProps>>> = {
  timeseries: Graph,
  stat: Stat,
  bargauge: Bars,
  heatmap: Heatmap,
  table: Rows,
};

/** Kinds whose component itself says that there is nothing. */
const SAYS_NOTHING = ['stat', 'bargauge'];

function Body({ spec, filled, ...place }: PlacedProps & { readonly width: number; readonly height: number }) {
  const { panel, frames, fieldConfig } = filled;
  const Drawn = DRAWN[panel.type];
  if (Drawn === undefined) {
    throw new Error(`panel "${panel.title}": no component of Grafana's packages draws "${panel.type}"`);
  }
  const hasNumbers = ({ length, fields }: DataFrame): boolean =>
    length > 0 && fields.some(({ type }) => type === FieldType.number);
  if (!frames.some(hasNumbers) && !SAYS_NOTHING.includes(panel.type)) {
    return <Nothing text={fieldConfig.defaults.noValue} {...place} />;
  }
  return <Drawn {...filled} {...place} timeRange={timeRangeOf(spec)} />;
}

interface NothingProps {
  readonly text: string | undefined;
  readonly width: number;
  readonly height: number;
}

function Nothing({ text, width, height }: NothingProps) {
  const centred = { display: 'flex', alignItems: 'center', justifyContent: 'center', textAlign: 'center' } as const;
  return (
    <div style={{ width, height, ...centred }}>
      <Text color="secondary">{text ?? 'No data'}</Text>
    </div>
  );
}

function Rows({ panel, frames, fieldConfig, width, height }: BodyProps) {
  const initialSortBy = (panel.options?.['sortBy'] ?? []) as { displayName: string; desc?: boolean }[];
  return <Table {...{ data: frames[0] as DataFrame, width, height, initialSortBy, fieldConfig }} />;
}
