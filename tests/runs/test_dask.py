"""Files on the workers of a dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from govscore.render.formats import json
from govscore.runs import plan
from govscore.runs.plan import Job, Plan
from govscore.runs.run import run
from govscore.workspace import discovery

Write = Callable[..., Path]
pytestmark = pytest.mark.filterwarnings("ignore")  # those of the cluster are not ours


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Start two workers, and give the address of their scheduler."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as started:
        yield str(started.scheduler_address)


@pytest.fixture
def job() -> Job:
    return plan.prepare(Plan("gmpa", "2026-11-24", thorough=True, keep=json.practice))


def _written(write: Write) -> discovery.Found:
    for number in range(45):
        write(f"practices/city-card-{number:02}.yaml")
    write("practices/city-card-30.yaml", "id: city-card-30\n")
    return discovery.discover([Path("practices")])


def _run(job: Job, found: discovery.Found, executor: str) -> tuple[bytes, str]:
    pieces: list[bytes] = []
    result = run(job, found, take=pieces.append, executor=executor)
    listed = result.model_copy(update={"findings": [*result.findings], "inputs": [*result.inputs]})
    return b"".join(pieces), listed.model_dump_json()


def test_a_cluster_gives_the_bytes_of_one_process(cluster: str, job: Job, write: Write) -> None:
    """A file that is broken is a finding, there as here."""
    found = _written(write)

    shared = _run(job, found, f"dask:{cluster}")

    assert shared == _run(job, found, "local")
    assert '"code":"GS101"' in shared[1]
