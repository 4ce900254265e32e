#!/usr/bin/env python3
"""Writes the first inputs of the four fuzzers into Corpus/, one folder each, from small invented files.

Real files are added from a folder of extracts, if there is one: the first argument, or shared/extracts beside the
checkout. Nothing is fetched, and Corpus/ is not committed.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE / "Corpus"
LARGEST = 60_000

LONG = "OMRÅDE;TID;INDHOLD\nKøbenhavn;2014K1;569557\nAarhus;2014K1;323893\nKøbenhavn;2014K2;571236\nAarhus;2014K2;..\n"

DELIMITED = {
    "long": LONG,
    "long-bom-crlf": b"\xef\xbb\xbf" + LONG.replace("\n", "\r\n").encode(),
    "long-cr": LONG.replace("\n", "\r"),
    "long-latin1": LONG.encode("cp1252"),
    "long-utf16": LONG.encode("utf-16"),
    "long-utf16be": b"\xfe\xff" + LONG.encode("utf-16-be"),
    "tabs": LONG.replace(";", "\t"),
    "pipes": LONG.replace(";", "|"),
    "blanks": "id year value\n1 2014 5.25\n2 2015 6.50\n3 2016 7\n",
    "quotes": '"area";"note";"2014";"2015"\n"A;B";"says ""no""";"1.234,5";"2,0"\n"C\nD";"";"..";"-"\n',
    "quotes-stray": 'a,b,c\n1,"x" y,3\n4,5"6,7\n8,"open\n',
    "preamble": "Folketal den 1. i kvartalet\n\nområde;2020K1;2020K2\nHele landet;5822763;5825337\nÅrhus;1;2\n",
    "preamble-padded": "Title of it,,,\n,,,\narea,sex,2020,2021\nA,M,1,2\nA,W,3,4\n",
    "footnotes": "area,2019,2020\nA,1,2*\nB,3,4\nC,..,:\nKilde: Danmarks Statistik\n* Foreløbige tal for 2020\n",
    "stepped": '"","","2019","2020"\n"Kbh","M",1,2\n"","K",3,4\n"Aarhus","M",5,6\n"","K",7,8\n',
    "stepped-headings": "\n".join(["Folketal", ";;2025K3;2025K4", "Mænd;0 år;100;101", ";1 år;99;98",
                                   "Kvinder;0 år;97;96", ";1 år;95;94", "Kilde: mig", ""]),
    "two-headers": "area,2019,2019,2020,2020\n,men,women,men,women\nA,1,2,3,4\nB,5,6,7,8\nC,9,1,2,3\n",
    "no-header": "101;København;M;12;3.450\n101;København;K;13;3.460\n147;Frederiksberg;M;12;410\n",
    "row-names": '"area","year","value"\n"1","A",2019,0.5\n"2","B",2019,NA\n"3","A",2020,7e-05\n',
    "trailing-separator": "area;2019;2020;\nA;1;2;\nB;3;4;\n",
    "wide-halves": "indicator;2014H1;2014H2;2015H1\nemployment;62,5;62,9;63,1\nlanguage;-;0,0;1.000,25\n",
    "eurostat": "freq,unit,sex,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \n"
                "A,PC,T,DK\t5.0 \t5.6 b\t5.1 \nA,PC,T,SE\t: \t8.3 \t8.7 bu\nA,PC,F,NO\t: c\t0\t12.25 e\n",
    "sdmx": "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
            "ESTAT:UNE(1.0),17/10/24 11:00:00,A,PC,DK,2019,5.0,\n"
            "ESTAT:UNE(1.0),17/10/24 11:00:00,A,PC,DK,2020,,b\n",
    "sdmx-labels": "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,Reference area,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
                   "DATAFLOW,OECD:X(1.0),I,DNK,Denmark,2019-Q1,1.5,A\nDATAFLOW,OECD:X(1.0),I,DNK,Denmark,2019-Q2,,M\n",
    "numbers": "area;value\nA;1 234,5\nB;-2.345.678\nC;+3,0\nD;1.5e3\nE;−4\nF;12 %\nG;1'000\nH;(5)\nI;99999999999999999999\n",
    "markers": "area;2019;2020\nA;..;-\nB;.;...\nC;NA;n/a\nD;x;0p\nE;:;<5\nF;;null\nG;*;1b\n",
    "weeks": "uge;antal\n2020U01;5\n2020U02;6\n2020U53;7\n",
    "vintages": "year;published;value\n2019;2020-03-01;1,5\n2019;2021-03-01;1,6\n2020;2021-03-01;1,7\n",
    "widths": "a;b;c\n1;2\n1;2;3;4\n1;2;3\n\n;;\n",
    "repeats": "area;area;2019;2019\nA;A;1;2\nA;A;1;2\n",
    "one-column": "value\n1\n2\n3\n",
    "one-line": "a;b;c",
    "damaged": "omrÃ¥de;2019\nKÃ¸benhavn;1\n\ufffdrhus;2\n",
    "page": "<!DOCTYPE html><html><body>502</body></html>",
}

PX_HEAD = """CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="utf-8";
LANGUAGE="da";
LANGUAGES="da","en";
DECIMALS=1;
SHOWDECIMALS=1;
MATRIX="X1";
SUBJECT-AREA="Folk";
SUBJECT-AREA[en]="People";
CONTENTS="Folketal";
UNITS="antal";
TITLE="Folketal efter køn"
" og tid";
NOTE="En note med #linjeskift.";
"""

PX_SHAPE = """STUB="køn","område";
HEADING="tid";
STUB[en]="sex","area";
HEADING[en]="time";
VALUES("køn")="Mænd","Kvinder";
VALUES[en]("sex")="Men","Women";
VALUES("område")="Kbh","Aarhus";
VALUES("tid")="2019K1","2019K2";
CODES("køn")="1","2";
CODES("område")="101","751";
TIMEVAL("tid")=TLIST(Q1),"20191","20192";
ELIMINATION("køn")=YES;
VALUENOTE("køn","Mænd")="kun mænd";
CELLNOTE("Mænd","Kbh","2019K1")="foreløbig";
DATASYMBOL1="for lidt";
"""

PX_CELLS = 'DATA=\n1 2.5\n".." "-"\n-3 4e2\n"." 7 ;\n'

PX = {
    "whole": PX_HEAD + PX_SHAPE + PX_CELLS,
    "latin1": (PX_HEAD.replace("utf-8", "iso-8859-1") + PX_SHAPE + PX_CELLS).encode("cp1252"),
    "bom-crlf": b"\xef\xbb\xbf" + (PX_HEAD + PX_SHAPE + PX_CELLS).replace("\n", "\r\n").encode(),
    "small": 'STUB="a";\nHEADING="t";\nVALUES("a")="x","y";\nVALUES("t")="2019","2020";\nDATA=\n1 2\n3 4;\n',
    "no-heading": 'STUB="a";\nVALUES("a")="x","y";\nDATA=\n1\n3;\n',
    "comma-cells": 'STUB="a";\nHEADING="t";\nVALUES("a")="x","y";\nVALUES("t")="2019","2020";\nDATA=1,2,3,4;',
    "keys": 'STUB="a","b";\nHEADING="t";\nVALUES("a")="x","y";\nVALUES("b")="u","v";\nVALUES("t")="2019","2020";\n'
            'CODES("a")="1","2";\nCODES("b")="3","4";\nKEYS("a")=CODES;\nKEYS("b")=VALUES;\n'
            'DATA=\n"1","u",5 6\n"2","v",7 "..";\n',
    "interval": 'STUB="a";\nHEADING="t";\nVALUES("a")="x";\nVALUES("t")="2019M01","2019M02","2019M03";\n'
                'TIMEVAL("t")=TLIST(M1,"201901"-"201903");\nDATA=\n1 2 3;\n',
    "halves": 'STUB="a";\nHEADING="t";\nVALUES("a")="x";\nVALUES("t")="2019H1","2019H2";\n'
              'TIMEVAL("t")=TLIST(H1),"20191","20192";\nDATA=\n1 2;\n',
    "weeks": 'HEADING="t";\nVALUES("t")="u1","u2";\nTIMEVAL("t")=TLIST(W1),"202001","202002";\nDATA=\n1 2;\n',
    "days": 'HEADING="t";\nVALUES("t")="d1","d2";\nTIMEVAL("t")=TLIST(D1),"20200101","20200102";\nDATA=\n1 2;\n',
    "content": 'STUB="what";\nHEADING="t";\nCONTVARIABLE="what";\nVALUES("what")="n","pct";\nVALUES("t")="2019";\n'
               'UNITS("n")="antal";\nUNITS("pct")="procent";\nPRECISION("what","pct")=1;\nDATA=\n100\n12.5;\n',
    "too-few": 'STUB="a";\nHEADING="t";\nVALUES("a")="x","y";\nVALUES("t")="2019","2020";\nDATA=\n1 2 3;\n',
    "large-shape": "".join(f'VALUES("{n}")="1","2","3","4","5","6","7","8";\n' for n in "abcdefgh")
                   + 'STUB="a","b","c","d","e","f","g","h";\nDATA=\n1;\n',
    "open-text": 'MATRIX="X;\nSTUB="a";\nVALUES("a")="x";\nDATA=\n1;\n',
    "no-keyword": 'STUB="a";VALUES("a")="x","y",\n"z","w";',
}
PX["no-keyword"] = "\n" + PX["no-keyword"]

STAT_2 = """{"version":"2.0","class":"dataset","label":"Unemployment","source":"x","updated":"2020-01-01",
"id":["sex","geo","time"],"size":[2,1,2],"role":{"time":["time"],"geo":["geo"],"metric":[]},
"dimension":{"sex":{"label":"Sex","category":{"index":["M","W"],"label":{"M":"Men","W":"Women"}}},
"geo":{"category":{"label":{"DK":"Denmark"}}},
"time":{"category":{"index":{"2019":0,"2020":1}}}},
"value":[5.1,null,4,-3e1],"status":["","b","e",null],"note":["a note"]}"""

STAT_1 = """{"set":{"label":"x","dimension":{"id":["a","t"],"size":[2,2],"role":{"time":["t"]},
"a":{"category":{"index":{"x":0,"y":1},"label":{"x":"X","y":"Y"}}},
"t":{"category":{"index":{"2019Q1":0,"2019Q2":1}}}},"value":{"0":1,"3":2.5},"status":{"3":"p"}}}"""

JSON = {
    "stat-2": STAT_2,
    "stat-2-bom": b"\xef\xbb\xbf" + STAT_2.encode(),
    "stat-1": STAT_1,
    "stat-sparse": STAT_2.replace("[5.1,null,4,-3e1]", '{"0":5.1,"2":"..","3":1E-7}'),
    "stat-status-one": STAT_2.replace('["","b","e",null]', '"e"'),
    "stat-metric": '{"class":"dataset","id":["m","t"],"size":[2,1],"role":{"time":["t"],"metric":["m"]},"dimension":{'
                   '"m":{"category":{"index":["n","p"],"unit":{"n":{"base":"persons","decimals":0},'
                   '"p":{"label":"percent","decimals":1}}}},"t":{"category":{"index":["2019"]}}},"value":[7,8.5]}',
    "stat-children": '{"class":"dataset","id":["a"],"size":[2],"dimension":{"a":{"category":{"index":["x","y"],'
                     '"child":{"x":["y"]},"note":{"x":["n"]}}}},"value":[1,2]}',
    "stat-collection": '{"class":"collection","link":{"item":[{"class":"dataset","href":"https://example.invalid/"}]}}',
    "stat-bundle": '{"a":' + STAT_2 + ',"b":' + STAT_2 + "}",
    "stat-huge-size": STAT_2.replace("[2,1,2]", "[4000000000,4000000000,4000000000]"),
    "stat-wrong-size": STAT_2.replace("[2,1,2]", "[2,-1,2.5]"),
    "stat-escapes": STAT_2.replace("Denmark", "D\\u00e6n\\ud83d\\ude00\\n\\\"\\/\\\\"),
    "stat-cut": STAT_2[:200],
    "deep": '{"dimension":' + "[" * 600 + "]" * 600 + ',"value":[1]}',
    "lines": '{"area":"Kbh","year":2019,"value":1.5,"ok":true}\n{"area":"Aarhus","year":2020,"value":null}\n',
    "lines-crlf": '{"a":"x","t":"2019K1","v":"1,5"}\r\n{"t":"2019K2","a":"y","v":"..","more":1e3}\r\n',
    "lines-faults": '{"a":1}\n{"a":}\n{"a":{"b":1}}\n[1]\n{"a":[1,2]}\nnot\n{"a":1,"a":2}\n',
    "object": '{\n "area": "x",\n "year": 2019,\n "value": 12\n}\n',
    "message": '{"error":"too many cells","status":403}\n',
    "escapes": '{"a":"\\u00f8 \\t \\ud83d\\ude00","v":-0.0}\n{"a":"\\ud83d","v":01}\n',
}

PERIODS = [
    "2014", "2014H1", "2014H01", "2014-S1", "2014K1", "2014Q1", "2014KV1", "2014-Q1", "2014M05", "2014-05", "2014U07",
    "2014W07", "2014-W07", "2020W53", "2014M05D31", "2014-05-31", "2020-02-29", "2019-02-29", "2020:2024", "2013/2014",
    "2013-2014", "2002U31-48", "AUG - DEC 2019", "maj-okt 2020", "MAY - OCT 2020", "2020QMAT02", " 2014h2\t", "9999M12",
    "0000", "0001W01", "0000QMAT01", "9999W52", "05-2014", "14H1", "2023*", "2014M13", "2014U54", "2014M00D00",
]


def write(entry, name, content):
    folder = CORPUS / entry
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def entry_of(path):
    return {".px": "fuzz-px", ".json": "fuzz-json"}.get(path.suffix, "fuzz-delimited")


def main():
    for entry, fixtures in [("fuzz-delimited", DELIMITED), ("fuzz-px", PX), ("fuzz-json", JSON)]:
        for name, content in fixtures.items():
            write(entry, name, content)
    for number, text in enumerate(PERIODS):
        write("fuzz-period", f"period-{number:02}", text)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "extracts"
    files = sorted(path for path in folder.rglob("*.*") if path.is_file() and path.name != "SOURCES.csv")
    taken = [path for path in files if path.stat().st_size < LARGEST]
    for path in taken:
        write(entry_of(path), f"extract-{path.name}", path.read_bytes())
    for folder in sorted(CORPUS.iterdir()):
        print(f"{folder.name}: {len(list(folder.iterdir()))} inputs")
    print(f"{len(taken)} of them are real extracts")


if __name__ == "__main__":
    main()
