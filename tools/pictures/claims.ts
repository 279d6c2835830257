// What must be seen of each panel. All of it follows from the dashboard's JSON: no panel is named here.
import type { OverrideJson, PanelJson, Seen, SeenPanel, SeenText } from '../grafana';
import { ODD, WRITTEN } from './units';

/** A panel, and what is seen of it. */
export interface Subject {
  readonly panel: PanelJson;
  readonly seen: SeenPanel;
  /** Whether all is well with what the dashboard shows, so that each panel has data. */
  readonly isNormal: boolean;
}

/** What is wrong with a panel, in a few words each. */
type Check = (subject: Subject) => readonly string[];

const textsOf = ({ texts }: SeenPanel, ...parts: readonly SeenText['part'][]): readonly SeenText[] =>
  texts.filter(({ part }) => parts.includes(part));

const wordsOf = (seen: SeenPanel, ...parts: readonly SeenText['part'][]): readonly string[] =>
  textsOf(seen, ...parts).map(({ text }) => text);

const emptyText = ({ fieldConfig }: PanelJson): string | undefined => fieldConfig?.defaults.noValue;

/** Whether it shows the text for no data, as it may. */
const saysNothing = ({ panel, seen }: Subject): boolean =>
  wordsOf(seen, 'body').includes(emptyText(panel) ?? 'No data');

const title: Check = ({ panel, seen }) => {
  const [first] = textsOf(seen, 'title');
  return first?.text === panel.title ? [] : [`the heading is "${first?.text ?? ''}"`];
};

const data: Check = (subject) => {
  const { panel, seen, isNormal } = subject;
  if (seen.series.length > 0 && saysNothing(subject)) return [`"${emptyText(panel) ?? ''}" is said beside data`];
  const isEmpty = seen.series.length === 0 || wordsOf(seen, 'body').includes('No data');
  if (!isEmpty) return [];
  if (emptyText(panel) !== undefined) return saysNothing(subject) ? [] : [`"${emptyText(panel) ?? ''}" is not said`];
  return isNormal ? ['no data'] : [];
};

interface LegendJson {
  readonly calcs: readonly string[];
  readonly displayMode: string;
}

const legend: Check = ({ panel, seen }) => {
  if (panel.type !== 'timeseries' || seen.series.length === 0) return [];
  const asked = panel.options?.['legend'] as LegendJson | undefined;
  if (asked === undefined || asked.calcs.length === 0) return ['the legend has names only'];
  const words = wordsOf(seen, 'legend');
  const names = seen.series.map((name) => name.trim());
  const pattern = WRITTEN[unitOf(panel)];
  const values = words.filter((word) => pattern?.test(word) === true);
  const wanted = seen.series.length * asked.calcs.length;
  return [
    ...names.filter((name) => !words.includes(name)).map((name) => `"${name}" is not in the legend`),
    ...(values.length >= wanted ? [] : [`the legend has ${values.length} values in ${unitOf(panel)}, not ${wanted}`]),
  ];
};

function unitOf({ fieldConfig }: PanelJson): string {
  return fieldConfig?.defaults.unit ?? 'none';
}

const unit: Check = (subject) => {
  const { panel, seen } = subject;
  if (saysNothing(subject) || seen.series.length === 0) return [];
  if (panel.type === 'table') return columns(panel, seen);
  const name = panel.type === 'heatmap' ? axisUnit(panel) : unitOf(panel);
  const pattern = WRITTEN[name];
  if (pattern === undefined) return [`how is ${name} written?`];
  const values = seen.plot === undefined ? figures(panel, seen) : ticks(seen);
  if (values.length === 0 && panel.fieldConfig?.defaults.mappings === undefined) return ['no value is seen'];
  return values.filter((text) => !pattern.test(text)).map((text) => `"${text}" is not in ${name}`);
};

function axisUnit({ options }: PanelJson): string {
  const axis = options?.['yAxis'] as { readonly unit: string } | undefined;
  return axis?.unit ?? 'none';
}

/** What stands beside the scale of values. */
function ticks({ texts, plot }: SeenPanel): readonly string[] {
  return texts.flatMap(({ part, text, right }) => (part === 'canvas' && right <= (plot?.left ?? 0) ? [text] : []));
}

/** Large numbers; the unit behind one is a text of its own. Texts in place of numbers are none. */
function figures({ fieldConfig }: PanelJson, seen: SeenPanel): readonly string[] {
  const mapped = fieldConfig?.defaults.mappings?.flatMap(({ options }) => Object.values(options)) ?? [];
  const named = [...seen.series, ...mapped.map(({ text }) => text)];
  const words = wordsOf(seen, 'body').filter((word) => !named.includes(word));
  const joined = words.reduce<readonly string[]>((found, word) => {
    const isUnit = /^[^\d-]/.test(word) && found.length > 0;
    return isUnit ? [...found.slice(0, -1), `${found.at(-1) ?? ''} ${word}`] : [...found, word];
  }, []);
  return joined;
}

/** Each column has its heading, and below it values in its unit. */
function columns({ fieldConfig }: PanelJson, { texts }: SeenPanel): readonly string[] {
  return (fieldConfig?.overrides ?? []).flatMap(({ matcher, properties }: OverrideJson) => {
    const found = properties.find(({ id }) => id === 'unit')?.value;
    if (typeof found !== 'string') return [];
    const heading = texts.find(({ text }) => text === matcher.options);
    if (heading === undefined) return [`no column "${matcher.options}"`];
    const values = texts.filter(({ text }) => WRITTEN[found]?.test(text) === true);
    return values.length > 0 ? [] : [`no value of "${matcher.options}" is in ${found}`];
  });
}

const scale: Check = ({ panel, seen }) => {
  if (panel.type !== 'timeseries' || seen.series.length === 0) return [];
  const found = ticks(seen);
  return [
    ...(found.length < 2 ? [`the scale has ${found.length} values`] : []),
    ...(new Set(found).size < found.length ? [`the scale repeats itself: ${found.join(', ')}`] : []),
    ...found.filter((text) => ODD.test(text)).map((text) => `"${text}" is hard to read`),
  ];
};

const thresholds: Check = ({ panel, seen }) => {
  const { thresholds: bounds, custom } = panel.fieldConfig?.defaults ?? {};
  if (panel.type !== 'timeseries' || bounds === undefined || seen.series.length === 0) return [];
  const wanted = bounds.steps.flatMap(({ value }) => value ?? []);
  if (wanted.length > 0 && custom?.['thresholdsStyle'] === undefined) return ['the thresholds are not drawn'];
  const height = Math.max(...seen.scales.map(({ min, max }) => max - min));
  const isSeen = (value: number): boolean => seen.lines.some((line) => Math.abs(line - value) < height / 50);
  return wanted.filter((value) => !isSeen(value)).map((value) => `no line at ${value}`);
};

const TINY = 10;

/** The rows of a table, which begin with what is worst. */
function canScroll({ type, options }: PanelJson, part: SeenText['part']): boolean {
  const isTable = part === 'legend' && (options?.['legend'] as LegendJson | undefined)?.displayMode === 'table';
  return isTable || type === 'table';
}

const whole: Check = ({ panel, seen }) => {
  const { box } = seen;
  return seen.texts.flatMap(({ text, isCut, isBelow, size, part, ...at }) => {
    const isOutside = at.left < box.left || at.right > box.right || (at.bottom > box.bottom && !isBelow);
    const isHidden = isCut || isOutside || (isBelow && !canScroll(panel, part));
    const isTiny = part !== 'canvas' && size < TINY;
    return [...(isHidden ? [`"${text}" is cut off`] : []), ...(isTiny ? [`"${text}" is tiny`] : [])];
  });
};

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlaps = (a: Place, b: Place): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;

const apart: Check = ({ seen: { texts } }) => {
  const shown = texts.filter(({ isBelow, isCut }) => !isBelow && !isCut);
  return shown.flatMap((one, i) =>
    shown.slice(i + 1).flatMap((other) => (overlaps(one, other) ? [`"${one.text}" and "${other.text}" overlap`] : [])),
  );
};

/** The claims of each panel, by what a person would say. */
export const CHECKS = {
  'has its title': title,
  'has data': data,
  'has a legend with values': legend,
  'says its units': unit,
  'has a scale that can be read': scale,
  'shows its thresholds': thresholds,
  'cuts nothing off': whole,
  'has no texts that overlap': apart,
} as const satisfies Readonly<Record<string, Check>>;

/** What is wrong with a page as a whole. */
export function pageProblems({ width, background, panels }: Seen, theme: string, wanted: number): readonly string[] {
  const [red = 0] = /\d+/.exec(background)?.map(Number) ?? [];
  const isWrong = theme === 'dark' ? red > 80 : red < 170;
  const ends = Math.max(...panels.map(({ box }) => box.right));
  const clashes = panels.flatMap((one, i) =>
    panels
      .slice(i + 1)
      .flatMap((other) => (overlaps(one.box, other.box) ? [`panels ${one.id} and ${other.id} overlap`] : [])),
  );
  return [
    ...(isWrong ? [`the page is not ${theme}: ${background}`] : []),
    ...(ends > wanted || width > wanted ? [`it is wider than ${wanted} pixels`] : []),
    ...clashes,
  ];
}
