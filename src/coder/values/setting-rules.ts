import {
  type Expr,
  and,
  equals,
  firstShared,
  ifElse,
  interpolate,
  isSet,
  lessOrEqual,
  literal,
  multiply,
  namedItems,
  not,
  optional,
  or,
  textAt,
  textsAt,
} from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import type { CoderValues } from './declaration';
import { numberOr, podsOf } from './pods';
import { settings } from './settings';
import { shown } from './shown';
import { volumeRules } from './volume-rules';

type Values = Handles<CoderValues>;

/** What coderd needs of the values that it gets as variables and files. */
export function settingRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  return [
    ...variableRules(values, version),
    ...volumeRules(values, version),
    trustedRule(values),
    ...databaseRules(values),
    ...evaluationRules(values),
    ...budgetRules(values, version),
    ...satelliteRules(values),
  ];
}

/** Of two values for one variable, one would be lost. A value that has its default says nothing. */
function variableRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  const all = settings(values, version, literal<string>(''));
  const said = version.environment.flatMap((of) => {
    if (!('setting' in of)) return [];
    const { isChosen, by = of.setting.replace(/#.*/, '') } = all[of.setting];
    return [{ name: of.name, by, isChosen }];
  });
  const chosen = textsAt(literal(said.map(({ name, isChosen }) => optional(isChosen, { name }))), ['name']);
  const owners = Object.fromEntries(said.map(({ name, by }) => [name, by]));
  const places = { env: namedItems(values.coderd.env), extraEnv: values.coderd.extraEnv };
  return Object.entries(places).map(([key, list]) => {
    const name = firstShared(textsAt(list, ['name']), chosen);
    return {
      path: `coderd.${key}`,
      broken: isSet(name),
      expected: 'variables that no other value sets',
      got: interpolate`"${name}", which values.${textAt(owners, name, '')} sets: remove one of the two`,
    };
  });
}

/** Beside the certificate of an authority, in the same folder. */
const TAKEN = ['host', 'devurls', 'client', 'pg'];

/** Kubernetes refuses two mounts in one place. */
function trustedRule({ trustedCertificate: { name, key } }: Values): ValueRule {
  return {
    path: 'trustedCertificate.key',
    broken: and(isSet(name), or(...TAKEN.map((taken) => equals(key, taken)))),
    expected: `another key than ${TAKEN.join(', ')}, where other Secrets are mounted`,
    got: interpolate`"${key}"`,
  };
}

function databaseRules({ database, evaluationDatabase }: Values): readonly ValueRule[] {
  const { host, passwordSecret, passwordAsFile, tls, poolSize } = database;
  const pair = (path: string, one: Expr<string>, other: Expr<string>, because: string): ValueRule => ({
    path: `database.tls.${path}.name`,
    broken: and(not(isSet(one)), isSet(other)),
    expected: `the name of a Secret, since database.tls.${because}.name is set`,
    got: '""',
  });
  return [
    {
      path: 'database.host',
      broken: and(
        not(or(isSet(host), evaluationDatabase.enabled)),
        or(saysWhere(database), passwordAsFile, isSet(shown(poolSize))),
      ),
      expected: 'a host, since other values of database are set (or say all of it in coderd.env)',
      got: '""',
    },
    {
      path: 'database.passwordSecret.name',
      broken: and(passwordAsFile, not(or(isSet(passwordSecret.name), evaluationDatabase.enabled))),
      expected: 'the name of a Secret, since database.passwordAsFile is true',
      got: '""',
    },
    pair('keySecret', tls.keySecret.name, tls.certSecret.name, 'certSecret'),
    pair('certSecret', tls.certSecret.name, tls.keySecret.name, 'keySecret'),
  ];
}

/** Whether values say more of a database than how coderd uses it. */
function saysWhere({ host, user, name, searchPath, passwordSecret, connector, tls }: Values['database']) {
  const texts = [host, user, name, searchPath, connector, passwordSecret.name];
  const secrets = [tls.certSecret, tls.keySecret, tls.rootCertSecret].map((secret) => secret.name);
  return or(...[...texts, ...secrets].map((text) => isSet(text)));
}

function evaluationRules({ database, evaluationDatabase, satellite }: Values): readonly ValueRule[] {
  const { enabled, passwordSecret } = evaluationDatabase;
  return [
    {
      path: 'database',
      broken: and(enabled, saysWhere(database)),
      expected: 'nothing but passwordAsFile, poolSize and maxConnections, since evaluationDatabase.enabled is true',
      got: 'what says where another database is',
    },
    {
      path: 'evaluationDatabase.enabled',
      broken: and(enabled, satellite.enabled),
      expected: 'false, since satellite.enabled is true, and a satellite has no database',
      got: 'true',
    },
    {
      path: 'evaluationDatabase.passwordSecret.name',
      broken: and(enabled, equals(passwordSecret.name, '')),
      expected: 'the name of a Secret that exists, since evaluationDatabase.enabled is true',
      got: '""',
    },
  ];
}

/** The pods that are too many would get no connection, or take those of others. */
function budgetRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  const { poolSize, maxConnections } = values.database;
  const [each, pods] = [numberOr(poolSize, version.poolSize), podsOf(values).most];
  const needed = multiply(each, pods);
  const by = ifElse(values.autoscaling.enabled, 'autoscaling.maxReplicas', 'coderd.replicas');
  return [
    {
      path: 'database.maxConnections',
      broken: and(isSet(shown(maxConnections)), not(lessOrEqual(needed, numberOr(maxConnections, 0)))),
      expected: interpolate`at least ${needed}, for ${pods} pods (${by}) with ${each} connections each (database.poolSize)`,
      got: shown(maxConnections),
    },
  ];
}

function satelliteRules({ satellite }: Values): readonly ValueRule[] {
  const needed = {
    primaryUrl: satellite.primaryUrl,
    accessUrl: satellite.accessUrl,
    'privateKeySecret.name': satellite.privateKeySecret.name,
  };
  return Object.entries(needed).map(([key, value]) => ({
    path: `satellite.${key}`,
    broken: and(satellite.enabled, equals(value, '')),
    expected: `${key.endsWith('Url') ? 'a URL' : 'the name of a Secret'}, since satellite.enabled is true`,
    got: '""',
  }));
}
