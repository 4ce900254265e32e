#!/usr/bin/env python3
"""Counts what the hot loops cost, and turns red where they cost more than what is recorded.

    Benchmarks/guard/instructions.py             build, count, compare; exit 1 above +3 %
    Benchmarks/guard/instructions.py --update    build, count, and record what was counted

Counted are instructions, and calls that allocate, retain and release objects; they do not depend on who else uses the
machine, times do. Every work is run under callgrind with two sizes, on one thread; the difference of the two, divided
by the difference of the sizes, is what one row costs, for start-up and whatever does not grow with the rows cancels. A
load is counted without the making of its file, and a kernel without the load. Figures belong to a compiler and a processor: they stand in ../Thresholds/COMPILER.json. A compiler without
figures fails nobody: it is told, and --update records it.

Options
  --works LIST      only these, with commas between (default all)
  --binary PATH     count this guard-workloads instead of building one
  --jobs N          how many runs at a time (default: the processors, at most 4)
  --scratch PATH    build folder (default Benchmarks/.build)

Exit status: 0; 1 something costs more; 2 something did not run.
"""
import argparse
import concurrent.futures
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)
GATE = 0.03
# Objects by the row: what may come on top of the figure recorded, and the most in a kernel whatever is recorded. That is
# none by the row, and a few by the block.
OBJECTS_GATE = 0.005
OBJECTS_IN_KERNEL = 0.02
ROWS = (30_000, 60_000)
REPEATS = (50, 100)

# What is counted of a work, and the functions of the runtime that make up each count of calls.
MEASURES = ("instructions", "allocations", "retains", "releases")
CALLS = {
    "swift_allocObject": "allocations",
    "swift_retain": "retains",
    "swift_retain_n": "retains",
    "swift_release": "releases",
    "swift_release_n": "releases",
}

# What is counted: the work, and the work that does everything but it.
WORKS = {}
for form in ("nested", "scattered", "quoted"):
    WORKS[f"load-{form}"] = f"prepare-{form}"
KERNELS = ("agg", "rate", "gap")
for kernel in KERNELS:
    for form in ("nested", "scattered"):
        WORKS[f"{kernel}-{form}"] = f"load-{form}"
for part in ("formula", "series", "assessment", "crowd"):
    WORKS[f"evaluation-{part}"] = None


class DidNotRun(Exception):
    pass


def text_of(words, **more):
    p = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if p.returncode != 0:
        raise DidNotRun(f"{' '.join(words)}\n{p.stdout.strip()[-3000:]}")
    return p.stdout


def compiler():
    """Such as swift-6.3-x86_64: patches of a compiler share their figures, so that an upgrade does not open the gate."""
    found = re.search(r"Swift version (\d+\.\d+)", text_of(["swift", "--version"]))
    if not found:
        raise DidNotRun("swift --version names no version")
    return f"swift-{found.group(1)}-{platform.machine()}"


def valgrind():
    if not shutil.which("valgrind"):
        print("installing valgrind", flush=True)
        text_of(["apt-get", "update"])
        text_of(["apt-get", "install", "-y", "--no-install-recommends", "valgrind"])
    return "valgrind"


def build(scratch):
    where = ["--package-path", PACKAGE, "-c", "release"] + (["--scratch-path", scratch] if scratch else [])
    text_of(["swift", "build", "--product", "guard-workloads"] + where)
    folder = text_of(["swift", "build", "--show-bin-path"] + where).strip().splitlines()[-1]
    return os.path.join(folder, "guard-workloads")


def calls(profile):
    """How often the functions of CALLS were called: `cfn=(7) name`, or `cfn=(7)` once named, then `calls=COUNT …`."""
    found = dict.fromkeys(MEASURES[1:], 0)
    names, measure = {}, None
    with open(profile, encoding="utf-8", errors="replace") as f:
        for line in f:
            if line.startswith(("fn=", "cfn=")):
                number, _, name = line.strip().partition("=")[2].partition(" ")
                if name:
                    names[number] = CALLS.get(name)
                measure = names.get(number) if line.startswith("cfn=") else None
            elif line.startswith("calls=") and measure:
                found[measure] += int(line[6:].split()[0])
    return found


def count(binary, work, size):
    """What one run costs. The hash seed is fixed, for it decides how many keys collide."""
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", SWIFT_BACKTRACE="enable=no", LC_ALL="C")
    with tempfile.NamedTemporaryFile() as profile:
        told = text_of(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile.name}", binary, work, str(size)],
            env=environment,
            timeout=600,
        )
        found = re.search(r"Collected : (\d+)", told)
        if not found:
            raise DidNotRun(f"no count of {work}:\n{told[-2000:]}")
        return {"instructions": int(found.group(1)), **calls(profile.name)}


def count_all(binary, works, jobs):
    """What each work costs per row, or per repeat."""
    runs = set()
    for work in works:
        sizes = REPEATS if WORKS[work] is None else ROWS
        runs |= {(w, size) for w in (work, WORKS[work]) if w for size in sizes}
    # The longest first, so that no processor waits at the end.
    order = sorted(runs, key=lambda run: (run[0].startswith("prepare"), -run[1], run[0]))
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        counts = dict(zip(order, pool.map(lambda run: count(binary, *run), order)))
    figures = {}
    for work in works:
        small, large = REPEATS if WORKS[work] is None else ROWS
        figures[work] = {}
        for measure in MEASURES:
            grown = counts[work, large][measure] - counts[work, small][measure]
            if WORKS[work]:
                grown -= counts[WORKS[work], large][measure] - counts[WORKS[work], small][measure]
            figures[work][measure] = round(grown / (large - small), 2 if measure == "instructions" else 3)
    return figures


def compare(counted, recorded):
    """Prints a line for each work and gives those above the gate, those below, and those without figures."""
    above, below, absent = [], [], []
    print(f"{'per row, or per goal':<24}" + "".join(f"{m:>14}" for m in MEASURES) + f"{'instr. before':>15}")
    for work, figures in counted.items():
        old = recorded.get(work)
        line = f"{work:<24}{figures['instructions']:>14,.2f}" + "".join(f"{figures[m]:>14,.3f}" for m in MEASURES[1:])
        if old is None:
            absent.append(work)
            print(f"{line}{'-':>15}")
            continue
        line += f"{old['instructions']:>15,.2f}{figures['instructions'] / (old['instructions'] or 1) - 1:>+9.1%}"
        for measure in MEASURES:
            slack = 0 if measure == "instructions" else OBJECTS_GATE
            most = old[measure] * (1 + GATE) + slack
            if measure != "instructions" and work.startswith(KERNELS):
                most = min(most, OBJECTS_IN_KERNEL)
            if figures[measure] > most:
                above.append(f"{work} ({measure} {old[measure]:,} → {figures[measure]:,})")
                line += f"  TOO MANY {measure}"
            elif figures[measure] < old[measure] * (1 - GATE) - slack:
                below.append(f"{work} ({measure} {old[measure]:,} → {figures[measure]:,})")
                line += f"  fewer {measure}"
        print(line)
    return above, below, absent


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0], epilog="The top of this file is the manual.")
    ap.add_argument("--update", action="store_true")
    ap.add_argument("--works", default=",".join(WORKS))
    ap.add_argument("--binary")
    ap.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    ap.add_argument("--scratch")
    a = ap.parse_args()
    works = [w for w in a.works.split(",") if w]
    unknown = [w for w in works if w not in WORKS]
    if unknown:
        ap.error(f"unknown works: {', '.join(unknown)}; known are {', '.join(WORKS)}")
    start = time.monotonic()
    name = compiler()
    valgrind()
    binary = a.binary or build(a.scratch)
    built = time.monotonic()
    counted = count_all(binary, works, a.jobs)
    path = os.path.join(PACKAGE, "Thresholds", f"{name}.json")
    recorded = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            recorded = json.load(f)
    print(f"{name}; {built - start:.0f} s to build, {time.monotonic() - built:.0f} s to count")
    above, below, absent = compare(counted, recorded)
    if a.update:
        recorded.update(counted)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            json.dump({w: recorded[w] for w in WORKS if w in recorded}, f, indent=2)
            f.write("\n")
        print(f"recorded in {os.path.relpath(path)}")
        return 0
    tell("NO FIGURES by this compiler, so that nothing guards these; record them with --update", absent)
    tell("Better than recorded; lower the figures with --update, or the gain can be lost", below)
    tell(f"ABOVE THE GATE of +{GATE:.0%}; make these cheaper, or record them with --update and say why", above)
    return 1 if above else 0


def tell(what, works):
    if works:
        print(f"\n{what}:\n  " + "\n  ".join(works))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (DidNotRun, subprocess.TimeoutExpired, OSError) as e:
        print(f"did not run: {e}", file=sys.stderr)
        sys.exit(2)
