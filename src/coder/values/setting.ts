import {
  type Expr,
  type Tree,
  type TreeMap,
  type Value,
  and,
  base64,
  equals,
  interpolate,
  isSet,
  join,
  literal,
  nonEmpty,
  not,
  toJson,
} from '../../engine/expr';

/** What a value tells coderd as an environment variable. */
export interface Setting {
  /** The variable without its name. */
  readonly source: TreeMap;
  /** Whether the variable is there. */
  readonly isThere: Expr<boolean>;
  /** Whether it is there because of a value that is not the default. */
  readonly isChosen: Expr<boolean>;
  /** The path of the value that says it, where it is not always that of the setting's name. */
  readonly by?: Expr<string>;
}

/** A text that is there in any case, and chosen where `isChosen` holds. */
export function always(value: Value<string | number>, isChosen: Value<boolean> = literal<boolean>(true)): Setting {
  return { source: { value: interpolate`${value}` }, isThere: literal<boolean>(true), isChosen: and(isChosen) };
}

/** A setting that is there only under a condition. */
export function onlyIf(condition: Expr<boolean>, setting: Setting): Setting {
  const { isThere, isChosen } = setting;
  return { ...setting, isThere: and(condition, isThere), isChosen: and(condition, isChosen) };
}

/** A text or number that is there unless it is `""`. */
export function given(value: Expr<string> | Expr<number | ''>, usual = ''): Setting {
  const text = interpolate`${value}`;
  return onlyIf(isSet(value), always(text, not(equals(text, usual))));
}

/** A switch, which is there in any case. */
export function toggle(value: Expr<boolean>, usual: boolean): Setting {
  return always(interpolate`${value}`, not(equals(value, usual)));
}

/** Texts with commas between them. */
export function list(values: Expr<readonly string[]>): Setting {
  return onlyIf(nonEmpty(values), always(join(values, ',')));
}

/** A map as JSON. */
export function json(map: Expr & Tree): Setting {
  return onlyIf(nonEmpty(map), always(toJson(map)));
}

/** A list or map as JSON in Base64. */
export function encoded(tree: Expr & Tree): Setting {
  return onlyIf(nonEmpty(tree), always(base64(toJson(tree))));
}

/** A key of a Secret. */
export function secret({ name, key }: { readonly name: Expr<string>; readonly key: Expr<string> }): Setting {
  const isThere = isSet(name);
  return { source: { valueFrom: { secretKeyRef: { name, key } } }, isThere, isChosen: isThere };
}

/** The path of a file, where its Secret is named. */
export function file(
  folder: Value<string>,
  { name, key }: { readonly name: Expr<string>; readonly key: Expr<string> },
): Setting {
  return onlyIf(isSet(name), always(interpolate`${folder}/${key}`));
}
