"""Holds the feeds and calendars of built sites against data/plan.json, as the readers of others understand them.

Usage: judge.py FOLDER…
"""

import html
import json
import re
import sys
from pathlib import Path

import feedparser
import icalendar

MOST = 100


def check(holds, *told):
    if not holds:
        sys.exit("feeds: " + " ".join(map(str, told)))


def in_scope(plan, about):
    """The initiatives that a file is about, by its name: plan, departments/NAME, less/NAME, sdgs/GOAL."""
    if about == "plan":
        return plan["initiatives"]
    kind, slug = about.split("/")
    if kind == "sdgs":
        return [it for it in plan["initiatives"] if any(sdgs.split(".")[0] == slug for sdgs in it["sdgs"])]
    name = next(term["name"] for term in plan[kind] if term["slug"] == slug)
    parts = lambda it: [part[kind] for part in it["programs"]] if kind == "departments" else []
    return [it for it in plan["initiatives"] if name in sum(parts(it), it[kind])]


def programs(plan, initiative, about):
    """Its parts, by their number, of which a file tells: a department has those that it is in charge of."""
    numbered = list(enumerate(initiative["programs"], 1))
    if not about.startswith("departments/"):
        return numbered
    name = next(term["name"] for term in plan["departments"] if term["slug"] == about.split("/")[1])
    return [(at, it) for at, it in numbered if name in (it["departments"] or initiative["departments"])]


def expected_entries(initiatives):
    days = {(it["updated"], at) for at, it in enumerate(initiatives) if it["updated"]}
    days |= {(change["date"], at) for at, it in enumerate(initiatives) for change in it["changes"]}
    newest = sorted(days, key=lambda day: day[1])
    newest.sort(key=lambda day: day[0], reverse=True)
    return [(initiatives[at], day) for day, at in newest[:MOST]]


def changes(initiative, day):
    return [change for change in initiative["changes"] if change["date"] == day]


def check_feed(site, base, path, initiatives):
    atom = feedparser.parse(path.read_bytes())
    check(not atom.bozo, path, atom.get("bozo_exception"))
    check(atom.version == "atom10", path, atom.version)
    feed, expected = json.loads(path.with_suffix(".json").read_text("utf-8")), expected_entries(initiatives)
    check(feed["version"] == "https://jsonfeed.org/version/1.1", path, feed["version"])
    check(feed["feed_url"].removesuffix(".json") == atom.feed.id.removesuffix(".xml"), path, atom.feed.id)
    check(feed["title"] == atom.feed.title and atom.feed.title, path, "has two titles")
    check(feed["home_page_url"] == atom.feed.link, path, atom.feed.link)
    check(file_of(site, base, atom.feed.link).is_file(), path, atom.feed.link)
    check(len(atom.entries) == len(feed["items"]) == len(expected) > 0, path, len(atom.entries), len(expected))
    check(atom.feed.updated == atom.entries[0].updated, path, "is older than its newest entry")
    for entry, item, (initiative, day) in zip(atom.entries, feed["items"], expected):
        told = changes(initiative, day)
        check(entry.id == item["id"] == f"{initiative['url']}#{day}", path, entry.id)
        check(entry.link == item["url"] == initiative["url"], path, entry.link)
        check(file_of(site, base, entry.link).is_file(), path, entry.link)
        check(entry.title == item["title"] and initiative["title"] in entry.title, path, entry.title)
        check(entry.updated == item["date_modified"] and entry.updated.startswith(day + "T"), path, entry.updated)
        check(entry.updated_parsed is not None, path, entry.updated)
        content = re.sub(r"<br ?/?>", "\n", entry.content[0].value)
        paragraphs = [html.unescape(text) for text in re.findall(r"<p>(.*?)</p>", content, re.DOTALL)]
        check("\n\n".join(paragraphs) == item["content_text"], path, paragraphs, item["content_text"])
        check(len(paragraphs) == max(len(told), 1), path, paragraphs)
        for paragraph, change in zip(paragraphs, told):
            what, *why = paragraph.split("\n")
            check(what == change["what"], path, what)
            check(bool(why) == bool(change["why"]) and "".join(why).endswith(change["why"] or ""), path, why)
    return len(atom.entries)


def file_of(site, base, address):
    path = address.removeprefix(base)
    return site / (path + "index.html" if path == "" or path.endswith("/") else path)


def expected_events(plan, initiatives, about):
    events = {}
    for it in initiatives:
        for number, program in programs(plan, it, about):
            part = f"-{number}" if len(it["programs"]) > 1 else ""
            for action in program["actions"]:
                for bar in action["schedule"]:
                    first, last = bar["start"], bar["end"]
                    begins, ends = f"{it['url']}#begins-{first}{part}", f"{it['url']}#ends-{last}{part}"
                    events.setdefault(begins, (it, f"{first}-04-01", []))[2].append((action["name"], bar["text"]))
                    events.setdefault(ends, (it, f"{last + 1}-03-31", []))[2].append((action["name"], bar["text"]))
    return events


def check_calendar(path, plan, initiatives, about):
    raw = path.read_bytes()
    check(raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), path, "has a line that ends otherwise")
    check(all(len(line) <= 75 for line in raw.split(b"\r\n")), path, "has a line of more than 75 octets")
    calendar = icalendar.Calendar.from_ical(raw)
    events = calendar.walk("VEVENT")
    check(not calendar.errors and not any(event.errors for event in events), path, "has errors")
    check(calendar["VERSION"] == "2.0" and calendar["PRODID"] and calendar["X-WR-CALNAME"], path, "lacks its head")
    expected = expected_events(plan, initiatives, about)
    check(sorted(event["UID"] for event in events) == sorted(expected) != [], path, "has other events")
    for event in events:
        initiative, day, told = expected[event["UID"]]
        begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
        check(begins.isoformat() == day and (ends - begins).days == 1, path, event["UID"], begins, ends)
        check(event.decoded("DTSTAMP").tzinfo is not None, path, event["UID"])
        check(initiative["title"] in event["SUMMARY"], path, event["SUMMARY"])
        check(told[0][0] in event["SUMMARY"], path, event["SUMMARY"])
        check(event["URL"] == initiative["url"], path, event["URL"])
        lines = event["DESCRIPTION"].removesuffix("\n" + initiative["url"])
        for name, text in told:
            check(name in lines and text in lines, path, lines)
    return len(events)


def check_site(site):
    plan = json.loads((site / "data/plan.json").read_text("utf-8"))
    base = next(it["url"].split("plan/" + it["id"])[0] for it in plan["initiatives"])
    feeds = entries = calendars = events = 0
    for path in sorted((site / "data").rglob("*.feed.xml")):
        about = path.relative_to(site / "data").as_posix().removesuffix(".feed.xml")
        entries += check_feed(site, base, path, in_scope(plan, about))
        feeds += 1
    for path in sorted((site / "data").rglob("*.ics")):
        about = path.relative_to(site / "data").as_posix().removesuffix(".ics")
        events += check_calendar(path, plan, in_scope(plan, about), about)
        calendars += 1
    # A feed of all wherever one initiative tells when it was changed, and else none.
    dated = any(it["updated"] for it in plan["initiatives"])
    check((site / "data/plan.feed.xml").is_file() == dated == (feeds > 0), site, "has a feed too many or too few")
    check((site / "data/plan.ics").is_file() == bool(expected_events(plan, plan["initiatives"], "plan")), site, "and its calendar")
    print(f"{site}: {entries} entries in {feeds} feeds, {events} events in {calendars} calendars")
    return feeds, calendars


found = [check_site(Path(site)) for site in sys.argv[1:]]
check(sum(feeds for feeds, _ in found) and sum(calendars for _, calendars in found), "no feed or no calendar at all")
