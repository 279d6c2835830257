// Characters of the private use area, which no manifest has a use for.
const OPEN = '\uE000';
const CLOSE = '\uE001';
// Mixed case, so that text a construct changed to lower or upper case is no marker any more and is noticed.
const TAGS = { usual: 'xV', other: 'Odd.one: "\\/" ' } as const;

/** How markers are spelled; see `TokenTable`. */
export type Spelling = keyof typeof TAGS;

const ANY_TAG = Object.values(TAGS)
  .map((tag) => tag.replace(/[.\\]/g, '\\$&'))
  .join('|');

/** Finds markers in text; the first group is the token. */
export const MARKER = new RegExp(`${OPEN}(?:${ANY_TAG})(\\d+)${CLOSE}`, 'g');

/** The number that stands for the first token. It is exact, and far above any number of a manifest. */
export const FIRST_NUMBER = 8_400_000_000_000_000;

/** Two marker numbers are so far apart that the result of small arithmetic on one is not another. */
export const NUMBER_STEP = 1_000_003;

/** The token of a marker number. */
export function idOfNumber(marker: number): number {
  return (marker - FIRST_NUMBER) / NUMBER_STEP;
}

/** Finds marker numbers in text. */
export const NUMBER = /84\d{14}/g;

/** Key under which the map token that is spread last leaves its number. */
export const MAP_RANK = `${OPEN}rank${CLOSE}`;

/** The marker of a token. */
export function markerOf(id: number, spelling: Spelling): string {
  return `${OPEN}${TAGS[spelling]}${String(id)}${CLOSE}`;
}

/** Value of a key that a map token tries to override. */
export function probeOf(id: number): string {
  return `${OPEN}probe${String(id)}${CLOSE}`;
}

/** True when text has a character of markers. */
export function hasMarkerCharacter(text: string): boolean {
  return text.includes(OPEN) || text.includes(CLOSE);
}

/** Text of which a marker was a part that a construct has cut. */
export function withoutMarkerCharacters(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}
