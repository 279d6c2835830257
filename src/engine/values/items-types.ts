import type { Children, Leaf, Section } from './declare';

/** What the values of a section are once all are known. */
export type Filled<S> =
  S extends Leaf<infer T> ? T : S extends Section<infer C> ? { readonly [K in keyof C]: Filled<C[K]> } : never;

/** What is given for a section: of each value its default counts where it is missing or null. */
export type Given<S> =
  S extends SectionList<infer C>
    ? readonly Given<Section<C>>[]
    : S extends SectionMap<infer C>
      ? Readonly<Record<string, Given<Section<C>>>>
      : S extends Leaf<infer T>
        ? T
        : S extends Section<infer C>
          ? { readonly [K in keyof C]?: Given<C[K]> | null }
          : never;

/** A list of sections. */
export interface SectionList<C extends Children> extends Leaf<readonly Filled<Section<C>>[]> {
  /** The values of an item. */
  readonly item: Section<C>;
  /** Tells it from a map. */
  readonly type: 'list';
}

/** A map of sections by their names. */
export interface SectionMap<C extends Children> extends Leaf<Readonly<Record<string, Filled<Section<C>>>>> {
  /** The values of an entry. */
  readonly item: Section<C>;
  /** Tells it from a list. */
  readonly type: 'map';
}
