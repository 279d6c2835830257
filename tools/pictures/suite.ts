// Each panel of each dashboard, in Grafana's own components: what must be seen.
import { performance } from 'node:perf_hooks';
import { type Drawer, type PanelJson, type Seen, type Spec, THEMES, startDrawer, typeProblems } from '../grafana';
import { type Board, boardsOf, specOf } from './boards';
import { CHECKS, pageProblems } from './claims';
import { PLANTED } from './planted';
import { startSimulated } from './source';

/** A screen of a desk, and a laptop's. */
const WIDTHS = [1920, 1440] as const;
const HOURS = 3;

/** Panels of a dashboard, those in collapsed rows too. */
function panelsOf({ panels }: Pick<Board, 'panels'>): readonly PanelJson[] {
  return panels.flatMap((panel) => (panel.type === 'row' ? panelsOf({ panels: panel.panels ?? [] }) : [panel]));
}

interface Counts {
  passed: number;
  failed: number;
}

/** Draws everything and prints what fails; returns the exit code. */
export async function runPictures(): Promise<number> {
  const counts: Counts = { passed: 0, failed: 0 };
  tell(counts, 'the page that draws', [{ claim: 'its types', problems: await typeProblems() }]);
  for (const isIncident of [false, true]) {
    const start = performance.now();
    const source = await startSimulated({ preset: 'full', hours: HOURS, isIncident });
    const drawer = await startDrawer(source.url);
    const pictures = boardsOf('full').flatMap((board) =>
      THEMES.flatMap((theme) => WIDTHS.map((width) => specOf(board, source, { theme, width }))),
    );
    const course = isIncident ? 'during an incident' : 'normal';
    for (const spec of pictures)
      tell(counts, `${nameOf(spec)}, ${course}`, problemsOf(spec, await drawer.draw(spec), !isIncident));
    if (!isIncident) await tellPlanted(counts, drawer, (board, more) => specOf(board, source, more));
    await drawer.stop();
    await source.stop();
    console.log(`${course}: ${pictures.length} pictures in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

const nameOf = ({ dashboard, theme, width }: Spec): string => `${dashboard.title}, ${theme}, ${width} pixels`;

interface Claim {
  readonly claim: string;
  readonly problems: readonly string[];
}

/** Every claim about a picture. */
function problemsOf(spec: Spec, seen: Seen, isNormal: boolean): readonly Claim[] {
  const { dashboard, theme, width } = spec;
  const rows = dashboard.panels.filter(({ type }) => type === 'row').map((row) => row.title);
  const lost = rows.filter((row) => !seen.rows.includes(row)).map((row) => `the row "${row}" has no heading`);
  const page = { claim: 'the page', problems: [...pageProblems(seen, theme, width), ...lost] };
  const panels = panelsOf(dashboard).flatMap((panel) => {
    const found = seen.panels.find(({ id }) => id === panel.id);
    if (found === undefined) return [{ claim: `"${panel.title}"`, problems: ['it is not drawn'] }];
    return Object.entries(CHECKS).map(([claim, check]) => {
      return { claim: `"${panel.title}" ${claim}`, problems: check({ panel, seen: found, isNormal }) };
    });
  });
  return [page, ...panels];
}

function tell(counts: Counts, picture: string, claims: readonly Claim[]): void {
  for (const { claim, problems } of claims) {
    counts[problems.length === 0 ? 'passed' : 'failed']++;
    if (problems.length > 0) console.log(`FAILED  ${picture}: ${claim}: ${problems.slice(0, 4).join('; ')}`);
  }
}

/** A claim that cannot fail says nothing: each is tried with a dashboard that breaks it. */
async function tellPlanted(
  counts: Counts,
  drawer: Drawer,
  specFor: (board: Board, more: Partial<Spec>) => Spec,
): Promise<void> {
  const [board] = boardsOf('full');
  if (board === undefined) throw new Error('no dashboard');
  for (const { fault, broken, claim } of PLANTED) {
    const spec = specFor(broken(board), {});
    const claims = problemsOf(spec, await drawer.draw(spec), true);
    const isSeen = claims.some((one) => one.claim.endsWith(claim) && one.problems.length > 0);
    tell(counts, `planted: ${fault}`, [{ claim: 'it is noticed', problems: isSeen ? [] : [`"${claim}" held`] }]);
  }
}
