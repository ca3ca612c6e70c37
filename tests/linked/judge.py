"""Holds the data of built sites to outside judges: the catalogue to the shapes of DCAT-AP by pyshacl, the plan as JSON to its
published schemas by jsonschema. What is spoilt on purpose has to be refused, else the judge is asleep.

Usage: judge.py FOLDER…
"""

import copy
import json
import sys
from pathlib import Path

import jsonschema
import pyshacl
import rdflib

SHAPES = rdflib.Graph().parse(Path(__file__).with_name("shapes.ttl"))

# Where in a catalogue something stands without which it is none.
NEEDED = [
    ["dct:title"],
    ["dct:description"],
    ["dct:publisher"],
    ["dcat:dataset"],
    ["dct:publisher", "foaf:name"],
    ["dcat:dataset", "dct:title"],
    ["dcat:dataset", "dct:description"],
    ["dcat:dataset", "dcat:distribution"],
    ["dcat:dataset", "dcat:distribution", 0, "dcat:accessURL"],
]


def flaws_of_catalog(catalog):
    """What pyshacl says against a catalogue; nothing where it conforms."""
    data = rdflib.Graph().parse(data=json.dumps(catalog), format="json-ld")
    conforms, _, text = pyshacl.validate(data, shacl_graph=SHAPES)
    return "" if conforms else text


def without(value, path):
    """A copy without what stands at a path."""
    value = copy.deepcopy(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return value


def check_catalog(site):
    catalog = json.loads((site / "data/catalog.jsonld").read_text("utf-8"))
    flaws = [flaws_of_catalog(catalog)]
    for path in NEEDED:
        if not flaws_of_catalog(without(catalog, path)):
            flaws.append(f"pyshacl does not miss {path}")
    spoilt = copy.deepcopy(catalog)
    spoilt["dcat:dataset"]["dct:temporal"]["dcat:startDate"]["@type"] = "xsd:string"
    if not flaws_of_catalog(spoilt):
        flaws.append("pyshacl takes any text for a day")
    for offered in catalog["dcat:dataset"]["dcat:distribution"]:
        url = offered["dcat:downloadURL"]["@id"]
        if not any(url.endswith(str(file.relative_to(site).as_posix())) for file in (site / "data").iterdir()):
            flaws.append(f"nothing is at {url}")
    return [flaw for flaw in flaws if flaw]


def check_json(site):
    flaws = []
    for name, files in [("plan", ["plan.json"]), ("initiative", sorted(it.name for it in (site / "data/initiatives").iterdir()))]:
        folder = site / "data" if name == "plan" else site / "data/initiatives"
        schema = json.loads((site / f"data/{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for file in files:
            value = json.loads((folder / file).read_text("utf-8"))
            flaws += [f"{file}: {flaw.message} at {flaw.json_path}" for flaw in validator.iter_errors(value)]
            for key in value:
                if validator.is_valid(without(value, [key])):
                    flaws.append(f"jsonschema does not miss {key} in {file}")
    return flaws


def main():
    sites = [Path(folder) for folder in sys.argv[1:]]
    flaws = [f"{site}: {flaw}" for site in sites for flaw in check_catalog(site) + check_json(site)]
    for flaw in flaws:
        print(flaw, file=sys.stderr)
    if flaws or not sites:
        sys.exit(1)
    print(f"pyshacl and jsonschema found nothing in the data of {len(sites)} sites")


main()
