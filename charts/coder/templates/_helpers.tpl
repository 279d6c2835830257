{{- define "coder.cdk8s.accessName" -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coder" (printf "%s-coder" (include "coder.cdk8s.prefix" .)) (eq (include "coder.cdk8s.prefix" .) "coder")) 63) }}
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

{{- define "coder.cdk8s.fullname" -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coderd" (printf "%s-coderd" (include "coder.cdk8s.prefix" .)) (eq (include "coder.cdk8s.prefix" .) "coder")) 63) }}
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
{{- $names := list }}
{{- $items := dict }}
{{- range $list := . }}
{{- range $item := $list }}
{{- $name := toJson $item }}
{{- if kindIs "map" $item }}
{{- $name = toString $item.name }}
{{- end }}
{{- if not (hasKey $items $name) }}
{{- $names = append $names $name }}
{{- end }}
{{- $_ := set $items $name $item }}
{{- end }}
{{- end }}
{{- $merged := list }}
{{- range $name := $names }}
{{- $merged = append $merged (get $items $name) }}
{{- end }}
{{- toJson $merged }}
{{- end }}

{{- define "coder.cdk8s.metricsSelector" -}}
{{ if and (not (ne (toString .Values.metrics.rules.job) "")) (not (eq (toString .Values.metrics.monitor.kind) "ServiceMonitor")) }}job="{{ .Release.Namespace }}/{{ include "coder.cdk8s.monitorName" . }}"{{ else }}job="{{ if .Values.metrics.rules.job }}{{ .Values.metrics.rules.job }}{{ else }}{{ include "coder.cdk8s.metricsServiceName" . }}{{ end }}"{{ if and (not (eq (toString .Values.metrics.monitor.kind) "None")) (or .Values.coderd.enabled (not (or .Values.metrics.monitor.namespaceSelector.any (not (empty .Values.metrics.monitor.namespaceSelector.matchNames))))) (not (or (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.relabelings "targetLabel" "namespace")) "true") (eq (include "coder.cdk8s.hasItem" (list .Values.metrics.monitor.metricRelabelings "targetLabel" "namespace")) "true"))) }}, namespace="{{ .Release.Namespace }}"{{ end }}{{ end }}
{{- end }}

{{- define "coder.cdk8s.metricsServiceLabels" -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ include "coder.cdk8s.metricsServiceName" . | quote }}
app.kubernetes.io/part-of: coder
{{- end }}

{{- define "coder.cdk8s.metricsServiceName" -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "coderd-metrics" (printf "%s-coderd-metrics" (include "coder.cdk8s.prefix" .)) (eq (include "coder.cdk8s.prefix" .) "coder")) 63) }}
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

{{- define "coder.cdk8s.monitorName" -}}
{{ include "coder.cdk8s.shortenName" (list (ternary "master-monitor" (printf "%s-master-monitor" (include "coder.cdk8s.prefix" .)) (eq (include "coder.cdk8s.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.cdk8s.name" -}}
{{ default "coder" .Values.nameOverride }}
{{- end }}

{{- define "coder.cdk8s.namedItems" -}}
{{- /* The entries of a map as a list of items, each with its key as its name; what is not a map is left out. */ -}}
{{- $items := list }}
{{- range $name, $item := . }}
{{- if kindIs "map" $item }}
{{- $items = append $items (set (omit $item "name") "name" $name) }}
{{- end }}
{{- end }}
{{- toJson $items }}
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
{{ default (include "coder.cdk8s.accessName" .) .Values.serviceAccount.name }}
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

{{- define "coder.cdk8s.volumes" -}}
- name: tmp-pgcerts
  emptyDir: {}
{{- end }}

{{- define "coder.cdk8s.workloadLabels" -}}
app.kubernetes.io/name: {{ include "coder.cdk8s.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: {{ include "coder.cdk8s.fullname" . | quote }}
app.kubernetes.io/part-of: coder
app: {{ include "coder.cdk8s.fullname" . | quote }}
coder.deployment: {{ include "coder.cdk8s.fullname" . | quote }}
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
{{- $lines := list }}
{{- if and (kindIs "map" .) . }}
{{- range $key, $value := . }}
{{- $text := include "coder.cdk8s.yaml" $value }}
{{- $isBlock := and (or (kindIs "map" $value) (kindIs "slice" $value)) (not (empty $value)) }}
{{- $lines = append $lines (printf "%q:%s" $key (ternary (nindent 2 $text) (printf " %s" $text) $isBlock)) }}
{{- end }}
{{- else if and (kindIs "slice" .) . }}
{{- range $value := . }}
{{- $lines = append $lines (printf "- %s" (include "coder.cdk8s.yaml" $value | indent 2 | trimPrefix "  ")) }}
{{- end }}
{{- else if kindIs "string" . }}
{{- $lines = append $lines (quote .) }}
{{- else if kindIs "slice" . }}
{{- $lines = append $lines "[]" }}
{{- else }}
{{- $lines = append $lines (toJson .) }}
{{- end }}
{{- join "\n" $lines }}
{{- end }}
