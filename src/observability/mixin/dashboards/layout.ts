import type { GridPos } from './grafana';

const COLUMNS = 24;

/** Size of a panel. */
export interface Size {
  /** Columns of the grid, of 24. */
  readonly width: number;
  /** Lines of the grid, of 38 pixels each. */
  readonly height: number;
}

/**
 * Places of panels below `top`, from left to right, then in the next line. A line that is nearly full is stretched to the right edge, so
 * that no gap is left where a preset drops a panel.
 */
export function places(sizes: readonly Size[], top: number): readonly GridPos[] {
  const found: GridPos[] = [];
  let y = top;
  for (const line of linesOf(sizes)) {
    found.push(...placesOfLine(line, y));
    y += heightOf(line);
  }
  return found;
}

/** The first free line below some places. */
export function bottomOf(taken: readonly GridPos[], top: number): number {
  return Math.max(top, ...taken.map(({ y, h }) => y + h));
}

function linesOf(sizes: readonly Size[]): readonly (readonly Size[])[] {
  return sizes.reduce<readonly (readonly Size[])[]>((lines, size) => {
    const last = lines.at(-1);
    const isFull = last === undefined || widthOf(last) + size.width > COLUMNS;
    return isFull ? [...lines, [size]] : [...lines.slice(0, -1), [...last, size]];
  }, []);
}

function placesOfLine(line: readonly Size[], y: number): readonly GridPos[] {
  const total = widthOf(line);
  const isStretched = total * 2 >= COLUMNS;
  const end = (columns: number): number => (isStretched ? Math.round((columns * COLUMNS) / total) : columns);
  return line.map((_, i) => {
    const x = end(widthOf(line.slice(0, i)));
    return { h: heightOf(line), w: end(widthOf(line.slice(0, i + 1))) - x, x, y };
  });
}

function widthOf(line: readonly Size[]): number {
  return line.reduce((sum, { width }) => sum + width, 0);
}

function heightOf(line: readonly Size[]): number {
  return Math.max(...line.map(({ height }) => height));
}
