import * as fc from 'fast-check';
import type { GrafanaPanelJson } from '../../../tools/preview';
import { type Placed, boxOf, heightOf, placePanels } from '../../../tools/preview/layout';

function panel(title: string, y: number, h: number): GrafanaPanelJson {
  return { type: 'stat', title, gridPos: { x: 0, y, w: 24, h } };
}

function row(title: string, y: number, panels: readonly GrafanaPanelJson[]): GrafanaPanelJson {
  return { type: 'row', title, gridPos: { x: 0, y, w: 24, h: 1 }, collapsed: panels.length > 0, panels };
}

function spans(placed: readonly Placed[]): readonly (readonly [string, number, number])[] {
  return placed.map(({ panel: { title = '' }, grid: { y, h } }) => [title, y, y + h] as const);
}

test('the panels of a folded row are put below it, and what follows moves down', () => {
  const folded = row('B', 1, [panel('b', 2, 4)]);
  const placed = placePanels([panel('a', 0, 1), folded, row('C', 2, [panel('c', 3, 2)]), panel('d', 3, 1)]);
  expect(spans(placed)).toEqual([
    ['a', 0, 1],
    ['B', 1, 2],
    ['b', 2, 6],
    ['C', 6, 7],
    ['c', 7, 9],
    ['d', 9, 10],
  ]);
});

test('panels one below the other on the grid do not overlap in the picture, and lie within it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }), (heights) => {
      let y = 0;
      const panels = heights.map((h, i) => panel(String(i), (y += h) - h, h));
      const placed = placePanels(panels);
      const boxes = placed.map((one) => boxOf(one, 1000));
      boxes.forEach((box, i) => {
        expect(box.x + box.width).toBeLessThanOrEqual(1000);
        expect(box.y + box.height).toBeLessThan(boxes[i + 1]?.y ?? heightOf(placed));
      });
    }),
  );
});
