"""What a repository of practices may configure, in `govscore.yaml`.

Unknown keys are errors: a gate written one level too deep must not pass unseen. Points are 0-100.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from govscore.models import SelfContained

FILE_NAME = "govscore.yaml"


def _day(value: str) -> str:
    """Refuse what no calendar has: a waiver until 2026-99-99 would never end."""
    try:
        written = date.fromisoformat(value).isoformat()
    except ValueError:
        written = ""
    if written != value:
        raise PydanticCustomError("day", "a day is written as 2026-11-24")
    return value


Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]
Aspect = Literal[
    "country", "organisation", "level", "theme", "kind", "status", "target", "label", "id"
]
"""What practices are selected by."""

Code = Annotated[str, StringConstraints(pattern=r"^GS[0-9]{3}$")]
FindingLevel = Literal["error", "warning", "note"]
End = Literal["low", "point"]
Bar = Annotated[float, Field(ge=0, le=100)]


class Setting(SelfContained, BaseModel):
    """A part of the configuration; its keys are the whole of what may stand there."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class GateSpec(Setting):
    """A bar that practices must clear, at the low end unless `on` says otherwise."""

    paths: list[str] = Field(
        ["**"], min_length=1, description="glob patterns of the practices it concerns"
    )
    where: dict[Aspect, str | list[str]] = Field(
        {}, description="only practices that match in each of these; of a list, one word is enough"
    )
    on: End = "low"
    overall: Bar | None = None
    indicator: Bar | Annotated[dict[str, Bar], Field(min_length=1)] | None = Field(
        None, description="for every indicator, or by indicator id"
    )
    label: str | None = Field(None, description="the band that the label must reach")
    coverage: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, description="share known of every indicator, 0-1"
    )

    @model_validator(mode="after")
    def _asks(self) -> Self:
        """Refuse a gate without a bar: it would stand open, and seem to be one."""
        if {self.overall, self.label, self.coverage} == {None} and self.indicator is None:
            raise PydanticCustomError(
                "gate", "it asks for nothing; give overall, indicator, coverage or label"
            )
        return self


class WaiverSpec(Setting):
    """A finding taken out of the gate for a while: with a reason, an owner and an expiry."""

    code: Code
    path: str = Field(description="a path, or a glob pattern")
    pointer: str | None = Field(
        None, description="a JSON pointer into the file, its items named by their own key"
    )
    fingerprint: str | None = Field(
        None, pattern="^[0-9a-f]{32}$", description="that of the one finding, as JSON shows it"
    )
    reason: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    owner: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
    expires: Day


class Waivers(Setting):
    """The waivers, and how many days from today one may last."""

    longest: Annotated[int, Field(ge=1, le=3660)] = 365
    granted: list[WaiverSpec] = []


def _form(value: object) -> str:
    return "ruled" if isinstance(value, dict | Waivers) else "plain"


AnyWaivers = Annotated[
    Annotated[list[WaiverSpec], Tag("plain")] | Annotated[Waivers, Tag("ruled")],
    Discriminator(_form),
]
"""A list of waivers, or such a list and what holds for all of them."""


class Regression(Setting):
    """How a fall against an earlier result is judged."""

    on: End = "low"
    tolerance: Annotated[float, Field(ge=0, le=100)] = 0.0


class ReportSpec(Setting):
    """What an HTML report says of itself."""

    title: str = Field("", description="what it is called")
    publisher: str = Field("", description="whom to cite")
    contact: str = Field("", description="an address, on the web or for mail")
    licence: str = Field("", description="under which readers may use the report")
    checks: Annotated[bool, Field(description="lead readers to the page of checks")] = False


class Settings(Setting):
    """The configuration of a repository of practices."""

    practices: str | Annotated[list[str], Field(min_length=1)] = Field(
        "practices", description="the folder of the practices, or several"
    )
    exclude: list[str] = Field([], description="glob patterns of files that are no practices")
    rubric: str = Field("gmpa", description="an id, an edition such as gmpa@1, or a file")
    as_of: Day | None = Field(None, description="the day that dates everything; today if left out")
    evidence_cap: bool = True
    fail_level: FindingLevel = "error"
    select: list[str] = Field(
        [], description="codes, or beginnings of codes, to report; all if empty"
    )
    ignore: list[str] = Field([], description="codes, or beginnings of codes, not to report")
    levels: dict[Code, FindingLevel] = Field({}, description="another severity, by code")
    per_file: dict[str, list[str]] = Field(
        {}, description="codes, or beginnings of codes, not to report, by glob pattern"
    )
    baseline: str | None = Field(None, description="a saved result to compare with")
    regression: Regression = Regression.model_construct()
    gates: list[GateSpec] = []
    waivers: AnyWaivers = []
    report: ReportSpec = ReportSpec.model_construct()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the practices."""
        return (self.practices,) if isinstance(self.practices, str) else tuple(self.practices)

    @property
    def ruled(self) -> Waivers:
        """The waivers, with what holds for all of them."""
        return self.waivers if isinstance(self.waivers, Waivers) else Waivers(granted=self.waivers)


ENVIRONMENT = {
    "GOVSCORE_PRACTICES": "practices",
    "GOVSCORE_RUBRIC": "rubric",
    "GOVSCORE_AS_OF": "as_of",
    "GOVSCORE_FAIL_LEVEL": "fail_level",
    "GOVSCORE_BASELINE": "baseline",
}
"""The environment variables that stand over the file, and the setting of each."""

VARIABLES = (*ENVIRONMENT, "GOVSCORE_RULES")
"""All that govscore reads: also the one that has CEL's own runtime answer every rule."""
