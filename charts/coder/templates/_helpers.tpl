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
{{- range $item := splitList "." (toString .Values.hosts.devurls) }}
- {{ ternary "*" $item (hasPrefix "*" $item) | quote }}
{{- end }}
{{- end }}

{{- define "coder.cdk8s.data2" -}}
- name: tcp-coderd
{{- if .Values.service.https.enabled }}
- name: https-coderd
{{- end }}
{{- end }}

{{- define "coder.cdk8s.devurlsHost" -}}
{{ join "." (include "coder.cdk8s.data1" . | fromYamlArray) }}
{{- end }}

{{- define "coder.cdk8s.env" -}}
- name: SKIP_MIGRATIONS
  value: "true"
- name: HUMAN_LOG
  value: /dev/stderr
- name: ENVBOX_IMAGE
  value: {{ printf "%s/%s:%s" .Values.image.registry .Values.image.envboxRepository .Values.image.tag | quote }}
- name: CLUSTER_ADDRESS
  value: "https://kubernetes.default.svc.cluster.local:443"
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: POD_IP
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
- name: VERBOSE
  value: "true"
- name: no_proxy
  value: cluster.local
- name: TRUST_PROXY_IP
  value: "false"
- name: CODER_MIGRATE_BUILT_IN_PROVIDER
  value: "true"
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
{{ include "coder.cdk8s.replaceEnding" (list (toString .Values.coderd.resources.limits.memory) (dict "Ki" " * 1024" "Mi" " * 1024^2" "Gi" " * 1024^3" "Ti" " * 1024^4" "Pi" " * 1024^5" "Ei" " * 1024^6" "n" " / 1e9" "u" " / 1e6" "m" " / 1e3" "k" " * 1e3" "M" " * 1e6" "G" " * 1e9" "T" " * 1e12" "P" " * 1e15" "E" " * 1e18")) }}
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
- name: HUMAN_LOG
  value: /dev/stderr
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: VERBOSE
  value: "true"
- name: no_proxy
  value: cluster.local
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

{{- define "coder.cdk8s.prefix" -}}
{{ default (ternary (printf "%s-%s" .Release.Name (ternary "" .Chart.Name (eq .Chart.Name "coder"))) .Release.Name (ne (toString (ternary "" .Chart.Name (eq .Chart.Name "coder"))) "")) .Values.fullnameOverride }}
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

{{- define "coder.cdk8s.volumes" -}}
- name: tmp-pgcerts
  emptyDir: {}
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
