import type { Catalogue } from '../metrics';
import type { Lean } from './presets';

/** What is watched, and how to tell it from other programs. */
export interface WatchedProgram<P extends string = string> {
  /** What it publishes; queries of rules and dashboards name nothing else. */
  readonly metrics: Catalogue;
  /** Name of the program, for texts. */
  readonly program: string;
  /** What dashboards call it. */
  readonly title: string;
  /** Tag of its dashboards; the links between them look for it. */
  readonly tag: string;
  /** Beginning of the names of all its alerts, in upper camel case. */
  readonly alertPrefix: P;
  /** A gauge without labels that each of its processes shows from its first moment on, and no other program. */
  readonly presence: string;
  /** What the preset `lean` drops. */
  readonly lean: Lean;
}

/** Key of the settings of an alert with the name `N`: the name without the prefix `P`. */
export type SettingKey<N extends string, P extends string> = N extends `${P}${infer Rest}` ? Uncapitalize<Rest> : never;

/** Key of the settings of an alert: its name without the prefix. */
export function settingOf(
  { name }: { readonly name: string },
  { alertPrefix }: Pick<WatchedProgram, 'alertPrefix'>,
): string {
  const rest = name.slice(alertPrefix.length);
  return rest.charAt(0).toLowerCase() + rest.slice(1);
}
