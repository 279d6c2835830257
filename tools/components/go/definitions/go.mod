// Pins the definitions of HTTPRoute and Certificate, against which the end-to-end suite holds those of the chart. Nothing of them is built.
module cdk8s-coder/tools/definitions

go 1.26.7

require (
	github.com/cert-manager/cert-manager v1.19.1
	sigs.k8s.io/gateway-api v1.6.3
)
