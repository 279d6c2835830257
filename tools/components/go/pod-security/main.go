// Command pod-security reads objects of Kubernetes as YAML from standard input and prints, one JSON object a line, what the
// Pod Security Standard "restricted" of Kubernetes itself says of each that has or makes pods.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	strict "sigs.k8s.io/yaml"
)

// verdict is what is printed of an object.
type verdict struct {
	Kind     string   `json:"kind"`
	Name     string   `json:"name"`
	Findings []string `json:"findings"`
}

// template is a pod, or what a pod is made of.
type template struct {
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     *corev1.PodSpec   `json:"spec"`
}

// object is what all kinds that make pods have in common, as far as it is read here.
type object struct {
	Kind     string            `json:"kind"`
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     struct {
		Template    *template `json:"template"`
		JobTemplate struct {
			Spec struct {
				Template *template `json:"template"`
			} `json:"spec"`
		} `json:"jobTemplate"`
	} `json:"spec"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "pod-security:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return err
	}
	level := api.LevelVersion{Level: api.LevelRestricted, Version: api.LatestVersion()}
	documents := yaml.NewYAMLReader(bufio.NewReader(in))
	printer := json.NewEncoder(out)
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := judge(evaluator, level, document, printer); err != nil {
			return err
		}
	}
}

func judge(evaluator policy.Evaluator, level api.LevelVersion, document []byte, printer *json.Encoder) error {
	var one object
	if err := strict.Unmarshal(document, &one); err != nil {
		return err
	}
	pods, err := templateOf(one, document)
	if err != nil || pods == nil {
		return err
	}
	result := verdict{Kind: one.Kind, Name: one.Metadata.Name, Findings: []string{}}
	for _, check := range evaluator.EvaluatePod(level, &pods.Metadata, pods.Spec) {
		if !check.Allowed {
			result.Findings = append(result.Findings, check.ForbiddenReason+": "+check.ForbiddenDetail)
		}
	}
	return printer.Encode(result)
}

// templateOf is nil for an object that makes no pods. Such a kind is known by where its template stands, so none is forgotten.
func templateOf(one object, document []byte) (*template, error) {
	if one.Kind == "Pod" {
		var pod template
		err := strict.Unmarshal(document, &pod)
		return &pod, err
	}
	for _, found := range []*template{one.Spec.Template, one.Spec.JobTemplate.Spec.Template} {
		if found != nil && found.Spec != nil {
			return found, nil
		}
	}
	return nil, nil
}
