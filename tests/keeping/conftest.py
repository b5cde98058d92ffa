"""A desk in SQLite and the same in a real PostgreSQL, which is started here where its programs are found."""

import os
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from analysis.codebookfiles import load_codebook
from analysis.keeping.opening import open_desk
from analysis.lexicon.coding import load_lexicon
from analysis.report import Manual

NOBODY = "nobody"  # PostgreSQL refuses to run as root
FAST = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "listen_addresses=", "-c", "max_connections=60")


def programs():
    """The folder of initdb and postgres, if they are installed."""
    on_path = shutil.which("initdb")
    folders = [*([Path(on_path).resolve().parent] if on_path else []), *Path("/usr/lib/postgresql").glob("*/bin")]
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL for these tests alone, reached by a socket in a folder of its own; gives the folder."""
    found = programs()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no PostgreSQL: install it (initdb and postgres)")
    if found is None:
        pytest.skip("no PostgreSQL installed (initdb and postgres); the store is tested on SQLite alone")
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    as_user = {}
    if os.name != "nt" and os.geteuid() == 0:
        as_user = {"user": NOBODY, "cwd": folder}
        shutil.chown(folder, NOBODY)
    data = folder / "data"
    made = ["-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run([found / "initdb", *made], check=True, capture_output=True, **as_user)
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([found / "postgres", "-D", data, "-k", folder, *FAST], stderr=log, **as_user)
    try:
        _wait(folder, server)
        yield folder
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _address(folder, name):
    return f"postgresql+psycopg://desk@/{name}?host={folder}"


def _wait(folder, server):
    ready = [programs() / "pg_isready", "-h", folder, "-t", "1", "-q"]
    for _ in range(60):
        assert server.poll() is None, "PostgreSQL stopped at once"
        if subprocess.run(ready, check=False).returncode == 0:
            return
    pytest.fail("PostgreSQL did not start within a minute")


@pytest.fixture(scope="session")
def template(postgres):
    """The name of a database with an empty desk, of which others are made."""
    _create(postgres, "CREATE DATABASE empty_desk")
    open_desk(_address(postgres, "empty_desk")).engine.dispose()
    return "empty_desk"


def _create(postgres, command):
    engine = create_engine(_address(postgres, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()


@pytest.fixture
def new_database(postgres):
    """The address of a PostgreSQL database with nothing in it."""
    name = f"t{uuid.uuid4().hex[:12]}"
    _create(postgres, f"CREATE DATABASE {name}")
    return _address(postgres, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, own_desk):
    """The address of a desk with nothing on it, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{own_desk}"
    postgres, empty = request.getfixturevalue("postgres"), request.getfixturevalue("template")
    name = f"t{uuid.uuid4().hex[:12]}"
    _create(postgres, f"CREATE DATABASE {name} TEMPLATE {empty}")
    return _address(postgres, name)


@pytest.fixture
def desk(where):
    """An open desk with nothing on it."""
    opened = open_desk(where)
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="session")
def manual():
    """The codebook and the word lists."""
    return Manual(load_codebook(), load_lexicon())
