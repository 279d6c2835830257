// Pins the definition of GrafanaDashboard, against which the end-to-end suite holds the dashboards. Nothing of it is built.
module cdk8s-coder/tools/grafana-operator

go 1.26.7

require github.com/grafana/grafana-operator/v5 v5.18.0
