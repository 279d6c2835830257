{{- define "coder.cdk8s.accessName" -}}
{{- $prefix := include "coder.cdk8s.prefix" . -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coder" (printf "%s-coder" $prefix) (eq $prefix "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.dashboard.api" -}}
{{ .Files.Get "files/dashboards/coder-api.json" | replace "\"@[\\\"expr\\\": \\\"sum(rate(coderd_api_request_latencies_ms_bucket{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\", le=~\\\\\\\"@[slo.latencyMilliseconds]([.]0)?\\\\\\\"}[$__rate_interval])) / sum(rate(coderd_api_request_latencies_ms_count{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval]))\\\"|\\\"expr\\\": \\\"histogram_fraction(-Inf, @[slo.latencyMilliseconds], sum(rate(coderd_api_request_latencies_ms{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval])))\\\"]\": null" (printf "%s" (ternary ("\"expr\": \"histogram_fraction(-Inf, @[slo.latencyMilliseconds], sum(rate(coderd_api_request_latencies_ms{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])))\"") ("\"expr\": \"sum(rate(coderd_api_request_latencies_ms_bucket{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\", le=~\\\"@[slo.latencyMilliseconds]([.]0)?\\\"}[$__rate_interval])) / sum(rate(coderd_api_request_latencies_ms_count{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))\"") (eq (toString .Values.metrics.preset) "native"))) | replace "@[le, method, path) (rate(coderd_api_request_latencies_ms_bucket|method, path) (rate(coderd_api_request_latencies_ms]" (printf "%s" (ternary "method, path) (rate(coderd_api_request_latencies_ms" "le, method, path) (rate(coderd_api_request_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[le, pod) (rate(coderd_api_request_latencies_ms_bucket|pod) (rate(coderd_api_request_latencies_ms]" (printf "%s" (ternary "pod) (rate(coderd_api_request_latencies_ms" "le, pod) (rate(coderd_api_request_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_api_websocket_durations_ms_bucket|(rate(coderd_api_websocket_durations_ms]" (printf "%s" (ternary "(rate(coderd_api_websocket_durations_ms" " by (le) (rate(coderd_api_websocket_durations_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_api_request_latencies_ms_bucket|(rate(coderd_api_request_latencies_ms]" (printf "%s" (ternary "(rate(coderd_api_request_latencies_ms" " by (le) (rate(coderd_api_request_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "\"@[\\\"legendFormat\\\": \\\"{{le}}\\\", \\\"format\\\": \\\"heatmap\\\"|\\\"format\\\": \\\"heatmap\\\"]\": null" (printf "%s" (ternary ("\"format\": \"heatmap\"") ("\"legendFormat\": \"{{le}}\", \"format\": \"heatmap\"") (eq (toString .Values.metrics.preset) "native"))) | replace "@[slo.availability]" (printf "%s" (toJson .Values.metrics.slo.availability)) | replace "@[slo.latency]" (printf "%s" (toJson .Values.metrics.slo.latency)) | replace "@[slo.latencyMilliseconds]" (printf "%d" (int64 .Values.metrics.slo.latencyMilliseconds)) | replace "\"@{slo.latency}\"" (printf "%s" (toJson .Values.metrics.slo.latency)) | replace "\"@{slo.latencyMilliseconds}\"" (printf "%d" (int64 .Values.metrics.slo.latencyMilliseconds)) }}
{{- end }}

{{- define "coder.cdk8s.dashboard.jobs" -}}
{{ .Files.Get "files/dashboards/coder-jobs.json" | replace "\"@[\\\"expr\\\": \\\"sum(rate(coderd_db_sql_query_latencies_ms_sum{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval])) / sum(rate(coderd_db_sql_query_latencies_ms_count{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval]))\\\"|\\\"expr\\\": \\\"histogram_sum(sum(rate(coderd_db_sql_query_latencies_ms{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval]))) / histogram_count(sum(rate(coderd_db_sql_query_latencies_ms{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval])))\\\"]\": null" (printf "%s" (ternary ("\"expr\": \"histogram_sum(sum(rate(coderd_db_sql_query_latencies_ms{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))) / histogram_count(sum(rate(coderd_db_sql_query_latencies_ms{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])))\"") ("\"expr\": \"sum(rate(coderd_db_sql_query_latencies_ms_sum{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])) / sum(rate(coderd_db_sql_query_latencies_ms_count{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))\"") (eq (toString .Values.metrics.preset) "native"))) | replace "\"@[\\\"expr\\\": \\\"sum(rate(coderd_backgroundjob_execution_time_seconds_sum{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval]))\\\"|\\\"expr\\\": \\\"histogram_sum(sum(rate(coderd_backgroundjob_execution_time_seconds{namespace=~\\\\\\\"$namespace\\\\\\\", job=~\\\\\\\"$job\\\\\\\", pod=~\\\\\\\"$pod\\\\\\\"}[$__rate_interval])))\\\"]\": null" (printf "%s" (ternary ("\"expr\": \"histogram_sum(sum(rate(coderd_backgroundjob_execution_time_seconds{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])))\"") ("\"expr\": \"sum(rate(coderd_backgroundjob_execution_time_seconds_sum{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))\"") (eq (toString .Values.metrics.preset) "native"))) | replace "@[sum(rate(coderd_background_workspace_build_duration_s_count{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])) * |histogram_count(sum(rate(coderd_background_workspace_build_duration_s{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))) * ]" (printf "%s" (ternary ("histogram_count(sum(rate(coderd_background_workspace_build_duration_s{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval]))) * ") ("sum(rate(coderd_background_workspace_build_duration_s_count{namespace=~\\\"$namespace\\\", job=~\\\"$job\\\", pod=~\\\"$pod\\\"}[$__rate_interval])) * ") (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_background_workspace_build_duration_s_bucket|(rate(coderd_background_workspace_build_duration_s]" (printf "%s" (ternary "(rate(coderd_background_workspace_build_duration_s" " by (le) (rate(coderd_background_workspace_build_duration_s_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_backgroundjob_execution_time_seconds_bucket|(rate(coderd_backgroundjob_execution_time_seconds]" (printf "%s" (ternary "(rate(coderd_backgroundjob_execution_time_seconds" " by (le) (rate(coderd_backgroundjob_execution_time_seconds_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_backgroundjob_enqueue_time_seconds_bucket|(rate(coderd_backgroundjob_enqueue_time_seconds]" (printf "%s" (ternary "(rate(coderd_backgroundjob_enqueue_time_seconds" " by (le) (rate(coderd_backgroundjob_enqueue_time_seconds_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_db_sql_query_latencies_ms_bucket|(rate(coderd_db_sql_query_latencies_ms]" (printf "%s" (ternary "(rate(coderd_db_sql_query_latencies_ms" " by (le) (rate(coderd_db_sql_query_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "\"@[\\\"legendFormat\\\": \\\"{{le}}\\\", \\\"format\\\": \\\"heatmap\\\"|\\\"format\\\": \\\"heatmap\\\"]\": null" (printf "%s" (ternary ("\"format\": \"heatmap\"") ("\"legendFormat\": \"{{le}}\", \"format\": \"heatmap\"") (eq (toString .Values.metrics.preset) "native"))) | replace "\"@{alerts.CoderdJobQueueGrowing.queue}\"" (printf "%d" (int64 .Values.metrics.alerts.jobQueueGrowing.queue)) | replace "\"@{alerts.CoderdJobEnqueueSlow.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.jobEnqueueSlow.seconds)) | replace "\"@{alerts.CoderdWorkspaceBuildSlow.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.workspaceBuildSlow.seconds)) | replace "\"@{alerts.CoderdDatabaseSlow.milliseconds}\"" (printf "%s" (toJson .Values.metrics.alerts.databaseSlow.milliseconds)) }}
{{- end }}

{{- define "coder.cdk8s.dashboard.networking" -}}
{{ .Files.Get "files/dashboards/coder-networking.json" | replace "\"@{alerts.CoderdTurnShareHigh.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.turnShareHigh.ratio)) | replace "\"@{alerts.CoderdTurnChurn.factor}\"" (printf "%s" (toJson .Values.metrics.alerts.turnChurn.factor)) }}
{{- end }}

{{- define "coder.cdk8s.dashboard.overview" -}}
{{ .Files.Get "files/dashboards/coder-overview.json" | replace "@[ by (le) (rate(coderd_background_workspace_build_duration_s_bucket|(rate(coderd_background_workspace_build_duration_s]" (printf "%s" (ternary "(rate(coderd_background_workspace_build_duration_s" " by (le) (rate(coderd_background_workspace_build_duration_s_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_db_sql_query_latencies_ms_bucket|(rate(coderd_db_sql_query_latencies_ms]" (printf "%s" (ternary "(rate(coderd_db_sql_query_latencies_ms" " by (le) (rate(coderd_db_sql_query_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(coderd_api_request_latencies_ms_bucket|(rate(coderd_api_request_latencies_ms]" (printf "%s" (ternary "(rate(coderd_api_request_latencies_ms" " by (le) (rate(coderd_api_request_latencies_ms_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "\"@{slo.availability}\"" (printf "%s" (toJson .Values.metrics.slo.availability)) | replace "@[slo.availability]" (printf "%s" (toJson .Values.metrics.slo.availability)) | replace "\"@{slo.latencyMilliseconds}\"" (printf "%d" (int64 .Values.metrics.slo.latencyMilliseconds)) | replace "\"@{alerts.CoderdWorkspaceBuildSlow.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.workspaceBuildSlow.seconds)) | replace "\"@{alerts.CoderdJobQueueGrowing.queue}\"" (printf "%d" (int64 .Values.metrics.alerts.jobQueueGrowing.queue)) | replace "\"@{alerts.CoderdDatabaseSlow.milliseconds}\"" (printf "%s" (toJson .Values.metrics.alerts.databaseSlow.milliseconds)) | replace "\"@{alerts.CoderdFdExhaustion.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.fdExhaustion.ratio)) | replace "\"@{alerts.CoderdLicenseExpiresNow.days}\"" (printf "%d" (int64 .Values.metrics.alerts.licenseExpiresNow.days)) | replace "\"@{alerts.CoderdLicenseExpiresSoon.days}\"" (printf "%d" (int64 .Values.metrics.alerts.licenseExpiresSoon.days)) | replace "\"@{alerts.CoderdLicenseSeatsAlmostUsed.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.licenseSeatsAlmostUsed.ratio)) }}
{{- end }}

{{- define "coder.cdk8s.dashboard.runtime" -}}
{{ if eq (toString .Values.metrics.preset) "lean" }}{{ .Files.Get "files/dashboards/lean/coder-runtime.json" | replace "\"@{alerts.CoderdFdExhaustion.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.fdExhaustion.ratio)) | replace "\"@{alerts.CoderdCrashLooping.restarts}\"" (printf "%d" (int64 .Values.metrics.alerts.crashLooping.restarts)) | replace "\"@{alerts.CoderdGoroutineLeak.goroutines}\"" (printf "%d" (int64 .Values.metrics.alerts.goroutineLeak.goroutines)) | replace "\"@{alerts.CoderdSchedulerLatencyHigh.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.schedulerLatencyHigh.seconds)) | replace "\"@{alerts.CoderdGcPressure.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.gcPressure.ratio)) | replace "\"@{alerts.CoderdScrapeSlow.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.scrapeSlow.seconds)) }}{{ else }}{{ .Files.Get "files/dashboards/coder-runtime.json" | replace "@[ by (le) (rate(go_gc_heap_allocs_by_size_bytes_total_bucket|(rate(go_gc_heap_allocs_by_size_bytes_total]" (printf "%s" (ternary "(rate(go_gc_heap_allocs_by_size_bytes_total" " by (le) (rate(go_gc_heap_allocs_by_size_bytes_total_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(go_gc_heap_frees_by_size_bytes_total_bucket|(rate(go_gc_heap_frees_by_size_bytes_total]" (printf "%s" (ternary "(rate(go_gc_heap_frees_by_size_bytes_total" " by (le) (rate(go_gc_heap_frees_by_size_bytes_total_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "\"@[\\\"legendFormat\\\": \\\"{{le}}\\\", \\\"format\\\": \\\"heatmap\\\"|\\\"format\\\": \\\"heatmap\\\"]\": null" (printf "%s" (ternary ("\"format\": \"heatmap\"") ("\"legendFormat\": \"{{le}}\", \"format\": \"heatmap\"") (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(go_sched_latencies_seconds_bucket|(rate(go_sched_latencies_seconds]" (printf "%s" (ternary "(rate(go_sched_latencies_seconds" " by (le) (rate(go_sched_latencies_seconds_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "@[ by (le) (rate(go_gc_pauses_seconds_total_bucket|(rate(go_gc_pauses_seconds_total]" (printf "%s" (ternary "(rate(go_gc_pauses_seconds_total" " by (le) (rate(go_gc_pauses_seconds_total_bucket" (eq (toString .Values.metrics.preset) "native"))) | replace "\"@{alerts.CoderdFdExhaustion.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.fdExhaustion.ratio)) | replace "\"@{alerts.CoderdCrashLooping.restarts}\"" (printf "%d" (int64 .Values.metrics.alerts.crashLooping.restarts)) | replace "\"@{alerts.CoderdGoroutineLeak.goroutines}\"" (printf "%d" (int64 .Values.metrics.alerts.goroutineLeak.goroutines)) | replace "\"@{alerts.CoderdSchedulerLatencyHigh.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.schedulerLatencyHigh.seconds)) | replace "\"@{alerts.CoderdGcPressure.ratio}\"" (printf "%s" (toJson .Values.metrics.alerts.gcPressure.ratio)) | replace "\"@{alerts.CoderdScrapeSlow.seconds}\"" (printf "%s" (toJson .Values.metrics.alerts.scrapeSlow.seconds)) }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.data1" -}}
{{- range $key, $item := .Values.image.pullSecretsByName }}
{{- if $item }}
- name: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data10" -}}
- name: tcp-coderd
{{- if .Values.service.https.enabled }}
- name: https-coderd
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data11" -}}
{{- if and .Values.logging.human (not (eq (printf "%s" .Values.logging.human) "/dev/stderr")) }}
- name: HUMAN_LOG
{{- end }}
{{- if and .Values.logging.json (not (eq (printf "%s" .Values.logging.json) "")) }}
- name: JSON_LOG
{{- end }}
{{- if and .Values.logging.stackdriver (not (eq (printf "%s" .Values.logging.stackdriver) "")) }}
- name: STACKDRIVER_LOG
{{- end }}
{{- if and .Values.logging.splunk.url (not (eq (printf "%s" .Values.logging.splunk.url) "")) }}
- name: SPLUNK_URL
{{- end }}
{{- if .Values.logging.splunk.tokenSecret.name }}
- name: SPLUNK_TOKEN
{{- end }}
{{- if and .Values.logging.splunk.channel (not (eq (printf "%s" .Values.logging.splunk.channel) "")) }}
- name: SPLUNK_CHANNEL
{{- end }}
{{- if and .Values.telemetry.amplitudeKey (not (eq (printf "%s" .Values.telemetry.amplitudeKey) "")) }}
- name: AMPLITUDE_API_KEY
{{- end }}
{{- if .Values.envbox.image }}
- name: ENVBOX_IMAGE
{{- end }}
{{- if and (printf "https://kubernetes.default.svc.%s:443" .Values.clusterDomain) (not (eq (printf "%s" (printf "https://kubernetes.default.svc.%s:443" .Values.clusterDomain)) "https://kubernetes.default.svc.cluster.local:443")) }}
- name: CLUSTER_ADDRESS
{{- end }}
{{- if and .Values.hosts.devurls (not (eq (printf "%s" .Values.hosts.devurls) "")) }}
- name: DEVURL_HOST
{{- end }}
{{- if not (eq (printf "%t" .Values.logging.verbose) "true") }}
- name: VERBOSE
{{- end }}
{{- if and .Values.satellite.enabled .Values.satellite.privateKeySecret.name }}
- name: CODER_SATELLITE_PRIVATE_KEY
{{- end }}
{{- if and .Values.satellite.enabled .Values.satellite.primaryUrl (not (eq (printf "%s" .Values.satellite.primaryUrl) "")) }}
- name: CODER_PRIMARY_ACCESS_URL
{{- end }}
{{- if and .Values.satellite.enabled .Values.satellite.accessUrl (not (eq (printf "%s" .Values.satellite.accessUrl) "")) }}
- name: CODER_SATELLITE_ACCESS_URL
{{- end }}
{{- if or .Values.tls.secretName .Values.tls.devurlsSecretName }}
- name: SSL_SERVER_CERT_FILE
{{- end }}
{{- if or .Values.tls.secretName .Values.tls.devurlsSecretName }}
- name: SSL_SERVER_KEY_FILE
{{- end }}
{{- if .Values.oidc.enableRefresh }}
- name: OIDC_ENABLE_REFRESH
{{- end }}
{{- if .Values.oidc.redirectOptions }}
- name: OIDC_REDIRECT_OPTIONS
{{- end }}
{{- if .Values.superAdmin.passwordSecret.name }}
- name: SUPER_ADMIN_PASSWORD
{{- end }}
{{- if .Values.scim.authSecret.name }}
- name: SCIM_AUTH_SECRET
{{- end }}
{{- if and .Values.proxy.http (not (eq (printf "%s" .Values.proxy.http) "")) }}
- name: http_proxy
{{- end }}
{{- if and .Values.proxy.https (not (eq (printf "%s" .Values.proxy.https) "")) }}
- name: https_proxy
{{- end }}
{{- if and .Values.proxy.exempt (not (eq (printf "%s" .Values.proxy.exempt) "cluster.local")) }}
- name: no_proxy
{{- end }}
{{- if not (eq (printf "%t" .Values.reverseProxy.trustIp) "false") }}
- name: TRUST_PROXY_IP
{{- end }}
{{- if .Values.reverseProxy.trustedOrigins }}
- name: PROXY_TRUSTED_ORIGINS
{{- end }}
{{- if .Values.reverseProxy.trustedHeaders }}
- name: PROXY_TRUSTED_HEADERS
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: SSL_CLIENT_CERT_FILE
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: SSL_CLIENT_KEY_FILE
{{- end }}
{{- if include "coder.cdk8s.textsAt" (list (include "coder.cdk8s.mergeByName" (list (include "coder.cdk8s.data6" . | fromYamlArray) (include "coder.cdk8s.data7" . | fromYamlArray)) | fromJsonArray) (list "name")) | fromJsonArray }}
- name: CODER_ALTERNATE_HOSTNAMES
{{- end }}
{{- if not (eq (printf "%t" .Values.serviceAccount.migrateBuiltInProvider) "true") }}
- name: CODER_MIGRATE_BUILT_IN_PROVIDER
{{- end }}
{{- if .Values.workspaces.tolerations }}
- name: POD_TOLERATIONS
{{- end }}
{{- if .Values.workspaces.nodeSelector }}
- name: POD_NODESELECTOR
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_HOST
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_PORT
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled) (not (eq (printf "%s" (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled)) "")) }}
- name: DB_USER
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (not .Values.database.passwordAsFile) (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD_PATH
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.connector (not (eq (printf "%s" .Values.database.connector) "")) }}
- name: DB_CONNECTOR
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_SSL_MODE
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled) (not (eq (printf "%s" (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled)) "")) }}
- name: DB_NAME
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.searchPath (not (eq (printf "%s" .Values.database.searchPath) "")) }}
- name: DB_SEARCH_PATH
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.certSecret.name }}
- name: DB_CERT
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.keySecret.name }}
- name: DB_KEY
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.rootCertSecret.name }}
- name: DB_ROOT_CERT
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ne (toString .Values.database.poolSize) "") (not (eq (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) "")) }}
- name: CODER_MAX_DB_CONNECTIONS
{{- end }}
{{- if and .Values.coderd.resources.limits.memory (ne (toString .Values.goRuntime.memoryLimitPercentage) "") }}
- name: GOMEMLIMIT
{{- end }}
{{- if and .Values.coderd.resources.limits.cpu .Values.goRuntime.maxProcs }}
- name: GOMAXPROCS
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data12" -}}
{{- if .Values.trustedCertificate.name }}
- name: trusted-certificate
  mountPath: {{ printf "/etc/ssl/certs/%s" .Values.trustedCertificate.key | quote }}
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  mountPath: /etc/ssl/certs/host
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- name: devurltls
  mountPath: /etc/ssl/certs/devurls
{{- end }}
{{- if .Values.database.tls.certSecret.name }}
- name: pgcert
  mountPath: /etc/ssl/certs/pg/cert
{{- end }}
{{- if .Values.database.tls.keySecret.name }}
- name: pgkey
  mountPath: /etc/ssl/certs/pg/key
{{- end }}
{{- if .Values.database.tls.rootCertSecret.name }}
- name: pgrootcert
  mountPath: /etc/ssl/certs/pg/rootcert
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: clientcert
  mountPath: /etc/ssl/certs/client
{{- end }}
{{- if and (or .Values.database.host .Values.evaluationDatabase.enabled) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: pgpassword
  mountPath: {{ printf "/run/secrets/%s" (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data13" -}}
{{- range $item := include "coder.cdk8s.textsAt" (list (concat (list (dict "mountPath" "/tmp/pgcerts")) (include "coder.cdk8s.data12" . | fromYamlArray) (include "coder.cdk8s.mountsByName" . | fromYamlArray)) (list "mountPath")) | fromJsonArray }}
- name: {{ $item | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data2" -}}
{{- range $item := .Values.image.pullSecrets }}
- name: {{ $item | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data3" -}}
{{- range $key, $item := .Values.coderd.envFromByName }}
-
  {{- include "coder.cdk8s.yaml" $item | nindent 2 }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data4" -}}
{{- if .Values.tls.secretName }}
- /etc/ssl/certs/host/tls.crt
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- /etc/ssl/certs/devurls/tls.crt
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data5" -}}
{{- if .Values.tls.secretName }}
- /etc/ssl/certs/host/tls.key
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- /etc/ssl/certs/devurls/tls.key
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data6" -}}
{{- range $item := .Values.hosts.alternates }}
- name: {{ $item | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data7" -}}
{{- range $key, $item := .Values.hosts.alternatesByName }}
{{- if $item }}
- name: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data8" -}}
{{- range $item := splitList "." (toString .Values.hosts.devurls) }}
- {{ ternary "*" $item (hasPrefix "*" $item) | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data9" -}}
- name: tmp-pgcerts
{{- if .Values.trustedCertificate.name }}
- name: trusted-certificate
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- name: devurltls
{{- end }}
{{- if .Values.database.tls.certSecret.name }}
- name: pgcert
{{- end }}
{{- if .Values.database.tls.keySecret.name }}
- name: pgkey
{{- end }}
{{- if .Values.database.tls.rootCertSecret.name }}
- name: pgrootcert
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: clientcert
{{- end }}
{{- if and (or .Values.database.host .Values.evaluationDatabase.enabled) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: pgpassword
{{- end }}
{{- end }}

{{- define "coder.cdk8s.databaseLabels" -}}
{{- $databaseName := include "coder.cdk8s.databaseName" . -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ $databaseName | quote }}
app.kubernetes.io/part-of: coder
coder.deployment: {{ $databaseName | quote }}
{{- end }}

{{- define "coder.cdk8s.databaseName" -}}
{{- $prefix := include "coder.cdk8s.prefix" . -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coderd-database" (printf "%s-coderd-database" $prefix) (eq $prefix "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.devurlsHost" -}}
{{ join "." (include "coder.cdk8s.data8" . | fromYamlArray) }}
{{- end }}

{{- define "coder.cdk8s.env" -}}
{{- $databaseName := include "coder.cdk8s.databaseName" . -}}
- name: SKIP_MIGRATIONS
  value: "true"
{{- if .Values.logging.human }}
- name: HUMAN_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.human) | quote }}
{{- end }}
{{- if .Values.logging.json }}
- name: JSON_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.json) | quote }}
{{- end }}
{{- if .Values.logging.stackdriver }}
- name: STACKDRIVER_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.stackdriver) | quote }}
{{- end }}
{{- if .Values.logging.splunk.url }}
- name: SPLUNK_URL
  value: {{ printf "%s" (printf "%s" .Values.logging.splunk.url) | quote }}
{{- end }}
{{- if .Values.logging.splunk.tokenSecret.name }}
- name: SPLUNK_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ .Values.logging.splunk.tokenSecret.name | quote }}
      key: {{ .Values.logging.splunk.tokenSecret.key | quote }}
{{- end }}
{{- if .Values.logging.splunk.channel }}
- name: SPLUNK_CHANNEL
  value: {{ printf "%s" (printf "%s" .Values.logging.splunk.channel) | quote }}
{{- end }}
{{- if .Values.telemetry.amplitudeKey }}
- name: AMPLITUDE_API_KEY
  value: {{ printf "%s" (printf "%s" .Values.telemetry.amplitudeKey) | quote }}
{{- end }}
- name: ENVBOX_IMAGE
  value: {{ printf "%s" (default (printf "%s/%s:%s" .Values.image.registry .Values.image.envboxRepository .Values.image.tag) .Values.envbox.image) | quote }}
{{- if printf "https://kubernetes.default.svc.%s:443" .Values.clusterDomain }}
- name: CLUSTER_ADDRESS
  value: {{ printf "%s" (printf "%s" (printf "https://kubernetes.default.svc.%s:443" .Values.clusterDomain)) | quote }}
{{- end }}
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{- if .Values.hosts.devurls }}
- name: DEVURL_HOST
  value: {{ printf "%s" (printf "%s" .Values.hosts.devurls) | quote }}
{{- end }}
- name: POD_IP
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
- name: VERBOSE
  value: {{ printf "%s" (printf "%t" .Values.logging.verbose) | quote }}
{{- if and .Values.satellite.enabled .Values.satellite.privateKeySecret.name }}
- name: CODER_SATELLITE_PRIVATE_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .Values.satellite.privateKeySecret.name | quote }}
      key: {{ .Values.satellite.privateKeySecret.key | quote }}
{{- end }}
{{- if and .Values.satellite.enabled .Values.satellite.primaryUrl }}
- name: CODER_PRIMARY_ACCESS_URL
  value: {{ printf "%s" (printf "%s" .Values.satellite.primaryUrl) | quote }}
{{- end }}
{{- if and .Values.satellite.enabled .Values.satellite.accessUrl }}
- name: CODER_SATELLITE_ACCESS_URL
  value: {{ printf "%s" (printf "%s" .Values.satellite.accessUrl) | quote }}
{{- end }}
{{- if or .Values.tls.secretName .Values.tls.devurlsSecretName }}
- name: SSL_SERVER_CERT_FILE
  value: {{ printf "%s" (join ":" (include "coder.cdk8s.data4" . | fromYamlArray)) | quote }}
{{- end }}
{{- if or .Values.tls.secretName .Values.tls.devurlsSecretName }}
- name: SSL_SERVER_KEY_FILE
  value: {{ printf "%s" (join ":" (include "coder.cdk8s.data5" . | fromYamlArray)) | quote }}
{{- end }}
{{- if .Values.oidc.enableRefresh }}
- name: OIDC_ENABLE_REFRESH
  value: "true"
{{- end }}
{{- if .Values.oidc.redirectOptions }}
- name: OIDC_REDIRECT_OPTIONS
  value: {{ printf "%s" (toRawJson .Values.oidc.redirectOptions) | quote }}
{{- end }}
{{- if .Values.superAdmin.passwordSecret.name }}
- name: SUPER_ADMIN_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.superAdmin.passwordSecret.name | quote }}
      key: {{ .Values.superAdmin.passwordSecret.key | quote }}
{{- end }}
{{- if .Values.scim.authSecret.name }}
- name: SCIM_AUTH_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .Values.scim.authSecret.name | quote }}
      key: {{ .Values.scim.authSecret.key | quote }}
{{- end }}
{{- if .Values.proxy.http }}
- name: http_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.http) | quote }}
{{- end }}
{{- if .Values.proxy.https }}
- name: https_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.https) | quote }}
{{- end }}
{{- if .Values.proxy.exempt }}
- name: no_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.exempt) | quote }}
{{- end }}
- name: TRUST_PROXY_IP
  value: {{ printf "%s" (printf "%t" .Values.reverseProxy.trustIp) | quote }}
{{- if .Values.reverseProxy.trustedOrigins }}
- name: PROXY_TRUSTED_ORIGINS
  value: {{ printf "%s" (join "," .Values.reverseProxy.trustedOrigins) | quote }}
{{- end }}
{{- if .Values.reverseProxy.trustedHeaders }}
- name: PROXY_TRUSTED_HEADERS
  value: {{ printf "%s" (join "," .Values.reverseProxy.trustedHeaders) | quote }}
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: SSL_CLIENT_CERT_FILE
  value: /etc/ssl/certs/client/tls.crt
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: SSL_CLIENT_KEY_FILE
  value: /etc/ssl/certs/client/tls.key
{{- end }}
{{- if include "coder.cdk8s.textsAt" (list (include "coder.cdk8s.mergeByName" (list (include "coder.cdk8s.data6" . | fromYamlArray) (include "coder.cdk8s.data7" . | fromYamlArray)) | fromJsonArray) (list "name")) | fromJsonArray }}
- name: CODER_ALTERNATE_HOSTNAMES
  value: {{ printf "%s" (join "," (include "coder.cdk8s.textsAt" (list (include "coder.cdk8s.mergeByName" (list (include "coder.cdk8s.data6" . | fromYamlArray) (include "coder.cdk8s.data7" . | fromYamlArray)) | fromJsonArray) (list "name")) | fromJsonArray)) | quote }}
{{- end }}
- name: CODER_MIGRATE_BUILT_IN_PROVIDER
  value: {{ printf "%s" (printf "%t" .Values.serviceAccount.migrateBuiltInProvider) | quote }}
{{- if .Values.workspaces.tolerations }}
- name: POD_TOLERATIONS
  value: {{ printf "%s" (b64enc (toRawJson .Values.workspaces.tolerations)) | quote }}
{{- end }}
{{- if .Values.workspaces.nodeSelector }}
- name: POD_NODESELECTOR
  value: {{ printf "%s" (b64enc (toRawJson .Values.workspaces.nodeSelector)) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_HOST
  value: {{ printf "%s" (ternary (printf "%s.%s.svc.%s" $databaseName .Release.Namespace .Values.clusterDomain) .Values.database.host .Values.evaluationDatabase.enabled) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_PORT
  value: {{ printf "%d" (int64 (ternary 5432 .Values.database.port .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled) }}
- name: DB_USER
  value: {{ printf "%s" (printf "%s" (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (not .Values.database.passwordAsFile) (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled | quote }}
      key: {{ ternary .Values.evaluationDatabase.passwordSecret.key .Values.database.passwordSecret.key .Values.evaluationDatabase.enabled | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD_PATH
  value: {{ printf "%s" (printf "%s/%s" (printf "/run/secrets/%s" (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled)) (ternary .Values.evaluationDatabase.passwordSecret.key .Values.database.passwordSecret.key .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.connector }}
- name: DB_CONNECTOR
  value: {{ printf "%s" (printf "%s" .Values.database.connector) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_SSL_MODE
  value: {{ printf "%s" (ternary "disable" .Values.database.sslMode .Values.evaluationDatabase.enabled) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled) }}
- name: DB_NAME
  value: {{ printf "%s" (printf "%s" (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.searchPath }}
- name: DB_SEARCH_PATH
  value: {{ printf "%s" (printf "%s" .Values.database.searchPath) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.certSecret.name }}
- name: DB_CERT
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/cert/%s" .Values.database.tls.certSecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.keySecret.name }}
- name: DB_KEY
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/key/%s" .Values.database.tls.keySecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.rootCertSecret.name }}
- name: DB_ROOT_CERT
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/rootcert/%s" .Values.database.tls.rootCertSecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ne (toString .Values.database.poolSize) "") }}
- name: CODER_MAX_DB_CONNECTIONS
  value: {{ printf "%s" (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) | quote }}
{{- end }}
{{- if and .Values.coderd.resources.limits.memory (ne (toString .Values.goRuntime.memoryLimitPercentage) "") }}
- name: GOMEMLIMIT
  value: {{ printf "%s" (printf "%dKiB" (int64 (max (div (int64 (minf 9007199254740991 (maxf -9007199254740991 (mulf (include "coder.cdk8s.quantityInKi" (toString .Values.coderd.resources.limits.memory) | int64) (include "coder.cdk8s.quantityIn" (ternary (printf "%v" (ternary "" (int64 .Values.goRuntime.memoryLimitPercentage) (kindIs "string" .Values.goRuntime.memoryLimitPercentage))) "0" (ne (toString (printf "%v" (ternary "" (int64 .Values.goRuntime.memoryLimitPercentage) (kindIs "string" .Values.goRuntime.memoryLimitPercentage)))) "")) | int64))))) 100) 1))) | quote }}
{{- end }}
{{- if and .Values.coderd.resources.limits.cpu .Values.goRuntime.maxProcs }}
- name: GOMAXPROCS
  value: {{ printf "%d" (int64 (max (div (int64 (minf 9007199254740991 (maxf -9007199254740991 (add (include "coder.cdk8s.quantityInm" (toString .Values.coderd.resources.limits.cpu) | int64) 999)))) 1000) 1)) | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.firstText" -}}
{{- /* The first text that is among others, or that is not. */ -}}
{{- $others := dict }}
{{- range $text := index . 1 }}
{{- $_ := set $others $text true }}
{{- end }}
{{- $isShared := index . 2 }}
{{- $isOpen := true }}
{{- range $text := index . 0 }}
{{- if and $isOpen (eq $isShared (hasKey $others $text)) }}
{{- $isOpen = false }}
{{- $text }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.fullRules" -}}
- apiGroups:
    - ""
    - apps
    - networking.k8s.io
  resources:
    - persistentvolumeclaims
    - pods
    - deployments
    - services
    - secrets
    - pods/exec
    - pods/log
    - events
    - networkpolicies
    {{- if .Values.rbac.serviceAccounts }}
    - serviceaccounts
    {{- end }}
  verbs:
    - create
    - get
    - list
    - watch
    - update
    - patch
    - delete
    - deletecollection
- apiGroups:
    - metrics.k8s.io
    - storage.k8s.io
  resources:
    - pods
    - storageclasses
  verbs:
    - get
    - list
    - watch
{{- with .Values.rbac.extraRules }}
{{- include "coder.cdk8s.yaml" . | nindent 0 }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.fullname" -}}
{{- $prefix := include "coder.cdk8s.prefix" . -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coderd" (printf "%s-coderd" $prefix) (eq $prefix "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.hasItem" -}}
{{- /* Whether a map in a list has a text in a field, or the list the text. */ -}}
{{- $field := index . 1 }}
{{- $text := index . 2 }}
{{- $found := and (eq $field "") (has $text (index . 0)) }}
{{- range $item := index . 0 }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item $field) (eq (toJson (get $item $field)) (toJson $text)) }}
{{- $found = true }}
{{- end }}
{{- end }}
{{- end }}
{{- $found }}
{{- end }}

{{- define "coder.cdk8s.image" -}}
{{ .Values.image.registry }}/{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.labels" -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ include "coder.cdk8s.fullname" . | quote }}
app.kubernetes.io/part-of: coder
{{- end }}

{{- define "coder.cdk8s.memoryLimit" -}}
{{ include "coder.cdk8s.replaceEnding" (list (toString .Values.coderd.resources.limits.memory) (include "coder.cdk8s.table-fd5408" dict | fromJson)) }}
{{- end }}

{{- define "coder.cdk8s.merge" -}}
{{- /* One map out of several; of entries with the same key the last one counts. */ -}}
{{- $merged := dict }}
{{- range $map := . }}
{{- range $key, $value := $map }}
{{- $_ := set $merged $key $value }}
{{- end }}
{{- end }}
{{- toJson $merged }}
{{- end }}

{{- define "coder.cdk8s.mergeByName" -}}
{{- /* One list out of several; of items with the same name the last one counts, at the place of the first. */ -}}
{{- $names := dict }}
{{- $items := dict }}
{{- range $list := . }}
{{- range $item := $list }}
{{- $name := toJson $item }}
{{- if kindIs "map" $item }}
{{- $name = toString $item.name }}
{{- end }}
{{- if not (hasKey $items $name) }}
{{- $_ := set $names (printf "%09d" (len $names)) $name }}
{{- end }}
{{- $_ := set $items $name $item }}
{{- end }}
{{- end }}
{{- $break := "[" }}
{{- range $name := $names }}
{{- $break }}{{ get $items $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- ternary "[]" "]" (empty $names) }}
{{- end }}

{{- define "coder.cdk8s.metricsSelector" -}}
{{- $monitorName := include "coder.cdk8s.monitorName" . -}}
{{- $monitorJob := include "coder.cdk8s.monitorJob" . -}}
{{ if and (not (ne (toString .Values.metrics.rules.job) "")) (not (ne (toString .Values.metrics.monitor.jobLabel) "")) (not (eq (toString .Values.metrics.monitor.kind) "ServiceMonitor")) }}job="{{ .Release.Namespace }}/{{ $monitorName }}"{{ else }}job="{{ if .Values.metrics.rules.job }}{{ .Values.metrics.rules.job }}{{ else }}{{ $monitorJob }}{{ end }}"{{ if and (not (eq (toString .Values.metrics.monitor.kind) "None")) (or .Values.coderd.enabled (not (or .Values.metrics.monitor.namespaceSelector.any (not (empty .Values.metrics.monitor.namespaceSelector.matchNames))))) (not (or (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.relabelings "targetLabel" "namespace")) "true") (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.metricRelabelings "targetLabel" "namespace")) "true"))) }}, namespace="{{ .Release.Namespace }}"{{ end }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.metricsServiceLabels" -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ include "coder.cdk8s.metricsServiceName" . | quote }}
app.kubernetes.io/part-of: coder
{{- end }}

{{- define "coder.cdk8s.metricsServiceName" -}}
{{- $prefix := include "coder.cdk8s.prefix" . -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coderd-metrics" (printf "%s-coderd-metrics" $prefix) (eq $prefix "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.migrationsEnv" -}}
{{- $databaseName := include "coder.cdk8s.databaseName" . -}}
{{- if .Values.logging.human }}
- name: HUMAN_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.human) | quote }}
{{- end }}
{{- if .Values.logging.json }}
- name: JSON_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.json) | quote }}
{{- end }}
{{- if .Values.logging.stackdriver }}
- name: STACKDRIVER_LOG
  value: {{ printf "%s" (printf "%s" .Values.logging.stackdriver) | quote }}
{{- end }}
{{- if .Values.logging.splunk.url }}
- name: SPLUNK_URL
  value: {{ printf "%s" (printf "%s" .Values.logging.splunk.url) | quote }}
{{- end }}
{{- if .Values.logging.splunk.tokenSecret.name }}
- name: SPLUNK_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ .Values.logging.splunk.tokenSecret.name | quote }}
      key: {{ .Values.logging.splunk.tokenSecret.key | quote }}
{{- end }}
{{- if .Values.logging.splunk.channel }}
- name: SPLUNK_CHANNEL
  value: {{ printf "%s" (printf "%s" .Values.logging.splunk.channel) | quote }}
{{- end }}
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{- if .Values.hosts.devurls }}
- name: DEVURL_HOST
  value: {{ printf "%s" (printf "%s" .Values.hosts.devurls) | quote }}
{{- end }}
- name: VERBOSE
  value: "true"
{{- if .Values.proxy.http }}
- name: http_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.http) | quote }}
{{- end }}
{{- if .Values.proxy.https }}
- name: https_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.https) | quote }}
{{- end }}
{{- if .Values.proxy.exempt }}
- name: no_proxy
  value: {{ printf "%s" (printf "%s" .Values.proxy.exempt) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_HOST
  value: {{ printf "%s" (ternary (printf "%s.%s.svc.%s" $databaseName .Release.Namespace .Values.clusterDomain) .Values.database.host .Values.evaluationDatabase.enabled) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_PORT
  value: {{ printf "%d" (int64 (ternary 5432 .Values.database.port .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled) }}
- name: DB_USER
  value: {{ printf "%s" (printf "%s" (ternary "coder" .Values.database.user .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (not .Values.database.passwordAsFile) (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled | quote }}
      key: {{ ternary .Values.evaluationDatabase.passwordSecret.key .Values.database.passwordSecret.key .Values.evaluationDatabase.enabled | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: DB_PASSWORD_PATH
  value: {{ printf "%s" (printf "%s/%s" (printf "/run/secrets/%s" (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled)) (ternary .Values.evaluationDatabase.passwordSecret.key .Values.database.passwordSecret.key .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.connector }}
- name: DB_CONNECTOR
  value: {{ printf "%s" (printf "%s" .Values.database.connector) | quote }}
{{- end }}
{{- if or .Values.evaluationDatabase.enabled .Values.database.host }}
- name: DB_SSL_MODE
  value: {{ printf "%s" (ternary "disable" .Values.database.sslMode .Values.evaluationDatabase.enabled) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled) }}
- name: DB_NAME
  value: {{ printf "%s" (printf "%s" (ternary "coder" .Values.database.name .Values.evaluationDatabase.enabled)) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.searchPath }}
- name: DB_SEARCH_PATH
  value: {{ printf "%s" (printf "%s" .Values.database.searchPath) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.certSecret.name }}
- name: DB_CERT
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/cert/%s" .Values.database.tls.certSecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.keySecret.name }}
- name: DB_KEY
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/key/%s" .Values.database.tls.keySecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) .Values.database.tls.rootCertSecret.name }}
- name: DB_ROOT_CERT
  value: {{ printf "%s" (printf "/etc/ssl/certs/pg/rootcert/%s" .Values.database.tls.rootCertSecret.key) | quote }}
{{- end }}
{{- if and (or .Values.evaluationDatabase.enabled .Values.database.host) (ne (toString .Values.database.poolSize) "") }}
- name: CODER_MAX_DB_CONNECTIONS
  value: {{ printf "%s" (printf "%v" (ternary "" (int64 .Values.database.poolSize) (kindIs "string" .Values.database.poolSize))) | quote }}
{{- end }}
{{- if .Values.workspaces.tolerations }}
- name: POD_TOLERATIONS
  value: {{ printf "%s" (b64enc (toRawJson .Values.workspaces.tolerations)) | quote }}
{{- end }}
{{- if .Values.workspaces.nodeSelector }}
- name: POD_NODESELECTOR
  value: {{ printf "%s" (b64enc (toRawJson .Values.workspaces.nodeSelector)) | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.monitorJob" -}}
{{- $name := include "coder.cdk8s.name" . -}}
{{- $metricsServiceName := include "coder.cdk8s.metricsServiceName" . -}}
{{- $fullname := include "coder.cdk8s.fullname" . -}}
{{- $monitorName := include "coder.cdk8s.monitorName" . -}}
{{ if eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/name" }}{{ $name }}{{ else }}{{ if eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/instance" }}{{ .Release.Name }}{{ else }}{{ if eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/component" }}{{ if eq (toString .Values.metrics.monitor.kind) "ServiceMonitor" }}{{ $metricsServiceName }}{{ else }}{{ $fullname }}{{ end }}{{ else }}{{ if eq (toString .Values.metrics.monitor.jobLabel) "app.kubernetes.io/part-of" }}coder{{ else }}{{ if eq (toString .Values.metrics.monitor.jobLabel) "app" }}{{ $fullname }}{{ else }}{{ if eq (toString .Values.metrics.monitor.jobLabel) "coder.deployment" }}{{ $fullname }}{{ else }}{{ if eq (toString .Values.metrics.monitor.kind) "ServiceMonitor" }}{{ $metricsServiceName }}{{ else }}{{ .Release.Namespace }}/{{ $monitorName }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.monitorName" -}}
{{- $prefix := include "coder.cdk8s.prefix" . -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "master-monitor" (printf "%s-master-monitor" $prefix) (eq $prefix "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.mountsByName" -}}
{{- range $key, $item := .Values.coderd.volumes }}
{{- if $item.mountPath }}
- name: {{ $key | quote }}
  mountPath: {{ $item.mountPath | quote }}
  {{- if $item.subPath }}
  subPath: {{ $item.subPath | quote }}
  {{- end }}
  {{- if $item.readOnly }}
  readOnly: true
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.name" -}}
{{ default "coder" .Values.nameOverride }}
{{- end }}

{{- define "coder.cdk8s.namedItems" -}}
{{- /* The entries of a map as a list of items, each with its key as its name; what is not a map is left out. */ -}}
{{- $break := "[" }}
{{- range $name, $item := . }}
{{- if kindIs "map" $item }}
{{- $break }}{{ set (omit $item "name") "name" $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}
{{- end }}

{{- define "coder.cdk8s.narrowRules" -}}
- apiGroups:
    - ""
  resources:
    - persistentvolumeclaims
    - pods
    - services
    - secrets
    {{- if .Values.rbac.serviceAccounts }}
    - serviceaccounts
    {{- end }}
  verbs:
    - create
    - get
    - list
    - watch
    - update
    - patch
    - delete
    - deletecollection
- apiGroups:
    - ""
  resources:
    - pods/exec
  verbs:
    - create
- apiGroups:
    - ""
  resources:
    - pods/log
    - events
  verbs:
    - get
    - list
    - watch
- apiGroups:
    - apps
  resources:
    - deployments
  verbs:
    - create
    - get
    - list
    - watch
    - update
    - patch
    - delete
    - deletecollection
- apiGroups:
    - networking.k8s.io
  resources:
    - networkpolicies
  verbs:
    - create
    - get
    - list
    - watch
    - update
    - patch
    - delete
    - deletecollection
- apiGroups:
    - metrics.k8s.io
  resources:
    - pods
  verbs:
    - get
    - list
    - watch
{{- with .Values.rbac.extraRules }}
{{- include "coder.cdk8s.yaml" . | nindent 0 }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.prefix" -}}
{{ default (ternary (printf "%s-%s" .Release.Name (ternary "" .Chart.Name (eq .Chart.Name "coder"))) .Release.Name (ne (toString (ternary "" .Chart.Name (eq .Chart.Name "coder"))) "")) .Values.fullnameOverride }}
{{- end }}

{{- define "coder.cdk8s.quantityIn" -}}
{{- /* A quantity in one unit, without its fraction. */ -}}
{{- minf 9007199254740991 (include "coder.cdk8s.worth" (list . (include "coder.cdk8s.table-c943a2" dict | fromJson)) | float64) | int64 }}
{{- end }}

{{- define "coder.cdk8s.quantityInKi" -}}
{{- /* A quantity in one unit, without its fraction. */ -}}
{{- minf 9007199254740991 (include "coder.cdk8s.worth" (list . (include "coder.cdk8s.table-ccf872" dict | fromJson)) | float64) | int64 }}
{{- end }}

{{- define "coder.cdk8s.quantityInm" -}}
{{- /* A quantity in one unit, without its fraction. */ -}}
{{- minf 9007199254740991 (include "coder.cdk8s.worth" (list . (include "coder.cdk8s.table-4f2cf9" dict | fromJson)) | float64) | int64 }}
{{- end }}

{{- define "coder.cdk8s.replaceEnding" -}}
{{- /* A text whose ending is replaced where it is one of a table. */ -}}
{{- $text := index . 0 }}
{{- $done := $text }}
{{- range $ending, $other := index . 1 }}
{{- if hasSuffix $ending $text }}
{{- $done = print (trimSuffix $ending $text) $other }}
{{- end }}
{{- end }}
{{- $done }}
{{- end }}

{{- define "coder.cdk8s.resources" -}}
{{- if or .Values.coderd.resources.requests.cpu .Values.coderd.resources.requests.memory (index .Values.coderd.resources.requests "ephemeral-storage") }}
requests:
  {{- if .Values.coderd.resources.requests.cpu }}
  cpu: {{ .Values.coderd.resources.requests.cpu | quote }}
  {{- end }}
  {{- if .Values.coderd.resources.requests.memory }}
  memory: {{ .Values.coderd.resources.requests.memory | quote }}
  {{- end }}
  {{- if index .Values.coderd.resources.requests "ephemeral-storage" }}
  ephemeral-storage: {{ index .Values.coderd.resources.requests "ephemeral-storage" | quote }}
  {{- end }}
{{- end }}
{{- if or .Values.coderd.resources.limits.cpu .Values.coderd.resources.limits.memory (index .Values.coderd.resources.limits "ephemeral-storage") }}
limits:
  {{- if .Values.coderd.resources.limits.cpu }}
  cpu: {{ .Values.coderd.resources.limits.cpu | quote }}
  {{- end }}
  {{- if .Values.coderd.resources.limits.memory }}
  memory: {{ .Values.coderd.resources.limits.memory | quote }}
  {{- end }}
  {{- if index .Values.coderd.resources.limits "ephemeral-storage" }}
  ephemeral-storage: {{ index .Values.coderd.resources.limits "ephemeral-storage" | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.securityContext" -}}
runAsNonRoot: {{ .Values.coderd.securityContext.runAsNonRoot }}
{{- if ne (toString .Values.coderd.securityContext.runAsUser) "" }}
runAsUser: {{ .Values.coderd.securityContext.runAsUser | int64 }}
{{- end }}
{{- if ne (toString .Values.coderd.securityContext.runAsGroup) "" }}
runAsGroup: {{ .Values.coderd.securityContext.runAsGroup | int64 }}
{{- end }}
readOnlyRootFilesystem: {{ .Values.coderd.securityContext.readOnlyRootFilesystem }}
allowPrivilegeEscalation: {{ .Values.coderd.securityContext.allowPrivilegeEscalation }}
{{- if or .Values.coderd.securityContext.capabilities.drop .Values.coderd.securityContext.capabilities.add }}
capabilities:
  {{- with .Values.coderd.securityContext.capabilities.drop }}
  drop:
    {{- include "coder.cdk8s.yaml" . | nindent 4 }}
  {{- end }}
  {{- with .Values.coderd.securityContext.capabilities.add }}
  add:
    {{- include "coder.cdk8s.yaml" . | nindent 4 }}
  {{- end }}
{{- end }}
{{- if .Values.coderd.securityContext.seccompProfile.type }}
seccompProfile:
  type: {{ .Values.coderd.securityContext.seccompProfile.type | quote }}
  {{- if eq (toString .Values.coderd.securityContext.seccompProfile.type) "Localhost" }}
  localhostProfile: {{ .Values.coderd.securityContext.seccompProfile.localhostProfile | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.selectorLabels" -}}
coder.deployment: {{ include "coder.cdk8s.fullname" . | quote }}
{{- end }}

{{- define "coder.cdk8s.serviceAccountName" -}}
{{- $accessName := include "coder.cdk8s.accessName" . -}}
{{ default $accessName .Values.serviceAccount.name }}
{{- end }}

{{- define "coder.cdk8s.shortenName" -}}
{{- /* A name, cut where it is too long; a hash of the whole then keeps it unique. */ -}}
{{- $name := toString (index . 0) }}
{{- $max := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- regexReplaceAll "[^a-zA-Z0-9]+$" (trunc (int (sub $max 9)) $name) "" }}-{{ sha256sum $name | trunc 8 }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.table-4f2cf9" -}}
{"":"1000","n":"0.000001","u":"0.001","m":"1","k":"1000000","M":"1000000000","G":"1000000000000","T":"1000000000000000","P":"1000000000000000000","E":"1000000000000000000000","Ki":"1024000","Mi":"1048576000","Gi":"1073741824000","Ti":"1099511627776000","Pi":"1125899906842624000","Ei":"1152921504606846976000"}
{{- end }}

{{- define "coder.cdk8s.table-574263" -}}
{"trusted-certificate":"trustedCertificate.name","tls":"tls.secretName","devurltls":"tls.devurlsSecretName","pgcert":"database.tls.certSecret","pgkey":"database.tls.keySecret","pgrootcert":"database.tls.rootCertSecret","clientcert":"clientTls.secretName","pgpassword":"database.passwordAsFile"}
{{- end }}

{{- define "coder.cdk8s.table-7ea1b0" -}}
{"":"1"}
{{- end }}

{{- define "coder.cdk8s.table-a5bcd6" -}}
{"ms":"1","s":"1000","m":"60000","h":"3600000","d":"86400000","w":"604800000","y":"31536000000"}
{{- end }}

{{- define "coder.cdk8s.table-c943a2" -}}
{"":"1","n":"0.000000001","u":"0.000001","m":"0.001","k":"1000","M":"1000000","G":"1000000000","T":"1000000000000","P":"1000000000000000","E":"1000000000000000000","Ki":"1024","Mi":"1048576","Gi":"1073741824","Ti":"1099511627776","Pi":"1125899906842624","Ei":"1152921504606846976"}
{{- end }}

{{- define "coder.cdk8s.table-ccf872" -}}
{"":"0.0009765625","n":"0.0000000000009765625","u":"0.0000000009765625","m":"0.0000009765625","k":"0.9765625","M":"976.5625","G":"976562.5","T":"976562500","P":"976562500000","E":"976562500000000","Ki":"1","Mi":"1024","Gi":"1048576","Ti":"1073741824","Pi":"1099511627776","Ei":"1125899906842624"}
{{- end }}

{{- define "coder.cdk8s.table-fd5408" -}}
{"Ki":" * 1024","Mi":" * 1024^2","Gi":" * 1024^3","Ti":" * 1024^4","Pi":" * 1024^5","Ei":" * 1024^6","n":" / 1e9","u":" / 1e6","m":" / 1e3","k":" * 1e3","M":" * 1e6","G":" * 1e9","T":" * 1e12","P":" * 1e15","E":" * 1e18"}
{{- end }}

{{- define "coder.cdk8s.textAt" -}}
{{- /* The text under a key of a map, or another where there is none. */ -}}
{{- $found := index . 2 }}
{{- range $key, $value := index . 0 }}
{{- if and (eq (toString $key) (index $ 1)) (kindIs "string" $value) }}
{{- $found = $value }}
{{- end }}
{{- end }}
{{- $found }}
{{- end }}

{{- define "coder.cdk8s.textsAt" -}}
{{- /* The texts at a path of keys, through maps and lists. */ -}}
{{- $value := index . 0 }}
{{- $path := index . 1 }}
{{- $break := "[" }}
{{- if kindIs "slice" $value }}
{{- range $item := $value }}
{{- $texts := include "coder.cdk8s.textsAt" (list $item $path) | trimPrefix "[" | trimSuffix "]" }}
{{- if $texts }}
{{- $break }}{{ $texts }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- else if and (empty $path) (kindIs "string" $value) }}
{{- $break }}{{ toJson $value }}
{{- $break = "," }}
{{- else if and (not (empty $path)) (kindIs "map" $value) }}
{{- if hasKey $value (first $path) }}
{{- $break }}{{ include "coder.cdk8s.textsAt" (list (get $value (first $path)) (rest $path)) | trimPrefix "[" | trimSuffix "]" }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}
{{- end }}

{{- define "coder.cdk8s.volumeMounts" -}}
- name: tmp-pgcerts
  mountPath: /tmp/pgcerts
{{- if .Values.trustedCertificate.name }}
- name: trusted-certificate
  mountPath: {{ printf "/etc/ssl/certs/%s" .Values.trustedCertificate.key | quote }}
  subPath: {{ .Values.trustedCertificate.key | quote }}
  readOnly: true
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  mountPath: /etc/ssl/certs/host
  readOnly: true
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- name: devurltls
  mountPath: /etc/ssl/certs/devurls
  readOnly: true
{{- end }}
{{- if .Values.database.tls.certSecret.name }}
- name: pgcert
  mountPath: /etc/ssl/certs/pg/cert
  readOnly: true
{{- end }}
{{- if .Values.database.tls.keySecret.name }}
- name: pgkey
  mountPath: /etc/ssl/certs/pg/key
  readOnly: true
{{- end }}
{{- if .Values.database.tls.rootCertSecret.name }}
- name: pgrootcert
  mountPath: /etc/ssl/certs/pg/rootcert
  readOnly: true
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: clientcert
  mountPath: /etc/ssl/certs/client
  readOnly: true
{{- end }}
{{- if and (or .Values.database.host .Values.evaluationDatabase.enabled) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: pgpassword
  mountPath: {{ printf "/run/secrets/%s" (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) | quote }}
  readOnly: true
{{- end }}
{{- end }}

{{- define "coder.cdk8s.volumes" -}}
- name: tmp-pgcerts
  emptyDir: {}
{{- if .Values.trustedCertificate.name }}
- name: trusted-certificate
  secret:
    secretName: {{ .Values.trustedCertificate.name | quote }}
{{- end }}
{{- if .Values.tls.secretName }}
- name: tls
  secret:
    secretName: {{ .Values.tls.secretName | quote }}
{{- end }}
{{- if .Values.tls.devurlsSecretName }}
- name: devurltls
  secret:
    secretName: {{ .Values.tls.devurlsSecretName | quote }}
{{- end }}
{{- if .Values.database.tls.certSecret.name }}
- name: pgcert
  secret:
    secretName: {{ .Values.database.tls.certSecret.name | quote }}
{{- end }}
{{- if .Values.database.tls.keySecret.name }}
- name: pgkey
  secret:
    secretName: {{ .Values.database.tls.keySecret.name | quote }}
{{- end }}
{{- if .Values.database.tls.rootCertSecret.name }}
- name: pgrootcert
  secret:
    secretName: {{ .Values.database.tls.rootCertSecret.name | quote }}
{{- end }}
{{- if .Values.clientTls.secretName }}
- name: clientcert
  secret:
    secretName: {{ .Values.clientTls.secretName | quote }}
{{- end }}
{{- if and (or .Values.database.host .Values.evaluationDatabase.enabled) .Values.database.passwordAsFile (ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled) }}
- name: pgpassword
  secret:
    secretName: {{ ternary .Values.evaluationDatabase.passwordSecret.name .Values.database.passwordSecret.name .Values.evaluationDatabase.enabled | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.volumesByName" -}}
{{- range $key, $item := .Values.coderd.volumes }}
- name: {{ $key | quote }}
  {{- with omit $item.source "name" }}
  {{- include "coder.cdk8s.yaml" . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.watchedNamespace" -}}
{{ if and (not .Values.coderd.enabled) (not .Values.metrics.monitor.namespaceSelector.any) (join " " .Values.metrics.monitor.namespaceSelector.matchNames) (not (contains " " (join " " .Values.metrics.monitor.namespaceSelector.matchNames))) }}{{ join " " .Values.metrics.monitor.namespaceSelector.matchNames }}{{ else }}{{ .Release.Namespace }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.workloadLabels" -}}
{{- $fullname := include "coder.cdk8s.fullname" . -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ $fullname | quote }}
app.kubernetes.io/part-of: coder
app: {{ $fullname | quote }}
coder.deployment: {{ $fullname | quote }}
{{- end }}

{{- define "coder.cdk8s.worth" -}}
{{- /* What an amount is worth: each number in the text times its unit, in all. */ -}}
{{- $units := index . 1 }}
{{- $sum := float64 0 }}
{{- range $piece := regexFindAll "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[A-Za-z%]*" (toString (index . 0)) -1 }}
{{- $number := regexFind "^([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?" $piece }}
{{- $sum = addf $sum (mulf $number (get $units (trimPrefix $number $piece) | default "0")) }}
{{- end }}
{{- $sum | toJson }}
{{- end }}

{{- define "coder.cdk8s.yaml" -}}
{{- /* As toYaml, but exact: that loses line ends at the end of a text, and any text with a control character. */ -}}
{{- $break := "" }}
{{- if and (kindIs "map" .) . }}
{{- range $key, $value := . }}
{{- $text := include "coder.cdk8s.yaml" $value }}
{{- $isBlock := and (or (kindIs "map" $value) (kindIs "slice" $value)) (not (empty $value)) }}
{{- printf "%s%q:%s" $break $key (ternary (nindent 2 $text) (printf " %s" $text) $isBlock) }}
{{- $break = "\n" }}
{{- end }}
{{- else if and (kindIs "slice" .) . }}
{{- range $value := . }}
{{- printf "%s- %s" $break (include "coder.cdk8s.yaml" $value | indent 2 | trimPrefix "  ") }}
{{- $break = "\n" }}
{{- end }}
{{- else if kindIs "string" . }}
{{- quote . }}
{{- else if kindIs "slice" . }}
{{- "[]" }}
{{- else }}
{{- toJson . }}
{{- end }}
{{- end }}
