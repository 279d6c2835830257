{{- define "coder.accessName" -}}
{{ include "coder.bounded" (list (ternary "coder" (printf "%s-%s" (include "coder.prefix" .) "coder") (eq (include "coder.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.bounded" -}}
{{- /* A name, cut where it is too long; a hash of the whole then keeps it unique. */ -}}
{{- $name := index . 0 }}
{{- $max := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- regexReplaceAll "[^a-zA-Z0-9]+$" (trunc (int (sub $max 9)) $name) "" }}-{{ sha256sum $name | trunc 8 }}
{{- end }}
{{- end }}

{{- define "coder.env" -}}
- name: SKIP_MIGRATIONS
  value: "true"
- name: ASSETS_URL
  value: ""
- name: HUMAN_LOG
  value: /dev/stderr
- name: JSON_LOG
  value: ""
- name: STACKDRIVER_LOG
  value: ""
- name: AMPLITUDE_API_KEY
  value: ""
- name: ENVBOX_IMAGE
  value: {{ printf "%s/%s" .Values.image.registry "coderenvs/envbox:1.36.2" | quote }}
- name: CLUSTER_ADDRESS
  value: "https://kubernetes.default.svc.cluster.local:443"
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: DEVURL_HOST
  value: ""
- name: POD_IP
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
- name: VERBOSE
  value: "true"
- name: OIDC_REDIRECT_OPTIONS
  value: "{}"
- name: http_proxy
  value: ""
- name: https_proxy
  value: ""
- name: no_proxy
  value: cluster.local
- name: TRUST_PROXY_IP
  value: "false"
- name: PROXY_TRUSTED_ORIGINS
  value: ""
- name: PROXY_TRUSTED_HEADERS
  value: ""
- name: CODER_ALTERNATE_HOSTNAMES
  value: ""
- name: CODER_MIGRATE_BUILT_IN_PROVIDER
  value: "true"
{{- end }}

{{- define "coder.fullname" -}}
{{ include "coder.bounded" (list (ternary "coderd" (printf "%s-%s" (include "coder.prefix" .) "coderd") (eq (include "coder.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.image" -}}
{{ .Values.image.registry }}/{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag }}{{ end }}
{{- end }}

{{- define "coder.merge" -}}
{{- /* One map out of several; of entries with the same key the last one counts. */ -}}
{{- $merged := dict }}
{{- range $map := . }}
{{- range $key, $value := $map }}
{{- $_ := set $merged $key $value }}
{{- end }}
{{- end }}
{{- toJson $merged }}
{{- end }}

{{- define "coder.mergeByName" -}}
{{- /* One list out of several; of items with the same name the last one counts, at the place of the first. */ -}}
{{- $names := list }}
{{- $items := dict }}
{{- range $list := . }}
{{- range $item := $list }}
{{- if not (hasKey $items $item.name) }}
{{- $names = append $names $item.name }}
{{- end }}
{{- $_ := set $items $item.name $item }}
{{- end }}
{{- end }}
{{- $merged := list }}
{{- range $name := $names }}
{{- $merged = append $merged (get $items $name) }}
{{- end }}
{{- toJson $merged }}
{{- end }}

{{- define "coder.metricsServiceName" -}}
{{ include "coder.bounded" (list (ternary "coderd-metrics" (printf "%s-%s" (include "coder.prefix" .) "coderd-metrics") (eq (include "coder.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.migrationsEnv" -}}
- name: HUMAN_LOG
  value: /dev/stderr
- name: JSON_LOG
  value: ""
- name: STACKDRIVER_LOG
  value: ""
- name: SPLUNK_URL
  value: ""
- name: SPLUNK_TOKEN
  value: ""
- name: SPLUNK_CHANNEL
  value: ""
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: DEVURL_HOST
  value: ""
- name: VERBOSE
  value: "true"
- name: http_proxy
  value: ""
- name: https_proxy
  value: ""
- name: no_proxy
  value: cluster.local
{{- end }}

{{- define "coder.monitorName" -}}
{{ include "coder.bounded" (list (ternary "master-monitor" (printf "%s-%s" (include "coder.prefix" .) "master-monitor") (eq (include "coder.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.name" -}}
{{ default "coder" .Values.nameOverride }}
{{- end }}

{{- define "coder.prefix" -}}
{{ default .Release.Name .Values.fullnameOverride }}
{{- end }}

{{- define "coder.serviceAccountName" -}}
{{ default ((ternary (include "coder.accessName" .) "default" .Values.serviceAccount.create)) .Values.serviceAccount.name }}
{{- end }}

{{- define "coder.volumes" -}}
- name: tmp-pgcerts
  emptyDir: {}
{{- end }}

{{- define "coder.workspacesName" -}}
{{ include "coder.bounded" (list (ternary "environments" (printf "%s-%s" (include "coder.prefix" .) "environments") (eq (include "coder.prefix" .) "coder")) 63) }}
{{- end }}

{{- define "coder.yaml" -}}
{{- /* As toYaml, but exact: that loses line ends at the end of a text, and any text with a control character. */ -}}
{{- $lines := list }}
{{- if and (kindIs "map" .) . }}
{{- range $key, $value := . }}
{{- $text := include "coder.yaml" $value }}
{{- $isBlock := and (or (kindIs "map" $value) (kindIs "slice" $value)) (not (empty $value)) }}
{{- $lines = append $lines (printf "%q:%s" $key (ternary (nindent 2 $text) (printf " %s" $text) $isBlock)) }}
{{- end }}
{{- else if and (kindIs "slice" .) . }}
{{- range $value := . }}
{{- $lines = append $lines (printf "- %s" (include "coder.yaml" $value | indent 2 | trimPrefix "  ")) }}
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
