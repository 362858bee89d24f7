"""What holds for every test: no network, and the same examples on every machine."""

import os
import socket

import pytest
from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=2000)
# HYPOTHESIS_PROFILE=search looks for new counterexamples instead of trying the same ones again.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


class NetworkReachedError(AssertionError):
    """Something tried to reach the network."""


def _refuse(*_args: object, **_kwargs: object) -> None:
    raise NetworkReachedError("nothing in this project reaches the network")


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto", "bind"):
            patch.setattr(socket.socket, name, _refuse)
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, _refuse)
        yield
