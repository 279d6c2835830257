import { DASHBOARDS, MIXIN } from '../support/mixin';
import { type Page, pages, proseOf } from './markdown';

/** What reads as translated, and what to write instead. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bshall\b/i, 'must, or the present tense'],
  [/\bwhoever\b|\bwhomever\b/i, 'name the person'],
  [/\bsay(s)? otherwise\b|\btold otherwise\b/i, 'set ..., by default'],
  [/\banew\b/i, 'again, restart'],
  [/\b(over and over|again and again)\b/i, 'repeatedly, keeps ...ing'],
  [/\btime-outs?\b/i, 'timeout'],
  [/\bthe (support|license|dashboard|database) of Coder\b/i, 'Coder support, the Coder license'],
  [/\b(builds|agents|pods) of workspaces\b/i, 'workspace builds'],
  [/\bpart of the (requests|seats|connections|agents|users)\b/i, 'ratio of'],
  [/\bis no (map|list|number|text|value|error)\b/i, 'is not a'],
  [/\bone (file|object|line|page) an? \w+/i, 'one ... per ...'],
  [/\bin the place of\b/i, 'instead of'],
  [/\b(cannot|can) be (had|told)\b/i, 'is (not) available, is unknown'],
  [/\bpays? for each\b/i, 'costs'],
  [/\bof one's own\b|\bof somebody else\b/i, 'your own, another'],
  [/\bwithout a word\b/i, 'silently'],
  [/\bdo(es)? not answer\b/i, 'down'],
  [/\bbreaks? off\b/i, 'interrupted'],
  [/\bgoes on\b|\bgo on\b/i, 'keeps running'],
  [/\bmeanwhile\b/i, 'until then'],
  [/\bfor good\b/i, 'permanently'],
  [/\breleases? of (Go|Prometheus|Kubernetes)\b/i, 'version'],
  [/\bMakes the\b/, 'Create the'],
];

/** A sentence longer than this is read twice. */
const MAX_WORDS = 45;

const TEXTS: readonly (readonly [string, string])[] = [
  ...pages()
    .filter(({ file }) => !file.startsWith('docs/reference/api/'))
    .map((one) => [one.file, wordsOf(one)] as const),
  ...DASHBOARDS.map(
    (dashboard) =>
      [dashboard.title, panelTexts(JSON.parse(MIXIN.dashboardFile(dashboard, 'full').text) as Drawn)] as const,
  ),
];

/** A page without code and the targets of its links. */
function wordsOf(of: Page): string {
  return proseOf(of)
    .replace(/`[^`\n]*`/g, 'x')
    .replace(/\]\([^)]*\)/g, ']');
}

/** What a reader sees of a dashboard. */
interface Drawn {
  readonly panels: readonly { readonly title: string; readonly description?: string }[];
}

function panelTexts({ panels }: Drawn): string {
  return panels.map(({ title, description = '' }) => `${title}. ${description.split('\n\n')[0] ?? ''}`).join('\n\n');
}

function sentences(text: string): readonly string[] {
  return text.split(/\n\n|\n(?=[-|#] )|[.:;!?](?=\s)|\|/).map((sentence) => sentence.replace(/\s+/g, ' ').trim());
}

describe('in every page and dashboard', () => {
  test.each(TEXTS)('%s uses the words of a native reader', (_, text) => {
    const found = WORDS.flatMap(([pattern, instead]) =>
      sentences(text)
        .filter((sentence) => pattern.test(sentence))
        .map((sentence) => `${sentence} -> ${instead}`),
    );
    expect(found).toEqual([]);
  });

  test.each(TEXTS)('%s has no sentence of more than 45 words', (_, text) => {
    expect(sentences(text).filter((sentence) => sentence.split(' ').length > MAX_WORDS)).toEqual([]);
  });

  test('a word of the list and a long sentence are noticed', () => {
    expect(WORDS.filter(([pattern]) => pattern.test('The pod starts anew.'))).toHaveLength(1);
    expect(sentences(`${'word '.repeat(46)}end. Short one.`).map((one) => one.split(' ').length)).toEqual([47, 2]);
  });
});
