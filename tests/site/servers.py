"""Web servers with the settings that operators are given (docs/assets/hosting/), on a free port of this machine."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import PROJECT

SETTINGS = PROJECT / "docs" / "assets" / "hosting"
PATIENCE = 10
_MODULES = Path("/usr/lib/apache2/modules")
_NEEDED = ("mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter")


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: Message
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_Stay)


def get(address: str, headers: Mapping[str, str] = {}) -> Answer:
    """Ask for an address; whatever is answered is an answer."""
    try:
        with _OPENER.open(urllib.request.Request(address, headers=dict(headers)), timeout=PATIENCE) as found:
            return Answer(found.status, found.headers, found.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


@contextlib.contextmanager
def nginx(name: str, roots: Mapping[str, Path], folder: Path) -> Iterator[str]:
    """nginx with the settings of this name; `roots` are the folders that stand in for those named in there."""
    program = _program("nginx")
    port = _free_port()
    settings = _with_roots((SETTINGS / name).read_text(encoding="utf-8"), roots)
    assert settings.count("listen 80;") == 1
    folder.mkdir(parents=True)
    (folder / "site.conf").write_text(settings.replace("listen 80;", f"listen 127.0.0.1:{port};"), encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    (folder / "nginx.conf").write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}worker_processes 1; daemon off; pid {folder}/pid;\n"
        f"error_log {folder}/error.log;\nevents {{}}\nhttp {{ include /etc/nginx/mime.types; access_log off;\n"
        + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
        + f"include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    with _running([program, "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"], port):
        yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def apache(documents: Path, folder: Path) -> Iterator[str]:
    """Apache over a folder, heeding the `.htaccess` in there."""
    program = _program("apache2")
    port = _free_port()
    folder.mkdir(parents=True)
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/error.log\nTypesConfig /etc/mime.types\nDocumentRoot {documents}\n"
        + "".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so\n" for name in _NEEDED)
        + f"<Directory {documents}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    with _running([program, "-D", "FOREGROUND", "-f", f"{folder}/apache.conf"], port):
        yield f"http://127.0.0.1:{port}"


def _program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found:
        pytest.skip(f"NO {name.upper()}: its settings are not tried. `apt-get install {name}` brings it.")
    return found


def _with_roots(settings: str, roots: Mapping[str, Path]) -> str:
    for named, real in roots.items():
        assert f"root {named};" in settings
        settings = settings.replace(f"root {named};", f"root {real};")
    return settings


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def _running(line: list[str], port: int) -> Iterator[None]:
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            _wait_for(server, port)
            yield
        finally:
            server.terminate()


def _wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(PATIENCE * 50):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        if server.poll() is not None:
            assert server.stdout
            raise AssertionError(server.stdout.read().decode())
        time.sleep(0.02)
    raise AssertionError(f"Nothing answers on port {port}.")
