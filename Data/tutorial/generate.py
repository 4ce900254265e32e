#!/usr/bin/env python3
"""Writes the invented figures of the tutorial: extracts/opdigtet-arbejdsstyrke.csv.

Why invented: we know of no StatBank table that gives unemployment by municipality,
half-year and origin together, and a tutorial needs exactly that, with counts on both
sides of the rate.
So everything below is made up ("opdigtet" is Danish for made up). Do not quote it.

What it holds: persons unemployed (LEDIG) and persons in the labour force, the
unemployed included (STYRKE), for five municipalities, five groups of origin and the
seven half-years 2010H2-2013H2, in the byte form of a StatBank API extract.

Copenhagen (101) is fixed so that the gap, the unemployment rate of non-Western
immigrants and descendants (25 + 35) minus that of persons of Danish origin (1), is
10.6 10.8 10.9 10.3 9.7 9.4 8.9 percentage points exactly, with no rounding anywhere.
The rest comes from a random generator with a fixed seed: each run writes the same bytes.

Run:  python3 Data/tutorial/generate.py        (Python 3.9 or later, nothing to install)
The code lists beside it are written by hand and are not touched.
"""

from pathlib import Path
from random import Random

SEED = 20101231
PERIODS = ["2010H2", "2011H1", "2011H2", "2012H1", "2012H2", "2013H1", "2013H2"]
ORIGINS = ["1", "24", "25", "34", "35"]
STATUSES = ["LEDIG", "STYRKE"]

# Copenhagen, in tenths of a per cent: unemployment rate of Danish origin, and the gap.
REFERENCE_RATE = [54, 57, 59, 56, 53, 51, 49]
GAP = [106, 108, 109, 103, 97, 94, 89]
# Labour forces chosen so that every number of unemployed is whole.
REFERENCE_FORCE = [250_000, 251_000, 252_000, 253_125, 254_000, 255_000, 257_000]
NON_WESTERN_FORCE = [30_000, 30_200, 30_375, 31_000, 31_260, 31_600, 32_000]

# The others: labour force of Danish origin, of non-Western, of Western origin;
# first unemployment rate of Danish origin and first gap, in per cent.
OTHERS = {
    "147": (48_000, 4_600, 3_100, 4.8, 9.6),
    "461": (82_000, 8_900, 2_700, 5.9, 10.9),
    "751": (149_000, 15_200, 6_300, 5.2, 11.3),
    "851": (95_000, 6_100, 3_300, 6.1, 10.2),
}

# Cells the source would not give: too few persons.
MISSING = {("851", "34", "LEDIG", "2011H2"), ("851", "34", "LEDIG", "2012H2")}


def nearest(value: float) -> int:
    """The nearest whole number, halves up (all values here are positive)."""
    return int(value + 0.5)


def whole_share(force: int, tenths: int) -> int:
    """`tenths` of a per cent of `force`; it must come out whole."""
    count, rest = divmod(force * tenths, 1000)
    if rest:
        raise ValueError(f"{tenths / 10} per cent of {force} is not a whole number")
    return count


def split(rng: Random, total: int, share: float) -> "tuple[int, int]":
    """Divides a count in two whole parts; the first gets about `share` of it."""
    first = nearest(total * (share + 0.02 * (rng.random() - 0.5)))
    return first, total - first


def municipality(rng, reference, non_western, western):
    """Cells of one municipality; each argument is a list of (unemployed, force) per period."""
    cells = {}
    for step, period in enumerate(PERIODS):
        groups = {"1": reference[step]}
        # Immigrants are most of the group, and a little more of its unemployed.
        for names, (unemployed, force), share in (
            (("25", "35"), non_western[step], 0.82 - 0.004 * step),
            (("24", "34"), western[step], 0.93),
        ):
            forces = split(rng, force, share)
            jobless = split(rng, unemployed, share + 0.01)
            for name, one_unemployed, one_force in zip(names, jobless, forces):
                groups[name] = (one_unemployed, one_force)
        for origin, (unemployed, force) in groups.items():
            cells[origin, "LEDIG", period] = unemployed
            cells[origin, "STYRKE", period] = force
    return cells


def western_path(rng, first_force, reference_rates):
    """Western immigrants and descendants: a little above the rate of Danish origin."""
    path = []
    for step, rate in enumerate(reference_rates):
        force = nearest(first_force * (1 + 0.015 * step))
        path.append((nearest(force * (rate + 1.2 + 0.6 * rng.random()) / 100), force))
    return path


def copenhagen(rng):
    reference, non_western = [], []
    for step in range(len(PERIODS)):
        rate = REFERENCE_RATE[step]
        force = REFERENCE_FORCE[step]
        reference.append((whole_share(force, rate), force))
        force = NON_WESTERN_FORCE[step]
        non_western.append((whole_share(force, rate + GAP[step]), force))
    western = western_path(rng, 21_000, [rate / 10 for rate in REFERENCE_RATE])
    return municipality(rng, reference, non_western, western)


def other(rng, reference_force, non_western_force, western_force, first_rate, gap):
    reference, non_western, rates = [], [], []
    for step in range(len(PERIODS)):
        # The reference rate follows the same wave as in Copenhagen.
        wave = (REFERENCE_RATE[step] - REFERENCE_RATE[0]) / 10
        rate = first_rate + wave + 0.2 * (rng.random() - 0.5)
        rates.append(rate)
        force = nearest(reference_force * (1 + 0.003 * step))
        reference.append((nearest(force * rate / 100), force))
        force = nearest(non_western_force * (1 + 0.012 * step))
        non_western.append((nearest(force * (rate + gap) / 100), force))
        gap -= 0.1 + 0.25 * rng.random()
    return municipality(rng, reference, non_western, western_path(rng, western_force, rates))


def main() -> None:
    rng = Random(SEED)
    areas = {"101": copenhagen(rng)}
    for code, start in OTHERS.items():
        areas[code] = other(rng, *start)

    lines = ["OMRÅDE;HERKOMST;STATUS;TID;INDHOLD"]
    for area, cells in areas.items():
        for origin in ORIGINS:
            for status in STATUSES:
                for period in PERIODS:
                    missing = (area, origin, status, period) in MISSING
                    value = ".." if missing else str(cells[origin, status, period])
                    lines.append(";".join((area, origin, status, period, value)))

    # UTF-8 with a byte order mark, and CR LF after every line, as the StatBank API sends it.
    text = "".join(line + "\r\n" for line in lines)
    target = Path(__file__).resolve().parent / "extracts" / "opdigtet-arbejdsstyrke.csv"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))


if __name__ == "__main__":
    main()
