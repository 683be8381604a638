# Judges texts by a JSON Schema: judge.py SCHEMA <TEXTS. TEXTS is a JSON list of YAML texts (JSON is YAML); the answer is a list of
# null for a text that is valid, and what is wrong with one that is not.
#
# A plain scalar is what YAML 1.2's core schema (section 10.3.2) makes of it, as in the loader of the editors' language server.
# PyYAML's own rules are YAML 1.1's: there 52:54:00 is a number, and yes a boolean.
import json
import re
import sys

import jsonschema
import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    yaml_implicit_resolvers = {}


for tag, pattern in [
    ("null", r"(?:~|null|Null|NULL|)"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)"),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"),
    ("float", r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^{pattern}$"), None)


def integer(loader, node):
    text = node.value
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


def mapping(loader, node):
    # Every key is a text in JSON. Anchors are followed by PyYAML itself.
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


Loader.add_constructor("tag:yaml.org,2002:int", integer)
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value.replace(".inf", "inf").replace(".nan", "nan")))
Loader.add_constructor("tag:yaml.org,2002:map", mapping)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
judge = kind(schema, format_checker=kind.FORMAT_CHECKER)


def verdict(text):
    try:
        document = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        return f"not YAML: {error}"
    error = next(judge.iter_errors(document), None)
    return None if error is None else f"{error.json_path}: {error.message[:300]}"


json.dump([verdict(text) for text in json.load(sys.stdin)], sys.stdout)
