/** Steps of runbooks that several have in common. Namespace and names are those of the installation. */

/** Lists the pods. */
export const LIST_PODS = 'List the pods: `kubectl -n @{namespace} get pods -l @{pods} -o wide`.';

/** Shows why a pod does not run. */
export const DESCRIBE_PODS =
  'Read the events of the pods: `kubectl -n @{namespace} describe pods -l @{pods}`. Look for failed probes, `OOMKilled`, image pulls and scheduling.';

/** Reads the logs of all pods. */
export const READ_LOGS =
  'Read the logs: `kubectl -n @{namespace} logs -l @{pods} -c coderd --prefix --since=30m --tail=500`.';

/** Reads the logs before the last restart. */
export const READ_PREVIOUS_LOGS =
  'Read the log before the last restart: `kubectl -n @{namespace} logs POD -c coderd --previous --tail=200`.';

/** Shows what changed last. */
export const LAST_CHANGE =
  'Check what changed: `kubectl -n @{namespace} rollout history deployment/@{workload}` and `kubectl -n @{namespace} get events --sort-by=.lastTimestamp`.';

/** Goes back to the state before a change. */
export const ROLL_BACK =
  'If a configuration change caused it, roll back: `helm -n @{namespace} rollback @{release}`. A version change may have migrated the database: then also restore its snapshot, or fix forward.';

/** Replaces the pods one after the other. */
export const RESTART =
  'Restart coderd without interruption: `kubectl -n @{namespace} rollout restart deployment/@{workload}`.';

/** Shows what PostgreSQL is busy with. */
export const BUSY_QUERIES =
  "Check what PostgreSQL is busy with: `SELECT pid, state, wait_event_type, now() - query_start AS age, left(query, 80) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' ORDER BY age DESC LIMIT 20;`.";

/** Shows how many connections PostgreSQL has left. */
export const CONNECTIONS =
  'Count its connections: `SELECT state, count(*) FROM pg_stat_activity GROUP BY state;` against `SHOW max_connections;`. Each coderd replica uses up to 30 unless `CODER_MAX_DB_CONNECTIONS` is set.';

/** More CPU or memory. */
export const MORE_RESOURCES =
  'Give each pod more CPU or memory (`coderd.resources`) before adding replicas: Coder recommends scaling up before scaling out.';

/** Opens the profiler of Go. */
export const PROFILE_GOROUTINES =
  "Check what the goroutines wait for: `kubectl -n @{namespace} port-forward POD 6060`, then `curl -s 'http://localhost:6060/debug/pprof/goroutine?debug=1' | head -60`.";
