// Package json writes values for people to read, and reads nothing.
package json

import (
	"errors"
	"fmt"
)

var errNoJSON = errors.New("the page's go-app reads no JSON: see internal/site/trim_goapp.go")

// RawMessage is a value that was not read.
type RawMessage []byte

// Marshal writes v as fmt does.
func Marshal(v any) ([]byte, error) { return fmt.Append(nil, v), nil }

// MarshalIndent writes v as fmt does.
func MarshalIndent(v any, _, _ string) ([]byte, error) { return Marshal(v) }

// Unmarshal fails.
func Unmarshal([]byte, any) error { return errNoJSON }
