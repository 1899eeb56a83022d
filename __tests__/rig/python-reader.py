"""Reads the env files whose paths are a JSON list on stdin with python-dotenv; prints one JSON object."""

import json
import sys

from dotenv import dotenv_values

variables = {}
for path in json.load(sys.stdin):
    variables.update(dotenv_values(path))
json.dump(variables, sys.stdout)
