"""Holds a site's folder data/ against outside judges: csvw, frictionless, openpyxl. Ends with 1 if one of them is not content."""

import csv
import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import openpyxl
from frictionless import Package

# What a program for tables may take for the beginning of a formula.
BEGINNINGS = tuple("=+-@\t\r＝＋－＠")


def described(tables, package, folder):
    """What csvw and frictionless find wrong with tables, their two descriptions lying in one folder."""
    wrong = []
    (folder / "csv-metadata.json").write_text(json.dumps(tables), encoding="utf-8")
    csvw = subprocess.run([BIN / "csvwvalidate", folder / "csv-metadata.json"], capture_output=True, text=True)
    if csvw.returncode != 0 or csvw.stdout.strip().splitlines()[-1:] != ["OK"]:
        wrong.append(f"csvw: {csvw.stdout}{csvw.stderr}")
    report = Package.from_descriptor(json.loads(json.dumps(package)), basepath=str(folder)).validate()
    wrong += [f"frictionless: {error}" for error in report.flatten(["title", "type", "rowNumber", "message"])]
    if report.errors:
        wrong.append(f"frictionless: {report.errors}")
    return wrong


def of_terms(data, package, folder):
    """The tables of a folder of terms by their own metadata. csvw knows no schema of a group, so each table is given it, and frictionless
    the fields that are called the same in the table of all initiatives; the tables are written into a folder of their own."""
    group = json.loads((data / "csv-metadata.json").read_text(encoding="utf-8"))
    schema = group.pop("tableSchema")
    wrong = []
    if {table["url"] for table in group["tables"]} != {path.name for path in data.glob("*.csv")}:
        wrong.append(f"{data.name}/csv-metadata.json has other tables than the folder")
    whole = next(it for it in package["resources"] if it["name"] == "initiatives")
    titles = [column["titles"] for column in schema["columns"]]
    fields = [field for field in whole["schema"]["fields"] if field["name"] in titles]
    shape = {"fields": fields, "primaryKey": whole["schema"]["primaryKey"]}
    resources = []
    for nth, table in enumerate(group["tables"]):
        (folder / table["url"]).write_bytes((data / table["url"]).read_bytes())
        table["tableSchema"] = schema
        resources.append({**whole, "name": f"term-{nth}", "path": table["url"], "schema": shape})
    wrong += described(group, {**package, "resources": resources}, folder)
    # What finds nothing wrong anywhere tells nothing.
    schema["columns"][0]["titles"] = "no such column"
    if not described(group, {**package, "resources": resources}, folder):
        wrong.append(f"csvw takes any columns for those of {data.name}/csv-metadata.json")
    return len(resources), wrong


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def guarded(path):
    """Cells that a program might run. Numbers are none."""
    for row in rows(path):
        for cell in row:
            if cell.startswith(BEGINNINGS) and not cell.lstrip("-").replace(".", "", 1).isdigit():
                yield f"{path.name}: {cell!r} begins as a formula does"


def is_same(cell, text):
    if cell is None:
        return text == ""
    if isinstance(cell, bool):
        return text == str(cell).lower()
    if isinstance(cell, (int, float)):
        return float(text) == cell
    if isinstance(cell, datetime):
        return text == cell.date().isoformat()
    return cell == (text[1:] if text.startswith("'") else text)


def in_workbook(data, package):
    """What of the workbook is not as the tables are."""
    book = openpyxl.load_workbook(data / "plan.xlsx")
    if len(book.worksheets) != len(package["resources"]) + 1:
        yield f"plan.xlsx has {len(book.worksheets)} sheets"
    for resource, sheet in zip(package["resources"], book.worksheets):
        if sheet.freeze_panes is None or sheet.auto_filter.ref is None:
            yield f"{sheet.title}: the heads are not frozen, or have no filter"
        expected = rows(data / resource["path"])
        found = [list(row) for row in sheet.iter_rows()]
        if len(found) != len(expected):
            yield f"{sheet.title}: {len(found)} rows for {len(expected)}"
        if len(found[0]) != len(expected[0]):
            yield f"{sheet.title}: {len(found[0])} columns for {len(expected[0])}"
        for cells, texts in zip(found, expected):
            for cell, text in zip(cells, texts):
                if cell.data_type == "f" or not is_same(cell.value, text):
                    yield f"{sheet.title} {cell.coordinate}: {cell.value!r} for {text!r}"
        for row in found[1:]:
            if row[0].data_type != "s" or row[0].number_format != "@":
                yield f"{sheet.title} {row[0].coordinate}: a key has to be text"


def judge(data):
    tables = json.loads((data / "csv-metadata.json").read_text(encoding="utf-8"))
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for resource in package["resources"]:
            (folder / resource["path"]).write_bytes((data / resource["path"]).read_bytes())
        wrong += described(tables, package, folder)
    terms = 0
    for metadata in sorted(data.glob("*/csv-metadata.json")):
        with tempfile.TemporaryDirectory() as folder:
            count, found = of_terms(metadata.parent, package, Path(folder))
            terms += count
            wrong += found
    if terms != len(list(data.glob("*/*.csv"))):
        wrong.append("a table of a term has no metadata")
    for path in sorted(data.rglob("*.csv")):
        wrong += guarded(path)
        if b"\r\n" not in path.read_bytes() or not path.read_bytes().startswith(b"\xef\xbb\xbf"):
            wrong.append(f"{path.name}: no byte order mark, or lines that do not end in CRLF")
    wrong += in_workbook(data, package)
    print(f"{len(package['resources'])} tables, {terms} of terms, a workbook: {len(wrong)} wrong")
    return wrong


BIN = Path(sys.argv[2])
found = judge(Path(sys.argv[1]))
print("\n".join(found[:20]), end="\n" if found else "")
sys.exit(1 if found else 0)
