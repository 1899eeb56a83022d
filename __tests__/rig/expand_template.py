"""Checks a CloudFormation template with AWS's linter and prints it as JSON with its Fn::ForEach loops carried out, which moto
does not do. Arguments: the template's path, and its parameters as a JSON object. Exits with 1 and the linter's findings when
it has any."""
import json
import sys

from cfnlint.api import lint_file
from cfnlint.decode import decode
from cfnlint.template import Template
from pathlib import Path

path, parameters = sys.argv[1], json.loads(sys.argv[2])
findings = lint_file(Path(path))
if findings:
    sys.exit("\n".join(str(finding) for finding in findings))

template, _ = decode(path)
for name, value in parameters.items():
    template["Parameters"][name]["Default"] = value
expanded = Template(path, template, ["us-east-1"])
errors = expanded.transform()
if errors:
    sys.exit("\n".join(str(error) for error in errors))
expanded.template.pop("Transform", None)
print(json.dumps(expanded.template))
