"""A real Streamlit server for the browser tests and the benchmarks, and the browser to open it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
START_LIMIT = 60.0
POLL = 0.05


def chromium() -> str:
    """The path of the system's Chromium. Raises FileNotFoundError where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise FileNotFoundError("no chromium, chromium-browser or google-chrome found; tests/run installs one, or: apt-get install chromium")


@contextmanager
def serve(script: Path, log: Path, database: str | None = None, port: int | None = None, options: Sequence[str] = ()) -> Iterator[str]:
    """Run ``script`` as ``streamlit run`` does for a user, on a free port; gives its address, with '/' at the end.

    ``database`` becomes HOEDONG_DATABASE_URL, ``options`` are more of Streamlit's; the server's output goes to ``log``. Raises
    RuntimeError where it does not come up.
    """
    port = port or free_port()
    address = f"http://localhost:{port}/"
    environment = {**os.environ, "HOEDONG_DATABASE_URL": database} if database else dict(os.environ)
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.fileWatcherType", "none", *options], cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(process, address, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    for _ in range(int(START_LIMIT / POLL)):
        try:
            with urlopen(f"{address}_stcore/health", timeout=2) as answer:
                # Another server may have got the port first, and answers in its place.
                if answer.status == 200 and _lives(process):
                    return
        except (URLError, OSError):
            pass
        try:
            process.wait(POLL)
        except subprocess.TimeoutExpired:
            continue
        raise RuntimeError(f"Streamlit ended with code {process.returncode}:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    raise RuntimeError(f"Streamlit did not answer at {address} within {START_LIMIT:.0f} s:\n{log.read_text(encoding='utf-8')[-2000:]}")


def _lives(process: subprocess.Popen[bytes]) -> bool:
    """Whether a server still runs a moment after its port has answered: one whose port is taken ends at once."""
    try:
        process.wait(4 * POLL)
    except subprocess.TimeoutExpired:
        return True
    return False


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
