// Command go-readers reads env files with the parsers of the programs that users run, so that the
// tests can compare. Stdin: {"reader": "docker" | "compose" | "godotenv", "paths": ["…"]}. Stdout:
// one JSON object with the variables of all files. Any error ends it with a message on stderr.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	compose "github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/docker/cli/pkg/kvfile"
	"github.com/joho/godotenv"
)

type request struct {
	Reader string   `json:"reader"`
	Paths  []string `json:"paths"`
}

type variables = map[string]string

var readers = map[string]func(path string) (variables, error){
	"docker": readDocker,
	"compose": func(path string) (variables, error) {
		return compose.GetEnvFromFile(variables{}, []string{path})
	},
	"godotenv": func(path string) (variables, error) {
		return godotenv.Read(path)
	},
}

func readDocker(path string) (variables, error) {
	lines, err := kvfile.Parse(path, os.LookupEnv)
	if err != nil {
		return nil, err
	}
	result := variables{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		result[name] = value
	}
	return result, nil
}

func readAll(asked request) (variables, error) {
	read, known := readers[asked.Reader]
	if !known {
		return nil, fmt.Errorf("no reader is called %q", asked.Reader)
	}
	all := variables{}
	for _, path := range asked.Paths {
		found, err := read(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for name, value := range found {
			all[name] = value
		}
	}
	return all, nil
}

func main() {
	log.SetFlags(0)
	var asked request
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		log.Fatal(err)
	}
	found, err := readAll(asked)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		log.Fatal(err)
	}
}
