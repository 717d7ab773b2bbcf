"""What a command of a test answered: done, with its data, or refused in words."""

from __future__ import annotations


def ok(answer):
    code, data, said = answer
    assert code == 0, said
    return data


def refused(answer, *words):
    code, _, said = answer
    assert code == 2, said
    for word in words:
        assert word in said
    assert "Traceback" not in said
