"""What all tests share: the bundled bank, and how Hypothesis runs."""

import pytest
from hypothesis import HealthCheck, settings

import interview_kit
from interview_kit import Bank

# `too_slow` looks at the clock, which says more about the machine than about a test.
settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")


@pytest.fixture(scope="session")
def bank() -> Bank:
    """Give the bank of the bundled pack."""
    return interview_kit.load()


@pytest.fixture(scope="session")
def wide() -> Bank:
    """Give the bank with the graded samples."""
    return interview_kit.load("core", "general_hr", "general_behavioural", "answers")


@pytest.fixture(scope="session")
def whole_bank() -> Bank:
    """Give the bank of all bundled packs with questions."""
    return interview_kit.load("core", "general_hr", "general_behavioural")
