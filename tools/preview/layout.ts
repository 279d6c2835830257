import type { GrafanaPanelJson } from './dashboard-json';
import type { Box } from './svg';

/** A panel and its place on the grid. */
export interface Placed {
  readonly panel: GrafanaPanelJson;
  readonly grid: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

const COLUMNS = 24;
const ROW_HEIGHT = 30;
const GAP = 8;
const NO_PLACE = { x: 0, y: 0, w: 12, h: 8 };

/** All panels with their places; the panels of a folded row are put below it, and what follows moves down. */
export function placePanels(panels: readonly GrafanaPanelJson[]): readonly Placed[] {
  let shift = 0;
  return panels.flatMap((panel) => {
    const grid = panel.gridPos ?? NO_PLACE;
    const own = { panel, grid: { ...grid, y: grid.y + shift } };
    const inner = panel.type === 'row' ? (panel.panels ?? []) : [];
    if (inner.length === 0) return [own];
    const [top, bottom] = reach(inner);
    const down = own.grid.y + 1 - top;
    shift += bottom - top;
    return [
      own,
      ...placePanels(inner).map((placed) => ({ ...placed, grid: { ...placed.grid, y: placed.grid.y + down } })),
    ];
  });
}

function reach(panels: readonly GrafanaPanelJson[]): readonly [top: number, bottom: number] {
  const places = panels.map(({ gridPos = NO_PLACE }) => gridPos);
  return [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y, h }) => y + h))];
}

/** The place of a panel in pixels, in a picture of this width. */
export function boxOf({ grid: { x, y, w, h } }: Placed, width: number): Box {
  const column = (width - GAP) / COLUMNS;
  const row = ROW_HEIGHT + GAP;
  return { x: GAP + x * column, y: y * row, width: w * column - GAP, height: h * row - GAP };
}

/** The height of all panels in pixels. */
export function heightOf(placed: readonly Placed[]): number {
  return Math.max(0, ...placed.map(({ grid: { y, h } }) => (y + h) * (ROW_HEIGHT + GAP)));
}
