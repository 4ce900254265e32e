#!/usr/bin/env python3
"""What is not ordinary: many codes, many groups, many decimals, quotes and CRLF; ours against Polars and DuckDB.

    extremes.py BAROMETER PYTHON FOLDER [ROUNDS]

PYTHON is an interpreter with polars and duckdb (the environment that peerbench.py makes has one), FOLDER keeps the
files that are made. Every round runs each contender once, cold: file in, sums by group out as CSV. The ratio is taken
within the round, and the median of the rounds is told; below 1 we are ahead. Sums are compared to a relative 1e-9.
Of quotes and CRLF the ratio is ours to ours on the plain file.
"""
import csv
import math
import os
import random
import statistics
import subprocess
import sys
import time

HEADER = "KODE;GRUPPE;TID;INDHOLD"

POLARS = """
import sys, polars as pl
file, out, keys = sys.argv[1], sys.argv[2], sys.argv[3].split(",")
value = pl.col("INDHOLD").str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
types = {"KODE": pl.Categorical, "GRUPPE": pl.Categorical, "TID": pl.Categorical, "INDHOLD": pl.String}
frame = pl.scan_csv(file, separator=";", schema=types)
frame.group_by(keys).agg(value.sum().alias("sum")).collect(engine="streaming").write_csv(out)
"""

DUCKDB = """
import os, sys, duckdb
file, out, keys = sys.argv[1:4]
duckdb.sql("SET threads=2")
types = "{'KODE': 'VARCHAR', 'GRUPPE': 'VARCHAR', 'TID': 'VARCHAR', 'INDHOLD': 'VARCHAR'}"
duckdb.sql(f"COPY (SELECT {keys}, sum(TRY_CAST(replace(INDHOLD, ',', '.') AS DOUBLE)) AS sum FROM "
           f"read_csv('{file}', delim=';', header=true, columns={types}) GROUP BY {keys}) TO '{out}' (HEADER)")
"""


def rows(kind, count):
    rng = random.Random(7)
    for i in range(count):
        value = f"{rng.randrange(90_000)},{rng.randrange(10)}"
        if kind == "codes":
            yield f"K{i % 100_000:06d}", f"G{i % 7}", f"20{10 + i // 100_000}", value
        elif kind == "groups":
            yield f"K{i % 1000:03d}", f"G{i // 1000 % 1000:03d}", f"20{10 + i // 1_000_000}", value
        elif kind == "decimals":
            yield f"K{i % 98:02d}", f"G{i // 98 % 7}", f"20{10 + i % 20}", f"{rng.randrange(100)},{rng.randrange(10**12):012d}"
        else:
            yield f"K{i // 140 % 10_000:04d}", f"G{i // 20 % 7}", f"20{10 + i % 20}", value


def make(folder, kind, count):
    path = os.path.join(folder, f"extreme-{kind}.csv")
    if os.path.exists(path):
        return path
    quoted, end = kind == "quoted", "\r\n" if kind == "crlf" else "\n"
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(HEADER + end)
        for row in rows(kind, count):
            f.write(";".join(f'"{cell}"' for cell in row) if quoted else ";".join(row))
            f.write(end)
    return path


def run(words):
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                   env=dict(os.environ, POLARS_MAX_THREADS="2"))
    return time.perf_counter() - start


def sums(path, keys):
    with open(path, encoding="utf-8") as f:
        return {tuple(row[k] for k in keys): float(row["sum"] or 0) for row in csv.DictReader(f)}


def main():
    program, python, folder = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    os.makedirs(folder, exist_ok=True)
    cases = [("codes", 2_000_000, ["KODE"]), ("groups", 4_000_000, ["KODE", "GRUPPE"]), ("decimals", 2_000_000, ["KODE"])]
    agree = True
    for kind, count, keys in cases:
        path = make(folder, kind, count)
        outs = {who: os.path.join(folder, f"out-{who}.csv") for who in ("ours", "polars", "duckdb")}
        commands = {
            "ours": [program, "query", path, "--by", ",".join(keys), "--period", "none", "--roll", "sum",
                     "--threads", "2", "--out", outs["ours"]],
            "polars": [python, "-c", POLARS, path, outs["polars"], ",".join(keys)],
            "duckdb": [python, "-c", DUCKDB, path, outs["duckdb"], ",".join(keys)],
        }
        times = {who: [] for who in commands}
        for k in range(rounds + 1):
            for who, words in commands.items():
                seconds = run(words)
                if k:
                    times[who].append(seconds)
        ours = sums(outs["ours"], keys)
        for who in ("polars", "duckdb"):
            theirs = sums(outs[who], keys)
            same = ours.keys() == theirs.keys() and all(
                math.isclose(ours[k], theirs[k], rel_tol=1e-9, abs_tol=1e-9) for k in ours)
            agree &= same
            ratio = [a / b for a, b in zip(times["ours"], times[who])]
            print(f"{kind:<10} {count:>9} rows  ours {statistics.median(times['ours']):.3f} s  "
                  f"{who} {statistics.median(times[who]):.3f} s  ratio {statistics.median(ratio):.3f} "
                  f"({min(ratio):.3f}..{max(ratio):.3f})  answers {'agree' if same else 'DIFFER'}", flush=True)
    times = {}
    for k in range(rounds + 1):
        for kind in ("plain", "quoted", "crlf"):
            path = make(folder, kind, 4_000_000)
            seconds = run([program, "query", path, "--by", "KODE", "--period", "none", "--roll", "sum",
                           "--threads", "2", "--out", os.path.join(folder, f"out-{kind}.csv")])
            if k:
                times.setdefault(kind, []).append(seconds)
    for kind in ("quoted", "crlf"):
        ratio = [a / b for a, b in zip(times[kind], times["plain"])]
        with open(os.path.join(folder, "out-plain.csv"), "rb") as a, open(os.path.join(folder, f"out-{kind}.csv"), "rb") as b:
            same = a.read() == b.read()
        agree &= same
        print(f"{kind:<10} {4_000_000:>9} rows  {statistics.median(times[kind]):.3f} s  plain "
              f"{statistics.median(times['plain']):.3f} s  ratio {statistics.median(ratio):.3f} "
              f"({min(ratio):.3f}..{max(ratio):.3f})  answers {'agree' if same else 'DIFFER'}", flush=True)
    sys.exit(0 if agree else 1)


main()
