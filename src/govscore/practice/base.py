"""The kinds of value that a practice file is made of.

Models are strict: `yes` is a word and `"3"` a text, wherever they stand. Two readings are kind to
the writer and lose nothing: a year may be a number where a date is due, and a country may be given
by its two-letter code. A key with nothing behind it counts as left out.
"""

import re
from calendar import monthrange
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from govscore import words
from govscore.catalogue import countries, instruments, vocabularies
from govscore.models import SelfContained

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

ROWS_LIMIT = 100
GROUPS_LIMIT = 10


class Vocabulary:
    """Annotate a text as one word of a vocabulary, or one id of a list, of the catalogue."""

    def __init__(self, name: str) -> None:
        """Name the vocabulary or list."""
        self.name = name

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept exactly the vocabulary's words."""
        del source, handler
        return core_schema.literal_schema(list(vocabularies.words(self.name)))


def _year_as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@lru_cache(4096)
def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise PydanticCustomError(
            "date", "a date is a year, month or day: 2016, 2016-12, 2016-12-15"
        )
    if reason := _not_in_calendar(*map(int, value.split("-"))):
        raise PydanticCustomError("date", "{reason}", {"reason": reason})
    return value


def _not_in_calendar(year: int, month: int = 1, day: int = 1) -> str:
    """Say in plain words why there is no such day, nothing if there is."""
    if year == 0:
        return "there is no year 0"
    if not 1 <= month <= 12:  # noqa: PLR2004 - as everybody knows
        return f"there is no month {month}"
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return f"there is no day {day} in {words.date(f'{year:04}-{month:02}')}"
    return ""


def _four_digits(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and not 1000 <= value <= 2100:  # noqa: PLR2004 - as the field says
        raise PydanticCustomError("year", "a year has four digits, such as 2016, and ends at 2100")
    return value


def _moment(value: str) -> str:
    if value.count("/") == 1:
        for end in value.split("/"):
            _date(end)
        return value
    return _date(value)


def _url(value: str) -> str:
    if not _LINK.fullmatch(value):
        raise PydanticCustomError("url", "a link begins with http:// or https:// and has no spaces")
    return value


def _without_nothing(value: object) -> object:
    """Drop the keys of a free mapping that have nothing behind them: they count as left out."""
    if not isinstance(value, dict):
        return value
    return {key: entry for key, entry in value.items() if entry is not None}


LeftOut = BeforeValidator(_without_nothing)


@cache
def _country(value: str) -> str:
    country = countries.country(value)
    if country is None or value not in {country.iso2, country.iso3}:
        raise PydanticCustomError(
            "country",
            "countries are ISO 3166-1 codes such as PRT or KEN",
            {"near": countries.alike(value)},
        )
    return country.iso3


@cache
def _instrument(value: str) -> str:
    known = instruments.instrument(value)
    return known.id if known else value


Id = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=80)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Date = Annotated[
    str, BeforeValidator(_year_as_text, json_schema_input_type=str | int), AfterValidator(_date)
]
Moment = Annotated[
    str, BeforeValidator(_year_as_text, json_schema_input_type=str | int), AfterValidator(_moment)
]
Year = Annotated[int, Field(ge=1000, le=2100), BeforeValidator(_four_digits)]
Url = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_url)]
Country = Annotated[str, AfterValidator(_country)]
InstrumentId = Annotated[str, AfterValidator(_instrument)]
Figure = Annotated[int | float | Text, Field(union_mode="smart")]
Tri = Annotated[str, Vocabulary("tri")]


class Section(SelfContained, BaseModel):
    """A mapping of the practice file; its keys are the whole of what may stand there."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Item(Section):
    """A part that can be backed by evidence: ids of entries in the file's `evidence`."""

    evidence: list[Id] | None = Field(None, description="ids of the evidence behind this item")
    note: Text | None = Field(None, description="a remark for readers; never scored")
