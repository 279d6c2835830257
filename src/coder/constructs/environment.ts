import type { Value } from '../../engine/expr';
import type * as k8s from './kubernetes-types';

/** A variable that is a text. */
export interface TextVariable {
  /** The text; `$(NAME)` in it is the variable of that name, where that one comes earlier. */
  readonly value: Value<string>;
  /** Not beside `value`. */
  readonly valueFrom?: undefined;
}

/** A variable that the container gets from somewhere else, such as a Secret. */
export interface SourcedVariable {
  /** Where it comes from, for example `{ secretKeyRef: { name: 'coder-database', key: 'DB_PASSWORD' } }`. */
  readonly valueFrom: Value<k8s.EnvVarSource>;
  /** Not beside `valueFrom`. */
  readonly value?: undefined;
}

/** An environment variable, in a map by the names of variables. */
export type Variable = TextVariable | SourcedVariable;
