/** A value of this chart, and what it gets. */
export interface Place {
  /** Keys that lead to it. */
  readonly path: readonly string[];
  /** What it gets. Maps in one place are merged, lists appended. */
  readonly value: unknown;
}

/** What becomes of a key of Coder's own chart. */
export interface Outcome {
  /** Where it went; nowhere if it was dropped. */
  readonly places: readonly Place[];
  /** What a reader has to know, or why it went nowhere; may be `''`. */
  readonly note: string;
  /** Whether something is left to be done by hand. */
  readonly isLeft: boolean;
}

/** What becomes of a values file of Coder's own chart. */
export interface Migration {
  /** Values of this chart, which it accepts. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What became of each key, in the order of the file. */
  readonly keys: readonly MigratedKey[];
}

/** What became of one key. */
export interface MigratedKey extends Outcome {
  /** The key in Coder's own chart. */
  readonly from: string;
}

/** It went to these places. */
export function moved(places: readonly Place[], note = ''): Outcome {
  return { places, note, isLeft: false };
}

/** It went to one place, by its path. */
export function movedTo(path: string, value: unknown, note = ''): Outcome {
  return moved([{ path: path.split('.'), value }], note);
}

/** It went nowhere, and nothing is lost. */
export function dropped(reason: string): Outcome {
  return { places: [], note: reason, isLeft: false };
}

/** It went nowhere, and somebody has to decide. */
export function left(reason: string): Outcome {
  return { places: [], note: reason, isLeft: true };
}
