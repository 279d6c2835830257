// What a person sees of each panel: texts with their places, whether they are cut off, and the scales of graphs.
import { type DataFrame, FieldType, getFieldDisplayName } from '@grafana/data';
import type { Box, Seen, SeenPanel, SeenText } from '../shared';
import type { Filled } from './body';
import { linesOf, plotOf } from './plots';
import { writtenOn } from './recorded';

const boxOf = (element: Element | Range): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
};

/** What is seen of the panels that were drawn. */
export function seen(drawn: readonly Filled[]): Seen {
  const panels = [...document.querySelectorAll('[data-panel]')].map((element) => seenPanel(element, drawn));
  const rows = [...document.querySelectorAll('[data-row]')].map((row) => row.textContent ?? '');
  const { scrollWidth, scrollHeight } = document.documentElement;
  const background = getComputedStyle(document.body).backgroundColor;
  return { width: scrollWidth, height: scrollHeight, background, rows, panels };
}

/** Names of series with points, as a legend has them. */
function namesOf(frames: readonly DataFrame[]): readonly string[] {
  return frames.flatMap((frame) =>
    frame.fields
      .filter(({ type, values }) => type === FieldType.number && values.some((value) => Number.isFinite(value)))
      .map((field) => getFieldDisplayName(field, frame, [...frames])),
  );
}

function seenPanel(element: Element, drawn: readonly Filled[]): SeenPanel {
  const id = Number(element.getAttribute('data-panel'));
  const plot = plotOf(id);
  const scales = Object.entries(plot?.scales ?? {}).flatMap(([key, { min, max }]) =>
    key === 'x' || min === undefined || min === null || max === undefined || max === null ? [] : [{ min, max }],
  );
  const frames = drawn.find(({ panel }) => panel.id === id)?.frames ?? [];
  return {
    ...{ id, box: boxOf(element), scales, lines: linesOf(id), series: namesOf(frames) },
    plot: plot === undefined ? undefined : boxOf(plot.over),
    texts: [...textsIn(element), ...writtenIn(element)],
  };
}

function textsIn(element: Element): readonly SeenText[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: SeenText[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || parent === null || parent.closest('svg, style') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = boxOf(range);
    found.push({ text, ...box, ...hiddenParts(parent, box, element), size: sizeOf(parent), part: partOf(parent) });
  }
  return found;
}

function sizeOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}

function partOf(element: Element): SeenText['part'] {
  if (element.closest('[data-testid="header-container"]') !== null) return 'title';
  return element.closest('[data-testid*="Legend"], [data-testid*="legend"], [class*="Legend"]') === null
    ? 'body'
    : 'legend';
}

/** Whether an element around the text ends before the text does; what can be scrolled to is not cut. */
function hiddenParts(parent: Element, box: Box, panel: Element): Pick<SeenText, 'isCut' | 'isBelow'> {
  let isCut = false;
  let isBelow = false;
  for (let around: Element | null = parent; around !== null && panel.contains(around); around = around.parentElement) {
    const { wide, high } = endsOf(around, box);
    isCut ||= wide !== 'visible' || (high === 'hidden' && !isBelow);
    isBelow ||= high === 'auto' || high === 'scroll';
  }
  return { isCut, isBelow };
}

/** How an element treats a text that is wider or higher; `visible` where it is not. */
function endsOf(element: Element, { left, top, right, bottom }: Box): { readonly wide: string; readonly high: string } {
  const { overflowX, overflowY } = getComputedStyle(element);
  const edge = boxOf(element);
  return {
    wide: left < edge.left - 1 || right > edge.right + 1 ? overflowX : 'visible',
    high: top < edge.top - 3 || bottom > edge.bottom + 3 ? overflowY : 'visible',
  };
}

function writtenIn(element: Element): readonly SeenText[] {
  return [...element.querySelectorAll('canvas')].flatMap((canvas) => {
    const { left, top, right, bottom } = boxOf(canvas);
    return writtenOn(canvas).map((one) => {
      const box = { left: left + one.left, right: left + one.right, top: top + one.top, bottom: top + one.bottom };
      const isOut = box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
      return {
        text: one.text,
        ...box,
        isCut: isOut,
        isBelow: false,
        size: one.bottom - one.top,
        part: 'canvas' as const,
      };
    });
  });
}
