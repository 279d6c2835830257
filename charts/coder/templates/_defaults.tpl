{{- /* Fills .Values with the defaults; every template includes it first. */ -}}
{{- define "coder.defaults" -}}
{{- if not (hasKey . "isFilled") }}
{{- $_ := set . "isFilled" true }}
{{- include "coder.fill" (dict "values" .Values "defaults" (include "coder.defaultValues" . | fromYaml) "path" "values") }}
{{- include "coder.checks" . }}
{{- end }}
{{- end }}

{{- define "coder.fill" -}}
{{- $strict := list "map" "slice" "bool" }}
{{- range $key, $default := .defaults }}
{{- $path := printf "%s.%s" $.path $key }}
{{- $value := get $.values $key }}
{{- $kind := kindOf $default }}
{{- if or (not (hasKey $.values $key)) (kindIs "invalid" $value) }}
{{- $_ := set $.values $key $default }}
{{- else if and (ne $kind (kindOf $value)) (or (has $kind $strict) (has (kindOf $value) $strict)) }}
{{- fail (printf "%s: expected a %s, got a %s" $path $kind (kindOf $value) | replace "slice" "list" | replace "float64" "number") }}
{{- else if kindIs "map" $default }}
{{- include "coder.fill" (dict "values" $value "defaults" $default "path" $path) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.checks" -}}
{{- $taken := (list) }}
{{- range $i, $item := .Values.coderd.extraEnv }}
{{- if kindIs "map" $item }}
{{- if has (get $item "name") $taken }}
{{- fail (printf "values.coderd.extraEnv[%d].name: expected a name that no other item has, got %q" $i (toString (get $item "name"))) }}
{{- end }}
{{- $taken = append $taken (get $item "name") }}
{{- end }}
{{- end }}
{{- $taken := (list) }}
{{- range $i, $item := .Values.coderd.extraVolumes }}
{{- if kindIs "map" $item }}
{{- if has (get $item "name") $taken }}
{{- fail (printf "values.coderd.extraVolumes[%d].name: expected a name that no other item has, got %q" $i (toString (get $item "name"))) }}
{{- end }}
{{- $taken = append $taken (get $item "name") }}
{{- end }}
{{- end }}
{{- $taken := (list "/tmp/pgcerts") }}
{{- range $i, $item := .Values.coderd.extraVolumeMounts }}
{{- if kindIs "map" $item }}
{{- if has (get $item "mountPath") $taken }}
{{- fail (printf "values.coderd.extraVolumeMounts[%d].mountPath: expected a mountPath that no other item has and that is none of /tmp/pgcerts, got %q" $i (toString (get $item "mountPath"))) }}
{{- end }}
{{- $taken = append $taken (get $item "mountPath") }}
{{- end }}
{{- end }}
{{- $taken := (list "coderd" "migrations") }}
{{- range $i, $item := .Values.coderd.extraInitContainers }}
{{- if kindIs "map" $item }}
{{- if has (get $item "name") $taken }}
{{- fail (printf "values.coderd.extraInitContainers[%d].name: expected a name that no other item has and that is none of coderd, migrations, got %q" $i (toString (get $item "name"))) }}
{{- end }}
{{- $taken = append $taken (get $item "name") }}
{{- end }}
{{- end }}
{{- $taken := (list "coderd" "migrations") }}
{{- range $i, $item := .Values.coderd.sidecars }}
{{- if kindIs "map" $item }}
{{- if has (get $item "name") $taken }}
{{- fail (printf "values.coderd.sidecars[%d].name: expected a name that no other item has and that is none of coderd, migrations, got %q" $i (toString (get $item "name"))) }}
{{- end }}
{{- $taken = append $taken (get $item "name") }}
{{- end }}
{{- end }}
{{- range $i, $item := .Values.metrics.monitor.relabelings }}
{{- if kindIs "map" $item }}
{{- if or (has (get $item "regex" | toString) (list "null" "~")) (not (regexMatch (print "|" (get $item "regex" | toString)) "")) (not (regexMatch (print "|^(?:" (get $item "regex" | toString) ")$") "")) }}
{{- fail (printf "values.metrics.monitor.relabelings[%d].regex: expected a regular expression of RE2 (null and ~ in brackets), got %q" $i (get $item "regex" | toString)) }}
{{- end }}
{{- include "coder.variant" (list $item (printf "values.metrics.monitor.relabelings[%d]" $i) (fromJson "{\"field\":\"action\",\"default\":\"replace\",\"kinds\":[{\"of\":[\"replace\"],\"required\":[\"targetLabel\"]},{\"of\":[\"hashmod\"],\"required\":[\"targetLabel\",\"modulus\"]},{\"of\":[\"lowercase\",\"uppercase\"],\"required\":[\"targetLabel\"],\"refused\":[\"replacement\"]},{\"of\":[\"keepequal\",\"dropequal\"],\"required\":[\"targetLabel\"],\"refused\":[\"regex\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"keep\",\"drop\"],\"required\":[\"regex\"]},{\"of\":[\"labelkeep\",\"labeldrop\"],\"required\":[\"regex\"],\"refused\":[\"sourceLabels\",\"targetLabel\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"labelmap\"],\"required\":[\"regex\"],\"formats\":{\"replacement\":{\"pattern\":\"^([a-zA-Z_]|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))(\\\\w|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))*$\",\"title\":\"a label name, also with groups such as $1,\"}}}]}")) }}
{{- end }}
{{- end }}
{{- range $i, $item := .Values.metrics.monitor.metricRelabelings }}
{{- if kindIs "map" $item }}
{{- if or (has (get $item "regex" | toString) (list "null" "~")) (not (regexMatch (print "|" (get $item "regex" | toString)) "")) (not (regexMatch (print "|^(?:" (get $item "regex" | toString) ")$") "")) }}
{{- fail (printf "values.metrics.monitor.metricRelabelings[%d].regex: expected a regular expression of RE2 (null and ~ in brackets), got %q" $i (get $item "regex" | toString)) }}
{{- end }}
{{- include "coder.variant" (list $item (printf "values.metrics.monitor.metricRelabelings[%d]" $i) (fromJson "{\"field\":\"action\",\"default\":\"replace\",\"kinds\":[{\"of\":[\"replace\"],\"required\":[\"targetLabel\"]},{\"of\":[\"hashmod\"],\"required\":[\"targetLabel\",\"modulus\"]},{\"of\":[\"lowercase\",\"uppercase\"],\"required\":[\"targetLabel\"],\"refused\":[\"replacement\"]},{\"of\":[\"keepequal\",\"dropequal\"],\"required\":[\"targetLabel\"],\"refused\":[\"regex\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"keep\",\"drop\"],\"required\":[\"regex\"]},{\"of\":[\"labelkeep\",\"labeldrop\"],\"required\":[\"regex\"],\"refused\":[\"sourceLabels\",\"targetLabel\",\"modulus\",\"separator\",\"replacement\"]},{\"of\":[\"labelmap\"],\"required\":[\"regex\"],\"formats\":{\"replacement\":{\"pattern\":\"^([a-zA-Z_]|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))(\\\\w|\\\\$(\\\\{\\\\w+\\\\}|\\\\w))*$\",\"title\":\"a label name, also with groups such as $1,\"}}}]}")) }}
{{- end }}
{{- end }}
{{- $taken := (list) }}
{{- range $i, $item := .Values.metrics.rules.extraGroups }}
{{- if kindIs "map" $item }}
{{- if has (get $item "name") $taken }}
{{- fail (printf "values.metrics.rules.extraGroups[%d].name: expected a name that no other item has, got %q" $i (toString (get $item "name"))) }}
{{- end }}
{{- $taken = append $taken (get $item "name") }}
{{- end }}
{{- end }}
{{- range $key, $text := .Values.metrics.dashboards.extra }}
{{- if has $key (list "coder-overview.json" "coder-api.json" "coder-jobs.json" "coder-networking.json" "coder-runtime.json") }}
{{- fail (printf "values.metrics.dashboards.extra: expected a key that is none of coder-overview.json, coder-api.json, coder-jobs.json, coder-networking.json, coder-runtime.json, got the key %q" $key) }}
{{- end }}
{{- $json := fromJson (toString $text) }}
{{- if hasKey $json "Error" }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON, got a text that is none" $key) }}
{{- end }}
{{- if or (not (kindIs "string" (get $json "title"))) (has (get $json "title") (list "")) }}
{{- $shown := ternary (toJson (get $json "title")) "nothing" (hasKey $json "title") }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"title\" is a text, got %s" $key $shown) }}
{{- end }}
{{- if or (not (kindIs "string" (get $json "uid"))) (has (get $json "uid") (list "" "coder-overview" "coder-api" "coder-jobs" "coder-networking" "coder-runtime")) }}
{{- $shown := ternary (toJson (get $json "uid")) "nothing" (hasKey $json "uid") }}
{{- fail (printf "values.metrics.dashboards.extra.%s: expected a map in JSON whose \"uid\" is a text other than coder-overview, coder-api, coder-jobs, coder-networking, coder-runtime, got %s" $key $shown) }}
{{- end }}
{{- end }}
{{- if and .Values.coderd.enabled (not .Values.serviceAccount.create) (not (ne (toString .Values.serviceAccount.name) "")) }}
{{- fail ("values.serviceAccount.name: expected the name of a ServiceAccount that exists, since serviceAccount.create is false, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.serviceAccount.name) "environments") }}
{{- fail ("values.serviceAccount.name: expected another name than that of the account of workspaces, which must not get the permissions of coderd, got \"environments\"") }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled .Values.service.https.enabled (eq (printf "%d" (int64 .Values.service.http.port)) (printf "%d" (int64 .Values.service.https.port))) }}
{{- fail (printf "values.service.https.port: expected another port than service.http.port, got %s" (printf "%d" (int64 .Values.service.https.port))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.service.enabled .Values.service.https.enabled (not (eq (toString .Values.service.type) "ClusterIP")) (ne (toString .Values.service.http.nodePort) "") (eq (printf "%v" (ternary "" (int64 .Values.service.http.nodePort) (kindIs "string" .Values.service.http.nodePort))) (printf "%v" (ternary "" (int64 .Values.service.https.nodePort) (kindIs "string" .Values.service.https.nodePort)))) }}
{{- fail (printf "values.service.https.nodePort: expected another port than service.http.nodePort, got %s" (printf "%v" (ternary "" (int64 .Values.service.https.nodePort) (kindIs "string" .Values.service.https.nodePort)))) }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.podSecurityContext.seccompProfile.type) "Localhost") (not (ne (toString .Values.coderd.podSecurityContext.seccompProfile.localhostProfile) "")) }}
{{- fail ("values.coderd.podSecurityContext.seccompProfile.localhostProfile: expected the path of a profile, since type is Localhost, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (eq (toString .Values.coderd.podSecurityContext.seccompProfile.type) "Localhost")) .Values.coderd.podSecurityContext.seccompProfile.localhostProfile }}
{{- fail ("values.coderd.podSecurityContext.seccompProfile.localhostProfile: expected \"\", since type is not Localhost, got a path") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.securityContext.seccompProfile.type) "Localhost") (not (ne (toString .Values.coderd.securityContext.seccompProfile.localhostProfile) "")) }}
{{- fail ("values.coderd.securityContext.seccompProfile.localhostProfile: expected the path of a profile, since type is Localhost, got \"\"") }}
{{- end }}
{{- if and .Values.coderd.enabled (not (eq (toString .Values.coderd.securityContext.seccompProfile.type) "Localhost")) .Values.coderd.securityContext.seccompProfile.localhostProfile }}
{{- fail ("values.coderd.securityContext.seccompProfile.localhostProfile: expected \"\", since type is not Localhost, got a path") }}
{{- end }}
{{- if and .Values.coderd.enabled (eq (toString .Values.coderd.strategy.type) "RollingUpdate") (or (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "0") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "0%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "00%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxSurge (toJson .Values.coderd.strategy.rollingUpdate.maxSurge) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxSurge))) "000%")) (or (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "0") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "0%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "00%") (eq (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable))) "000%")) }}
{{- fail (printf "values.coderd.strategy.rollingUpdate.maxUnavailable: expected more than 0, since maxSurge is 0, got %s" (printf "%s" (ternary .Values.coderd.strategy.rollingUpdate.maxUnavailable (toJson .Values.coderd.strategy.rollingUpdate.maxUnavailable) (kindIs "string" .Values.coderd.strategy.rollingUpdate.maxUnavailable)))) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.coderd.resources.requests.cpu .Values.coderd.resources.limits.cpu (not (le (include "coder.worth" (list (toString .Values.coderd.resources.requests.cpu) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64) (include "coder.worth" (list (toString .Values.coderd.resources.limits.cpu) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.cpu: expected %s, got %s" (printf "at most coderd.resources.limits.cpu, which is %s" .Values.coderd.resources.limits.cpu) .Values.coderd.resources.requests.cpu) }}
{{- end }}
{{- if and .Values.coderd.enabled .Values.coderd.resources.requests.memory .Values.coderd.resources.limits.memory (not (le (include "coder.worth" (list (toString .Values.coderd.resources.requests.memory) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64) (include "coder.worth" (list (toString .Values.coderd.resources.limits.memory) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.memory: expected %s, got %s" (printf "at most coderd.resources.limits.memory, which is %s" .Values.coderd.resources.limits.memory) .Values.coderd.resources.requests.memory) }}
{{- end }}
{{- if and .Values.coderd.enabled (index .Values.coderd.resources.requests "ephemeral-storage") (index .Values.coderd.resources.limits "ephemeral-storage") (not (le (include "coder.worth" (list (toString (index .Values.coderd.resources.requests "ephemeral-storage")) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64) (include "coder.worth" (list (toString (index .Values.coderd.resources.limits "ephemeral-storage")) (dict "" "1" "n" "0.000000001" "u" "0.000001" "m" "0.001" "k" "1000" "M" "1000000" "G" "1000000000" "T" "1000000000000" "P" "1000000000000000" "E" "1000000000000000000" "Ki" "1024" "Mi" "1048576" "Gi" "1073741824" "Ti" "1099511627776" "Pi" "1125899906842624" "Ei" "1152921504606846976")) | float64))) }}
{{- fail (printf "values.coderd.resources.requests.ephemeral-storage: expected %s, got %s" (printf "at most coderd.resources.limits.ephemeral-storage, which is %s" (index .Values.coderd.resources.limits "ephemeral-storage")) (index .Values.coderd.resources.requests "ephemeral-storage")) }}
{{- end }}
{{- if and (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.monitor.interval .Values.metrics.monitor.scrapeTimeout (not (le (include "coder.worth" (list (toString .Values.metrics.monitor.scrapeTimeout) (dict "ms" "1" "s" "1000" "m" "60000" "h" "3600000" "d" "86400000" "w" "604800000" "y" "31536000000")) | float64) (include "coder.worth" (list (toString .Values.metrics.monitor.interval) (dict "ms" "1" "s" "1000" "m" "60000" "h" "3600000" "d" "86400000" "w" "604800000" "y" "31536000000")) | float64))) }}
{{- fail (printf "values.metrics.monitor.scrapeTimeout: expected %s, got %s" (printf "at most metrics.monitor.interval, which is %s" .Values.metrics.monitor.interval) .Values.metrics.monitor.scrapeTimeout) }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (eq (toString .Values.metrics.monitor.kind) "None") }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since metrics.monitor.kind is None (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (not (eq (toString .Values.metrics.monitor.kind) "None")) .Values.metrics.monitor.jobLabel }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since metrics.monitor.jobLabel is set (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- if and .Values.metrics.rules.enabled (not (ne (toString .Values.metrics.rules.job) "")) (not (eq (toString .Values.metrics.monitor.kind) "None")) (or (eq (include "coder.hasItem" (list .Values.metrics.monitor.relabelings "targetLabel" "job")) "true") (eq (include "coder.hasItem" (list .Values.metrics.monitor.metricRelabelings "targetLabel" "job")) "true")) }}
{{- fail ("values.metrics.rules.job: expected the label job of the metrics, since a relabeling writes the label job (or set metrics.rules.enabled to false), got \"\"") }}
{{- end }}
{{- end }}

{{- define "coder.variant" -}}
{{- $item := index . 0 }}
{{- $path := index . 1 }}
{{- $variants := index . 2 }}
{{- $text := get $item $variants.field | default $variants.default | toString | lower }}
{{- $reason := printf "where %s is %s" $variants.field $text }}
{{- range $kind := $variants.kinds }}
{{- if has $text $kind.of }}
{{- range $field := $kind.required }}
{{- if not (hasKey $item $field) }}
{{- fail (printf "%s.%s: expected a value %s, got nothing" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field := $kind.refused }}
{{- if hasKey $item $field }}
{{- fail (printf "%s.%s: expected nothing %s, got a value" $path $field $reason) }}
{{- end }}
{{- end }}
{{- range $field, $format := $kind.formats }}
{{- $found := get $item $field | toString }}
{{- if and (hasKey $item $field) (not (regexMatch $format.pattern $found)) }}
{{- fail (printf "%s.%s: expected %s %s, got %q" $path $field $format.title $reason $found) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "coder.defaultValues" -}}
nameOverride: ""
fullnameOverride: ""
commonLabels: {}
commonAnnotations: {}
image:
  registry: docker.io
  repository: coderenvs/coder-service
  envboxRepository: coderenvs/envbox
  tag: 1.36.2
  digest: ""
  pullPolicy: Always
  pullSecrets: []
coderd:
  enabled: true
  replicas: 1
  labels: {}
  annotations: {}
  podLabels: {}
  podAnnotations: {}
  resources:
    requests:
      cpu: 250m
      memory: 512Mi
      ephemeral-storage: ""
    limits:
      cpu: 250m
      memory: 512Mi
      ephemeral-storage: ""
  migrations:
    enabled: true
  extraEnv: []
  envFrom: []
  extraVolumes: []
  extraVolumeMounts: []
  extraInitContainers: []
  sidecars: []
  podSecurityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: ""
    seccompProfile:
      type: RuntimeDefault
      localhostProfile: ""
  securityContext:
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    readOnlyRootFilesystem: true
    allowPrivilegeEscalation: false
    capabilities:
      drop:
        - ALL
      add: []
    seccompProfile:
      type: RuntimeDefault
      localhostProfile: ""
  startupProbe:
    enabled: false
    initialDelaySeconds: 0
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 30
  readinessProbe:
    enabled: true
    initialDelaySeconds: 10
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 15
  livenessProbe:
    enabled: true
    initialDelaySeconds: 30
    periodSeconds: 10
    timeoutSeconds: 3
    failureThreshold: 30
  terminationGracePeriodSeconds: 300
  lifecycle: {}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 25%
  nodeSelector:
    kubernetes.io/arch: amd64
    kubernetes.io/os: linux
  tolerations: []
  affinity: {}
  topologySpreadConstraints: []
  priorityClassName: ""
service:
  enabled: true
  type: LoadBalancer
  labels: {}
  annotations: {}
  http:
    port: 80
    nodePort: ""
  https:
    enabled: false
    port: 443
    nodePort: ""
  externalTrafficPolicy: Local
  internalTrafficPolicy: ""
  sessionAffinity: ""
  loadBalancerIP: ""
  loadBalancerClass: ""
  loadBalancerSourceRanges: []
  ipFamilyPolicy: ""
  ipFamilies: []
serviceAccount:
  create: true
  name: ""
  labels: {}
  annotations: {}
  automountToken: true
rbac:
  create: true
  extraRules: []
workspaceServiceAccount:
  create: true
  labels: {}
  annotations: {}
metrics:
  preset: full
  service:
    enabled: false
    labels: {}
    annotations: {}
  monitor:
    kind: PodMonitor
    labels: {}
    annotations: {}
    target:
      matchLabels: {}
      port: ""
    namespaceSelector:
      any: false
      matchNames: []
    jobLabel: ""
    podTargetLabels: []
    path: ""
    scheme: ""
    interval: ""
    scrapeTimeout: ""
    honorLabels: false
    relabelings: []
    metricRelabelings: []
    sampleLimit: ""
    targetLimit: ""
    labelLimit: ""
    labelNameLengthLimit: ""
    labelValueLengthLimit: ""
    tlsConfig: {}
    authorization: {}
    scrapeClass: ""
  rules:
    enabled: true
    labels: {}
    annotations: {}
    job: ""
    alertLabels: {}
    runbookUrl: ""
    extraGroups: []
  slo:
    availability: 0.999
    latency: 0.99
    latencyMilliseconds: 500
  alerts:
    down:
      enabled: true
      severity: critical
      for: 5m
      labels: {}
      annotations: {}
    scrapeDown:
      enabled: true
      severity: warning
      for: 10m
      labels: {}
      annotations: {}
    targetsAbsent:
      enabled: true
      severity: critical
      for: 5m
      labels: {}
      annotations: {}
    replicasBelowDesired:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
    metricsIncomplete:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
    crashLooping:
      enabled: true
      severity: critical
      for: 0m
      labels: {}
      annotations: {}
      restarts: 2
    scrapeErrors:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      errors: 2
    scrapeSlow:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      seconds: 8
    apiErrorBudgetBurn:
      enabled: true
      labels: {}
      annotations: {}
      requests: 100
    apiLatencyBudgetBurn:
      enabled: true
      labels: {}
      annotations: {}
      requests: 100
    licenseExpiresSoon:
      enabled: true
      severity: warning
      for: 1h
      labels: {}
      annotations: {}
      days: 30
    licenseExpiresNow:
      enabled: true
      severity: critical
      for: 5m
      labels: {}
      annotations: {}
      days: 7
    licenseViewsDiffer:
      enabled: true
      severity: warning
      for: 30m
      labels: {}
      annotations: {}
    licenseUnknown:
      enabled: true
      severity: info
      for: 1h
      labels: {}
      annotations: {}
    licenseSeatsAlmostUsed:
      enabled: true
      severity: warning
      for: 1h
      labels: {}
      annotations: {}
      ratio: 0.9
    licenseSeatsExhausted:
      enabled: true
      severity: critical
      for: 15m
      labels: {}
      annotations: {}
    jobsNotStarting:
      enabled: true
      severity: critical
      for: 10m
      labels: {}
      annotations: {}
    jobQueueGrowing:
      enabled: true
      severity: warning
      for: 30m
      labels: {}
      annotations: {}
      factor: 1.2
      queue: 20
    jobsNotCompleting:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      started: 5
      ratio: 0.5
    jobEnqueueSlow:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      seconds: 60
      jobs: 5
    workspaceBuildSlow:
      enabled: true
      severity: warning
      for: 30m
      labels: {}
      annotations: {}
      seconds: 900
      builds: 3
    databaseSlow:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      milliseconds: 500
    databaseStalled:
      enabled: true
      severity: critical
      for: 5m
      labels: {}
      annotations: {}
      requestsPerSecond: 1
    agentListenersDropped:
      enabled: true
      severity: warning
      for: 5m
      labels: {}
      annotations: {}
      ratio: 0.5
      agents: 10
    turnShareHigh:
      enabled: true
      severity: info
      for: 1h
      labels: {}
      annotations: {}
      ratio: 0.8
      connections: 10
    turnChurn:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      factor: 10
      connections: 50
    goroutineLeak:
      enabled: true
      severity: warning
      for: 3h
      labels: {}
      annotations: {}
      goroutines: 5000
      perSecond: 0.1
    gcPressure:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      ratio: 0.1
    schedulerLatencyHigh:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      seconds: 0.1
    fdExhaustion:
      enabled: true
      severity: critical
      for: 10m
      labels: {}
      annotations: {}
      ratio: 0.8
    memoryNearLimit:
      enabled: true
      severity: warning
      for: 15m
      labels: {}
      annotations: {}
      ratio: 0.9
  dashboards:
    kind: ConfigMap
    labels:
      grafana_dashboard: "1"
    annotations: {}
    folder: ""
    instanceSelector:
      dashboards: grafana
    allowCrossNamespaceImport: false
    extra: {}
{{- end }}
