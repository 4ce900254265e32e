#!/usr/bin/env python3
"""Puts the results of measure.sh on the page of figures, between its two marks.

    figures.py RESULTS [PAGE]        PAGE is performance.md of the documentation unless given; - prints only the table
"""
import glob
import json
import os
import re
import statistics
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, "../../Sources/BarometerWorkspace/Documentation.docc/performance.md")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
NAMES = {
    "W1": "W1 load",
    "W2": "W2 kernel",
    "W3": "W3 file to gap series",
    "W4": "W4 small extracts",
}


def sections(log):
    """The log has no titles: a contender that comes again under the same label begins the next section."""
    found = []
    for entry in log:
        if not found or found[-1][0]["what"] != entry["what"] or any(e["who"] == entry["who"] for e in found[-1]):
            found.append([])
        found[-1].append(entry)
    return found


def titles(name, groups):
    work, _, file = name.partition("-")
    for index, group in enumerate(groups):
        title = NAMES[work]
        if work == "W2":
            title += f" {group[0]['what']}"
        elif work == "W4":
            title = ("W4a twenty extracts", "W4b one extract")[index]
        elif work == "W1":
            title += ", inside the process" if group[0]["what"].startswith("load") else ", whole process"
        yield f"{title}", file.replace("-", " ") or "5,000 rows each", group


def row(title, file, group):
    ours = next((e for e in group if e["who"] == "ours"), None)
    peers = [e for e in group if e["who"] != "ours"]
    if ours is None or not peers:
        return None
    best = min(peers, key=lambda e: statistics.median(e["seconds"]))
    ratios = [a / b for a, b in zip(ours["seconds"], best["seconds"])]
    cells = [
        title,
        file,
        f"{statistics.median(ours['seconds']):.4f}",
        f"{statistics.median(best['seconds']):.4f} {best['who']}",
        f"**{statistics.median(ratios):.3f}** ({min(ratios):.3f}..{max(ratios):.3f})",
    ]
    if title.startswith("W2") or title.endswith("inside the process"):
        cells += ["", ""]
    else:
        lean = min(peers, key=lambda e: e["peak_mib"])
        cells += [f"{ours['peak_mib']:.0f}", f"{lean['peak_mib']:.0f} {lean['who']}"]
    return "| " + " | ".join(cells) + " |"


def text(folder, name):
    path = os.path.join(folder, name)
    return open(path, encoding="utf-8").read() if os.path.exists(path) else ""


def processor():
    found = re.search(r"model name\s*: (.*)", text("/proc", "cpuinfo"))
    return found.group(1).strip() if found else "an unnamed processor"


def table(folder):
    lines = [
        "| work | file | ours, s | best peer, s | ours / best (least..most) | our peak MiB | leanest peer, MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    peers = threads = ""
    for path in sorted(glob.glob(os.path.join(folder, "W*.json"))):
        name = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as f:
            groups = sections(json.load(f))
        lines += filter(None, (row(*each) for each in titles(name, groups)))
        told = text(folder, name + ".txt")
        threads = told.splitlines()[0].partition("; ")[0] if told else threads
        found = re.search(r"^peers: (.*)$", told, re.MULTILINE)
        peers = found.group(1) if found else peers
    version = re.search(r"Swift version \S+", text(folder, "swift.txt"))
    told = [
        f"Commit {text(folder, 'commit.txt').strip()}; {version.group(0) if version else 'Swift'}; {processor()}; {threads}.",
        f"Peers: {peers}.",
    ]
    return "\n".join(told + [""] + lines)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    made = table(sys.argv[1])
    page = sys.argv[2] if len(sys.argv) == 3 else PAGE
    if page == "-":
        print(made)
        return
    with open(page, encoding="utf-8") as f:
        before, begin, rest = f.read().partition(BEGIN)
        _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{page} has no {BEGIN} … {END}")
    with open(page, "w", encoding="utf-8") as f:
        f.write(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}")


if __name__ == "__main__":
    main()
