"""The workflow that publishes: it can do no more than it must, and runs what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from tests.repository import ROOT, make_targets

PATH = ROOT / ".github" / "workflows" / "publish.yml"
TEXT = PATH.read_text("utf-8")
# BaseLoader, since YAML 1.1 takes the key `on` for a truth value.
WORKFLOW: Mapping[str, Any] = yaml.load(TEXT, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings alone
JOBS: Mapping[str, Mapping[str, Any]] = WORKFLOW["jobs"]
WRITES_OF_DEPLOYMENT = {"pages": "write", "id-token": "write"}
CALL = re.compile(r"\bmake ((?:[a-z-]+ ?)+)")


def steps() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, job in JOBS.items():
        for step in job["steps"]:
            yield name, step


def test_every_action_is_pinned_by_commit_and_says_its_version() -> None:
    lines = [line.strip() for line in TEXT.splitlines() if "uses:" in line]
    pinned = re.compile(r"(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")
    assert [line for line in lines if not pinned.fullmatch(line)] == []
    assert len(lines) == sum("uses" in step for _, step in steps())


def test_one_action_has_one_commit() -> None:
    used = {str(step["uses"]) for _, step in steps() if "uses" in step}
    assert len(used) == len({one.split("@")[0] for one in used})


def test_only_the_deployment_may_write() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    for name, job in JOBS.items():
        permissions = job.get("permissions", {})
        if name == "deploy":
            assert permissions == WRITES_OF_DEPLOYMENT
        else:
            assert set(permissions.values()) <= {"read"}
    assert "secrets." not in TEXT


def test_what_may_write_runs_nothing_of_ours() -> None:
    assert [step for name, step in steps() if name == "deploy" and "run" in step] == []


def test_only_the_main_branch_is_deployed_and_only_after_check_and_tests() -> None:
    assert set(WORKFLOW["on"]) == {"push", "pull_request", "workflow_dispatch"}
    assert WORKFLOW["on"]["push"] == {"branches": ["main"]}
    deploy = JOBS["deploy"]
    assert set(deploy["needs"]) == set(JOBS) - {"deploy"}
    assert deploy["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"


def test_no_token_is_left_behind_by_a_checkout() -> None:
    checkouts = [step for _, step in steps() if str(step.get("uses", "")).startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"] == {"persist-credentials": "false"} for step in checkouts)


def test_no_value_of_an_event_is_put_into_a_script() -> None:
    """A branch's name or a title, put into a script, would be run; they come by environment."""
    assert [step["run"] for _, step in steps() if "${{" in str(step.get("run", ""))] == []


def test_what_is_run_exists() -> None:
    called = set()
    for _, step in steps():
        for words in CALL.findall(str(step.get("run", ""))):
            called.update(words.split())
    assert {"check", "site", "test"} <= called <= make_targets()
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    named = {word for words in CALL.findall(script) for word in words.split()}
    assert {"lint", "site", "check", "test", "prove"} <= named <= make_targets()
    for path in re.findall(r"\bbash (\S+)", f"{TEXT}\n{script}"):
        assert path == ".ci/run`," or (ROOT / path).is_file()


def test_every_job_ends() -> None:
    assert all(0 < int(job["timeout-minutes"]) <= 60 for job in JOBS.values())
