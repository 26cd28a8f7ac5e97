"""Reports of Débouchés as pandas data frames, or as lists of dicts without pandas.

    import debouches

    server = debouches.Server("http://localhost:4000")
    rates = server.read("insertion-rates", register="RNCP", level=[6, 7], labels="fr")

One file, and nothing but the standard library is needed (Python 3.9 or later). With pandas rows
are a data frame: nullable integers and booleans, days and moments as dates, codes as categories.
With PyArrow beside it they are fetched as Parquet, else as JSON Lines.

`REPORTS` lists reports with their parameters, as of the version this file came with; the server
says which it has: `server.reports()`, `server.schema(name)`.
"""

from __future__ import annotations

import datetime
import difflib
import gzip
import hashlib
import io
import json
import pathlib
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Literal

# <reports>
# Written by npm run generate from the declarations of the reports.
ReportName = Literal[
    "certifications",
    "blocks",
    "cohorts",
    "insertion-rates",
    "insertion-by-year",
    "insertion-by-level",
    "insertion-by-speciality",
    "insertion-by-occupation",
    "insertion-by-certifier",
    "expiring",
    "renewal-readiness",
    "overdue-rates",
    "benchmark",
    "certifier-portfolio",
    "partners",
    "findings",
    "vae",
    "changes",
    "notes",
    "survey-rates",
    "survey-outcomes",
    "survey-quality",
    "survey-access",
]

#: Parameters of each report.
REPORTS: dict[str, tuple[str, ...]] = {
    # Certifications: one row for each certification.
    "certifications": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "last_cohorts",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Competency blocks: one row for each block of a certification.
    "blocks": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Cohorts: one row for each certification and cohort.
    "cohorts": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion rates, one a row: one row for each certification, cohort and indicator.
    "insertion-rates": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion by year: one row for each year of cohorts.
    "insertion-by-year": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion by level of qualification: one row for each level of qualification, and one for certifications without a level.
    "insertion-by-level": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion by NSF speciality: one row for each NSF group, three digits, and one for certifications without an NSF code.
    "insertion-by-speciality": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion by ROME occupation: one row for each ROME code, and one for certifications without one.
    "insertion-by-occupation": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Insertion by certifying body: one row for each SIREN of a certifying body in force, and one for certifications without any.
    "insertion-by-certifier": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Expiring certifications: one row for each certification.
    "expiring": (
        "months",
        "filing_passed",
        "replaced",
        "code",
        "register",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Readiness for renewal: one row for each certification.
    "renewal-readiness": (
        "months",
        "usable_cohorts_to",
        "active",
        "code",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Overdue rates at six months: one row for each certification and cohort that owes the rate.
    "overdue-rates": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "indicator",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Comparison with peers: one row for each active certification of the RNCP that has the rate.
    "benchmark": (
        "code",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "indicator",
        "peers_by",
        "same_level",
        "last_cohorts",
        "minimum_base",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Portfolios of certifying bodies: one row for each certification and SIREN of a certifying body in force, and one for a certification without any.
    "certifier-portfolio": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "last_cohorts",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Licensed partners: one row for each certification, role and state that occurs.
    "partners": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Findings: one row for each finding.
    "findings": (
        "rule",
        "severity",
        "code",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Validation of experience: one row for each certification and cohort.
    "vae": (
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Changes: one row for each thing of a certification that changed in a publication.
    "changes": (
        "since",
        "until",
        "kinds",
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Notes: one row for each note that is shown on the day.
    "notes": (
        "kind",
        "code",
        "register",
        "indicator",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Rates computed from surveys: one row for each surveyed cohort, horizon and rate.
    "survey-rates": (
        "horizon",
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Outcomes of surveys: one row for each surveyed cohort, horizon, attribute and class of holders.
    "survey-outcomes": (
        "horizon",
        "dimension",
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Quality of surveys: one row for each surveyed cohort, horizon and remark.
    "survey-quality": (
        "horizon",
        "code",
        "register",
        "active",
        "level",
        "speciality",
        "occupation",
        "formacode",
        "certifier",
        "year_from",
        "year_to",
        "years",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
    # Access to surveys: one row for each read and certification that was read.
    "survey-access": (
        "read_from",
        "read_to",
        "code",
        "as_of",
        "limit",
        "labels",
        "publication",
        "known_on",
        "publication_token",
    ),
}
# </reports>


class DebouchesError(Exception):
    """An answer that is an error (RFC 9457); its text says what was given and what is accepted."""

    def __init__(self, status: int, problem: dict[str, Any], retry_after: int | None = None):
        self.status = status
        self.code = problem.get("code", f"HTTP_{status}")
        self.detail = problem.get("detail") or problem.get("title") or f"the server answered {status}"
        #: One for each parameter that is wrong: `parameter`, `message`, and `nearest` of an unknown code.
        self.errors = problem.get("errors", [])
        self.request_id = problem.get("requestId")
        #: Seconds after which to ask again; None when the answer does not say.
        self.retry_after = retry_after
        each = "".join(f"\n  {error.get('parameter')} {error.get('message')}" for error in self.errors)
        super().__init__(f"{self.code}: {self.detail}{each}")


class ParameterError(ValueError):
    """Parameters that the report does not accept; nothing was sent."""


class Server:
    """A server of reports.

    url: where it is, as https://debouches.example
    key: an API key or a token, sent as a header
    language: of messages of errors, "en" or "fr"
    cache: a folder in which answers are kept, and asked for again by their ETag
    retries, longest_wait: how often a request is sent again that is answered 429 or 503 with
        Retry-After, and the seconds that are waited for that at most
    """

    def __init__(
        self,
        url: str,
        key: str | None = None,
        language: Literal["en", "fr"] = "en",
        cache: str | pathlib.Path | None = None,
        retries: int = 2,
        longest_wait: int = 30,
    ):
        self.url = url.rstrip("/")
        self.key = key
        self.language = language
        self.cache = pathlib.Path(cache) if cache is not None else None
        self.retries = retries
        self.longest_wait = longest_wait
        self._schemas: dict[str, dict[str, Any]] = {}

    def reports(self) -> list[dict[str, Any]]:
        """The reports of the server: name, title, description, what a row is, addresses."""
        return json.loads(self._get("/reports", "application/json")[0])["reports"]

    def schema(self, report: ReportName | str) -> dict[str, Any]:
        """Columns and parameters of a report, as /reports/{name}/schema has them."""
        if report not in self._schemas:
            names = [each["name"] for each in self.reports()]
            if report not in names:
                raise ParameterError(f"{report!r} is not a report: {', '.join(names)} are{_nearest(report, names)}")
            body, _ = self._get(f"/reports/{report}/schema", "application/json")
            self._schemas[report] = json.loads(body)
        return self._schemas[report]

    def read(self, report: ReportName | str, *, frame: bool | None = None, **parameters: Any) -> Any:
        """Rows of a report: a pandas.DataFrame, or a list of dicts.

        frame: True wants a data frame, False a list of dicts; without it a data frame where
            pandas is installed
        parameters: those of the report (`REPORTS`, `schema`), a list for one that takes several;
            publication=12 or known_on="2026-09-30" for figures that stay as they are

        Raises ParameterError for parameters that are not accepted, before anything is sent, and
        DebouchesError for an answer that is an error. `attrs` of a data frame say where it is from.
        """
        schema = self.schema(report)
        query = _query(schema, parameters)
        pandas = _pandas() if frame is not False else None
        if frame and pandas is None:
            raise ModuleNotFoundError("frame=True wants pandas, which is not installed", name="pandas")
        columns = _columns(schema, parameters.get("labels"))
        if pandas is not None and _has_pyarrow():
            body, headers = self._get(f"/reports/{report}.parquet{query}", "application/vnd.apache.parquet")
            read = _from_parquet(pandas, body)
        else:
            body, headers = self._get(f"/reports/{report}.jsonl{query}", "application/x-ndjson")
            rows = [json.loads(line) for line in body.decode().split("\n") if line]
            if pandas is None:
                return [_typed(row, columns) for row in rows]
            read = {column["name"]: [row[column["name"]] for row in rows] for column in columns}
        data = pandas.DataFrame({column["name"]: _series(pandas, read[column["name"]], column) for column in columns})
        data.attrs.update(
            report=report,
            url=f"{self.url}/reports/{report}.csv{query}",
            method_version=headers.get("x-method-version"),
            contract_version=headers.get("x-contract-version"),
            about=f"{self.url}/about.json",
            labels={column["name"]: column["label"] for column in columns},
            units={column["name"]: column["unit"] for column in columns if column["unit"]},
        )
        return data

    def check(self, report: ReportName | str, **parameters: Any) -> dict[str, Any]:
        """Whether the rows of a past publication (publication= or known_on=) still hold: `verdict` is
        NEWEST, SAME, DIFFERENT (with `differences`), WITHDRAWN or NOT_KEPT."""
        query = _query(self.schema(report), {**parameters, "check": "1"})
        return json.loads(self._get(f"/reports/{report}.json{query}", "application/json")[0])

    def _get(self, path: str, accept: str) -> tuple[bytes, dict[str, str]]:
        headers = {"accept": f"{accept}, application/problem+json", "accept-encoding": "gzip"}
        headers["accept-language"] = self.language
        if self.key is not None:
            headers["authorization"] = f"Bearer {self.key}"
        kept = self._kept(path)
        if kept is not None:
            headers["if-none-match"] = kept[1]["etag"]
        for left in range(self.retries, -1, -1):
            try:
                with urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers)) as answer:
                    return self._keep(path, _unpacked(answer), _lower(answer.headers))
            except urllib.error.HTTPError as error:
                with error:
                    if error.code == 304 and kept is not None:
                        return kept
                    seconds = _seconds(error.headers.get("retry-after"))
                    is_busy = error.code in (429, 503) and seconds is not None
                    if not (is_busy and seconds <= self.longest_wait and left > 0):
                        raise DebouchesError(error.code, _problem(error), seconds) from None
            time.sleep(seconds)
        raise AssertionError

    def _file(self, path: str) -> pathlib.Path | None:
        if self.cache is None:
            return None
        # What one reader may see is not another's.
        named = json.dumps([self.url, path, self.key])
        return self.cache / f"{hashlib.sha256(named.encode()).hexdigest()}.debouches"

    def _kept(self, path: str) -> tuple[bytes, dict[str, str]] | None:
        file = self._file(path)
        if file is None or not file.exists():
            return None
        head, _, body = file.read_bytes().partition(b"\n")
        return body, json.loads(head)

    def _keep(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[bytes, dict[str, str]]:
        file = self._file(path)
        if file is not None and "etag" in headers and "no-store" not in headers.get("cache-control", ""):
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(".part")
            part.write_bytes(json.dumps(headers).encode() + b"\n" + body)
            part.replace(file)
        return body, headers


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _unpacked(answer: Any) -> bytes:
    body = answer.read()
    return gzip.decompress(body) if answer.headers.get("content-encoding") == "gzip" else body


def _problem(error: urllib.error.HTTPError) -> dict[str, Any]:
    try:
        problem = json.loads(_unpacked(error))
        return problem if isinstance(problem, dict) else {}
    except (OSError, ValueError):
        return {}


def _seconds(header: str | None) -> int | None:
    return int(header) if header is not None and header.isdigit() else None


def _nearest(given: str, names: list[str]) -> str:
    near = difflib.get_close_matches(given, names, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _query(schema: dict[str, Any], given: dict[str, Any]) -> str:
    """Parameters as the end of an address; all that is wrong with them is raised at once."""
    # How CSV is written is no matter of rows.
    known = {each["name"]: each for each in schema["parameters"] if each["name"] not in ("profile", "headers")}
    problems, pairs = [], []
    for name, value in given.items():
        if value is None:
            continue
        parameter = known.get(name)
        if parameter is None:
            accepted = ", ".join(known)
            problems.append(f"{name} is not known: {accepted} are accepted{_nearest(name, list(known))}")
            continue
        is_list = isinstance(value, (list, tuple, set, frozenset))
        if is_list and not parameter["many"]:
            problems.append(f"{name} is {value!r}: one value is accepted")
            continue
        for each in value if is_list else [value]:
            text = _text(each)
            wrong = _wrong(parameter["schema"], text)
            if wrong is not None:
                problems.append(f"{name} is {each!r}: {wrong} is accepted, as {parameter['example']}")
            pairs.append((name, text))
    missing = [name for name, each in known.items() if each["required"] and given.get(name) is None]
    problems += [f"{name} is missing, as {known[name]['example']}" for name in missing]
    if problems:
        raise ParameterError(f"{schema['name']}: " + "; ".join(problems))
    return "?" + urllib.parse.urlencode(pairs) if pairs else ""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _wrong(accepted: dict[str, Any], text: str) -> str | None:
    """What is accepted in place of a text; None when it is. The server has the last word."""
    if accepted["type"] == "integer":
        low, high = accepted["minimum"], accepted["maximum"]
        right = re.fullmatch(r"-?\d{1,15}", text) and low <= int(text) <= high
        return None if right else f"a whole number from {low} to {high}"
    if accepted["type"] == "boolean":
        return None if text.lower() in ("true", "false") else "True or False"
    if "enum" in accepted:
        choices = accepted["enum"]
        return None if text.lower() in [each.lower() for each in choices] else f"one of {', '.join(choices)}"
    if accepted.get("format") == "date":
        try:
            datetime.date.fromisoformat(text)
            return None
        except ValueError:
            return "a day as YYYY-MM-DD"
    # Several codes may stand in one text.
    parts = [part.strip() for part in text.split(",")]
    pattern = accepted.get("pattern", "")
    return None if all(re.search(pattern, part, re.IGNORECASE) for part in parts) else f"a text like {pattern}"


def _columns(schema: dict[str, Any], labels: str | None) -> list[dict[str, Any]]:
    """Columns of the rows; with labels, one of texts behind each column of codes."""
    columns = []
    for column in schema["columns"]:
        columns.append(column)
        if labels is not None and column["codes"] is not None:
            of = {language: f"{label} ({'libellé' if language == 'fr' else 'label'})" for language, label in column["label"].items()}
            columns.append({"name": f"{column['name']}_label", "type": "TEXT", "label": of, "unit": None, "codes": None})
    return columns


def _typed(row: dict[str, Any], columns: list[dict[str, Any]]) -> dict[str, Any]:
    return {column["name"]: _cell(row[column["name"]], column["type"]) for column in columns}


def _cell(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "DATE":
        return datetime.date.fromisoformat(value)
    if kind == "DATETIME":
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    # JSON writes 60.0 as 60.
    return float(value) if kind == "NUMBER" else value


def _series(pandas: Any, values: Any, column: dict[str, Any]) -> Any:
    kind = column["type"]
    if kind == "INTEGER":
        return pandas.Series(values, dtype="Int64")
    if kind == "NUMBER":
        return pandas.Series(values, dtype="float64")
    if kind == "BOOLEAN":
        return pandas.Series(values, dtype="boolean")
    if kind == "DATE":
        return pandas.Series(pandas.to_datetime(pandas.Series(values, dtype="object")), dtype="datetime64[ns]")
    if kind == "DATETIME":
        moments = pandas.to_datetime(pandas.Series(values, dtype="object"), utc=True)
        return pandas.Series(moments, dtype="datetime64[ns, UTC]")
    if column["codes"] is None:
        return pandas.Series(values, dtype="string")
    texts = pandas.Series(values, dtype="object")
    codes = list(column["codes"])
    # A code of a newer server is kept.
    more = [code for code in texts.dropna().unique() if code not in codes]
    return pandas.Categorical(texts, categories=codes + more)


def _from_parquet(pandas: Any, body: bytes) -> dict[str, Any]:
    """Columns of a Parquet file by name, with nullable types: absent numbers make nothing a float."""
    import pyarrow
    import pyarrow.parquet

    types = {
        pyarrow.int32(): pandas.Int64Dtype(),
        pyarrow.bool_(): pandas.BooleanDtype(),
        pyarrow.string(): pandas.StringDtype(),
    }
    table = pyarrow.parquet.read_table(io.BytesIO(body))
    columns = zip(table.column_names, table.columns)
    return {name: column.to_pandas(types_mapper=types.get, date_as_object=False) for name, column in columns}


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        return None
    return pandas


def _has_pyarrow() -> bool:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True
