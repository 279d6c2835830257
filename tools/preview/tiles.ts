import { type Display, display } from './display';
import { grafanaPattern } from './field-config';
import type { Field } from './fields';
import { reduceValues } from './reduce';
import { type Box, moved } from './svg';
import type { View } from './view';

/** One value of a panel that shows values: of one series, reduced. */
export interface Tile {
  readonly field: Field;
  readonly value: number | undefined;
  readonly display: Display;
}

/** The values a stat, gauge or bar gauge shows: one for each series; `reduceOptions.fields` may choose a label instead. */
export function tilesOf({ panel, fields, clock }: View): readonly Tile[] {
  const { calcs, fields: chosen = '' } = panel.options?.reduceOptions ?? {};
  return fields.map((field) => {
    const value = reduceValues(field.values, calcs?.[0]);
    const label = chosen === '' ? undefined : labelLike(field, chosen);
    return { field, value, display: display(label ?? value, field.config, clock) };
  });
}

function labelLike({ labels }: Field, chosen: string): string | undefined {
  const pattern = chosen.startsWith('/') ? grafanaPattern(chosen) : undefined;
  const found = Object.keys(labels).find((label) => (pattern === undefined ? label === chosen : pattern.test(label)));
  return found === undefined ? undefined : labels[found];
}

const TILE_GAP = 8;

/** Draws each item in its part of the body: side by side, or one above the other where that suits the shape better. */
export function inTiles<T>(
  { width, height, panel }: View,
  items: readonly T[],
  draw: (item: T, box: Box) => string,
): string {
  const orientation = panel.options?.orientation ?? 'auto';
  const isColumn = orientation === 'auto' ? height > width : orientation === 'horizontal';
  const { length } = items;
  const w = isColumn ? width : (width - TILE_GAP * (length - 1)) / length;
  const h = isColumn ? (height - TILE_GAP * (length - 1)) / length : height;
  const parts = items.map((item, i) => {
    const [x, y] = isColumn ? [0, i * (h + TILE_GAP)] : [i * (w + TILE_GAP), 0];
    return moved(x, y, draw(item, { x: 0, y: 0, width: w, height: h }));
  });
  return parts.join('');
}
