import type { ListOf, MapOf, Value } from '../../engine/expr';

/** A key of a Secret or ConfigMap. */
export interface KeySelector {
  /** Name of the Secret or ConfigMap, in the namespace of the monitor. */
  readonly name: Value<string>;
  /** Key in its `data`. */
  readonly key: Value<string>;
  /** Whether the scrape goes on without it; by default it does not. */
  readonly optional?: Value<boolean>;
}

/** A text kept in a Secret or a ConfigMap. */
export interface SecretOrConfigMap {
  /** Set this or `configMap`. */
  readonly secret?: Value<KeySelector>;
  /** Set this or `secret`. */
  readonly configMap?: Value<KeySelector>;
}

/**
 * TLS of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig
 */
export interface SafeTlsConfig {
  /** Certificate authority of the target; by default those of the system. */
  readonly ca?: Value<SecretOrConfigMap>;
  /** Certificate that Prometheus shows; needs `keySecret`. */
  readonly cert?: Value<SecretOrConfigMap>;
  /** Private key of `cert`. */
  readonly keySecret?: Value<KeySelector>;
  /** Name that the certificate of the target must have; by default that of the URL. */
  readonly serverName?: Value<string>;
  /** Whether any certificate is accepted; by default not. */
  readonly insecureSkipVerify?: Value<boolean>;
  /** Lowest version of TLS, such as `TLS12`. */
  readonly minVersion?: Value<string>;
  /** Highest version of TLS, such as `TLS13`. */
  readonly maxVersion?: Value<string>;
}

/**
 * Authorization header of a scrape.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeAuthorization
 */
export interface SafeAuthorization {
  /** First word of the header; by default `Bearer`. */
  readonly type?: Value<string>;
  /** What follows it. */
  readonly credentials?: Value<KeySelector>;
}

/** What every relabeling may have. */
export interface RelabelingFields {
  /** Labels whose values are joined and compared with the regular expression. */
  readonly sourceLabels?: Value<ListOf<string>>;
  /** Text between the joined values; by default `;`. */
  readonly separator?: Value<string>;
  /** Label that is written. */
  readonly targetLabel?: Value<string>;
  /** Divisor of the action `hashmod`. */
  readonly modulus?: Value<number>;
  /** What is written; `$1` is the first group of the regular expression, and the default. */
  readonly replacement?: Value<string>;
}

/** Selects by a regular expression. Without one it would match, and drop, everything. */
export interface SelectingRelabeling extends RelabelingFields {
  /** What is done with what matches. */
  readonly action: Value<
    'drop' | 'keep' | 'labeldrop' | 'labelkeep' | 'labelmap' | 'Drop' | 'Keep' | 'LabelDrop' | 'LabelKeep' | 'LabelMap'
  >;
  /** Regular expression of Prometheus (RE2) for the joined values of `sourceLabels`; it matches the whole. */
  readonly regex: Value<string>;
}

/** Rewrites a label, or compares two. */
export interface RewritingRelabeling extends RelabelingFields {
  /** By default `replace`. */
  readonly action?: Value<
    | 'replace'
    | 'hashmod'
    | 'lowercase'
    | 'uppercase'
    | 'keepequal'
    | 'dropequal'
    | 'Replace'
    | 'HashMod'
    | 'Lowercase'
    | 'Uppercase'
    | 'KeepEqual'
    | 'DropEqual'
  >;
  /** Regular expression of Prometheus (RE2) for the joined values of `sourceLabels`; by default `(.*)`. */
  readonly regex?: Value<string>;
}

/**
 * A change to a target or a metric.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RelabelConfig
 */
export type Relabeling = SelectingRelabeling | RewritingRelabeling;

/**
 * A group of rules.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RuleGroup
 */
export interface RuleGroup {
  /** Name of the group, which no other one has. */
  readonly name: Value<string>;
  /** How often its rules are evaluated; by default as often as Prometheus evaluates rules. */
  readonly interval?: Value<string>;
  /** Number of alerts or series above which a rule fails; by default there is none. */
  readonly limit?: Value<number>;
  /** Its rules, evaluated in order. */
  readonly rules: Value<ListOf<Rule>>;
}

/**
 * A recording rule or an alert.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Rule
 */
export interface Rule {
  /** Name of the recorded series. */
  readonly record?: Value<string>;
  /** Name of the alert. */
  readonly alert?: Value<string>;
  /** What is recorded, or the condition of the alert, in PromQL. */
  readonly expr: Value<string>;
  /** How long the condition must hold. */
  readonly for?: Value<string>;
  /** How long the alert goes on to fire when its condition no longer holds. */
  readonly keep_firing_for?: Value<string>;
  /** Labels that are added. */
  readonly labels?: Value<MapOf<string>>;
  /** Texts of the alert. */
  readonly annotations?: Value<MapOf<string>>;
}
