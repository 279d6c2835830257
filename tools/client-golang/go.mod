// Pins the release of client_golang that coderd 1.36 was built with, to compare its real metrics with the simulated ones.
module cdk8s-coder/client-golang

go 1.26.7

require (
	github.com/prometheus/client_golang v1.12.1
	github.com/prometheus/client_model v0.2.0
)

require (
	github.com/beorn7/perks v1.0.1 // indirect
	github.com/cespare/xxhash/v2 v2.1.2 // indirect
	github.com/golang/protobuf v1.5.2 // indirect
	github.com/matttproud/golang_protobuf_extensions v1.0.1 // indirect
	github.com/prometheus/common v0.32.1 // indirect
	github.com/prometheus/procfs v0.7.3 // indirect
	golang.org/x/sys v0.0.0-20220114195835-da31bd327af9 // indirect
	google.golang.org/protobuf v1.26.0 // indirect
)
