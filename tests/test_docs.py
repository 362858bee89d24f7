"""The documents say what the code does now. ``python docs/generate.py`` writes anew what they take from it."""

import contextlib
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))


@pytest.fixture(scope="module")
def fresh():
    return GENERATE["documents"]()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "CHANGELOG.md"])
def test_what_a_document_takes_from_the_code_is_what_the_code_says_now(fresh, name):
    stale = "stale; run: python docs/generate.py"
    assert (ROOT / name).read_text(encoding="utf-8") == fresh[ROOT / name], stale


@pytest.mark.parametrize("name", NAMES)
def test_the_python_of_a_document_runs(name, tmp_path):
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    names = {"tmp_path": tmp_path}
    with contextlib.chdir(ROOT):
        for block in blocks:
            exec(compile(block.replace('"out/', f'"{tmp_path.as_posix()}/'), name, "exec"), names)  # noqa: S102 - our own documents


@pytest.mark.parametrize("name", NAMES)
def test_links_between_documents_lead_somewhere(name):
    page = ROOT / name
    links = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_readme_has_two_commands_of_one_line_and_the_check_script_finds_the_second():
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    install, test = (block.rstrip("\n") for block in blocks)
    assert "\n" not in install + test
    assert install.startswith("python3.11 -m venv .venv && ")
    assert test.startswith("python3.11 -m venv .venv && ")
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if line.endswith("python -m pytest")) == test


def test_sessions_are_rewritten_with_what_the_code_prints():
    assert GENERATE["fresh"]("```pycon\n>>> 1 + 1\n3\n>>> for i in range(2):\n...     print(i)\n```\n") == (
        "```pycon\n>>> 1 + 1\n2\n>>> for i in range(2):\n...     print(i)\n0\n1\n```\n"
    )
