import { type Move, gone, keep, rename, renames } from './move';
import { dropped, left, movedTo } from './outcome';
import { hasExternalDatabase, isTrue } from './old-values';
import { condition, integer, text } from './readings';

/** The keys of the section `postgres`. */
export function databaseMoves(): readonly Move[] {
  const names = { host: 'host', user: 'user', database: 'name', searchPath: 'searchPath' };
  const external = [
    ...renames('postgres', 'database', names, text),
    rename('postgres.port', 'database.port', integer),
    rename('postgres.passwordSecret', 'database.passwordSecret.name', text),
    rename('postgres.noPasswordEnv', 'database.passwordAsFile', condition),
    ...renames('postgres', 'database', { sslMode: 'sslMode', connector: 'connector' }, text),
    ...['certSecret', 'keySecret', 'rootCertSecret'].flatMap((of) =>
      keep(`postgres.ssl.${of}`, `database.tls.${of}`, 'name key', text),
    ),
  ];
  return [
    builtIn,
    ...external.map(ifExternal),
    ...OF_BUILT_IN.map((key) => gone(`postgres.default.${key}`, FOR_TRIALS)),
  ];
}

/** Why nothing here replaces the database of Coder's chart. */
const NO_DATABASE =
  'its data stay where they are; move them to an external PostgreSQL and set database.*, or begin a trial with evaluationDatabase';

/** Without its own database, Coder's chart says how to log in even if nobody did. */
const builtIn: Move = {
  from: 'postgres.default.enable',
  to: ['database.connector'],
  convert: (_, old) => {
    if (!hasExternalDatabase(old)) return left(NO_DATABASE);
    const isSaid = old.has('postgres.connector') || !isTrue(old.get('postgres.host'));
    return isSaid ? dropped('it is off, as here') : movedTo('database.connector', 'postgres');
  },
};

/** Empty texts say nothing; nor does anything, beside the database of Coder's chart. */
function ifExternal(move: Move): Move {
  return {
    ...move,
    convert: (value, old) => {
      if (!hasExternalDatabase(old))
        return dropped("Coder's chart does not read it while postgres.default.enable is true");
      return value === '' || value === null ? dropped('it is empty') : move.convert(value, old);
    },
  };
}

const OF_BUILT_IN = [
  'image',
  'storageClassName',
  'annotations',
  'networkPolicy.enable',
  ...['requests.cpu', 'requests.memory', 'requests.storage', 'limits.cpu', 'limits.memory'].map(
    (key) => `resources.${key}`,
  ),
];

const FOR_TRIALS = 'this chart has no such database; for a trial, see evaluationDatabase';
