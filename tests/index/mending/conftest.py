"""A folder in which one person has two names, and two persons one."""

from collections.abc import Callable, Mapping

import pytest

from index import Library

OpenLibrary = Callable[..., Library]

TEXTS = {
    "talks": "Ministers meet in Geneva\n\nForeign Minister Abbas Araghchi met Olof Lindqvist in Geneva."
    "\n\nAraghchi said that the talks with Lindqvist had been useful.\n",
    "dinner": "A dinner for two\n\nMr Araqchi dined with Olof Lindqvist. Mr Araqchi praised the soup.\n",
    "walk": "A walk by the lake\n\nMr Lindqvist walked with Mr Araqchi along the lake in Geneva.\n",
    "other": "Another one\n\nPresident Ada Brandt met Prime Minister Carl Ekman. Brandt left. He stayed.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return TEXTS
