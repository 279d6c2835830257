// The page that draws a dashboard: window.draw(spec) draws one, and says when it is done.
import { type DataFrame, type GrafanaTheme2, ThemeContext, createTheme } from '@grafana/data';
import { GlobalStyles } from '@grafana/ui';
import { type Root, createRoot } from 'react-dom/client';
import { answersOf, momentsOf } from './ask';
import { Board, boxOf } from './board';
import type { Filled } from './body';
import { preparedFrames } from './defaults';
import { type Marks, spansOf } from './marks';
import { forgetPlots } from './plots';
import { recordTexts } from './recorded';
import type { DashboardJson, PanelJson, Seen, Spec } from '../shared';
import { seen } from './seen';

recordTexts();

/** Panels in reading order; those of collapsed rows where they are when all rows are open. */
function placed({ panels }: DashboardJson, isOpen: boolean): readonly PanelJson[] {
  if (!isOpen) return panels;
  let below = 0;
  return panels.flatMap((panel) => {
    const { panels: inner = [], gridPos } = panel;
    const own = { ...panel, panels: [], gridPos: { ...gridPos, y: gridPos.y + below } };
    const moved = inner.map((one) => ({ ...one, gridPos: { ...one.gridPos, y: one.gridPos.y + below } }));
    const height = Math.max(0, ...inner.map(({ gridPos: { y, h } }) => y + h)) - (gridPos.y + gridPos.h);
    if (inner.length > 0) below += height;
    return [own, ...moved];
  });
}

async function marksOf(spec: Spec): Promise<readonly Marks[]> {
  const found = await Promise.all(
    spec.dashboard.annotations.list.map(async (annotation) => {
      const moments = await momentsOf(annotation, spec);
      return moments.flatMap(({ times, step }) =>
        spansOf(times, step).map(([from, to]) => ({ color: annotation.iconColor, from, to })),
      );
    }),
  );
  return found.flat();
}

let root: Root | undefined;
let drawn: readonly Filled[] = [];

const FONTS = ['400 12px Inter', '500 12px Inter', '400 12px "Roboto Mono"'];

let styles: Root | undefined;

/** Grafana's styles name the fonts; what is measured before they are there is measured wrongly. So they stay while panels come and go. */
async function useStyles(theme: GrafanaTheme2): Promise<void> {
  styles ??= createRoot(document.getElementById('styles') as HTMLElement);
  styles.render(
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
    </ThemeContext.Provider>,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const font of FONTS) {
    while ((await document.fonts.load(font)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function draw(spec: Spec): Promise<void> {
  const theme = createTheme({ colors: { mode: spec.theme } });
  await useStyles(theme);
  const asked = placed(spec.dashboard, spec.isOpen);
  const fill = async (panel: PanelJson): Promise<Filled> => {
    const width = Math.floor(boxOf(panel.gridPos, spec.width).width);
    const frames: DataFrame[] = panel.type === 'row' ? [] : await answersOf(panel, spec, width);
    const { data, fieldConfig } = await preparedFrames(panel, frames, theme);
    return { panel, frames: data, fieldConfig };
  };
  drawn = await Promise.all(asked.map(fill));
  const marks = await marksOf(spec);
  forgetPlots();
  root?.unmount();
  root = createRoot(document.getElementById('root') as HTMLElement);
  root.render(
    <ThemeContext.Provider value={theme}>
      <Board {...{ spec, panels: drawn, marks }} />
    </ThemeContext.Provider>,
  );
  document.body.style.background = theme.colors.background.canvas;
  await settled();
}

/** Until each panel is there and Grafana's effects have run; a fault of a component leaves the page empty. */
async function settled(): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (let calm = 0; calm < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    calm = document.querySelectorAll('[data-panel]').length > 0 ? calm + 1 : 0;
    if (performance.now() > deadline) throw new Error('no panel was drawn');
  }
}

const page = window as unknown as { draw: typeof draw; seen: () => Seen };
page.draw = draw;
page.seen = () => seen(drawn);
