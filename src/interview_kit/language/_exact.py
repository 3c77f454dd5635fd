"""Exponentials and logarithms that are the same to the last bit on every machine.

Those of `math` come from the platform, which may round the last bit as it likes. These take sums,
products and quotients alone, whose results IEEE 754 fixes.
"""

from math import frexp, ldexp
from typing import Final

__all__ = ["exact_exp", "exact_log"]

LN_2: Final = 0.6931471805599453
#: Below it an exponential counts as nothing, as it does against a sum of 1.
LEAST: Final = -700.0
#: 1/n! from n = 11 down to 0: with |x| up to ln 2 / 2 the next term is below 2 ** -46.
EXP_TERMS: Final = (
    1 / 39916800, 1 / 3628800, 1 / 362880, 1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6,
    0.5, 1.0, 1.0,
)  # fmt: skip
#: 1/(2n + 1) from n = 9 down to 0, of the series of the inverse hyperbolic tangent.
LOG_TERMS: Final = tuple(1 / (2 * n + 1) for n in range(9, -1, -1))


def exact_exp(x: float) -> float:
    """Compute e to the power of `x`.

    Args:
        x: any number up to 700.

    Returns:
        The power, to about 13 digits; 0.0 below -700.
    """
    if x < LEAST:
        return 0.0
    twos = round(x / LN_2)
    rest, power = x - twos * LN_2, 0.0
    for term in EXP_TERMS:
        power = power * rest + term
    return ldexp(power, twos)


def exact_log(x: float) -> float:
    """Compute the natural logarithm of `x`.

    Args:
        x: any number above 0.

    Returns:
        The logarithm, to about 9 digits.
    """
    part, twos = frexp(x)
    ratio = (part - 1.0) / (part + 1.0)
    square, series = ratio * ratio, 0.0
    for term in LOG_TERMS:
        series = series * square + term
    return 2.0 * ratio * series + twos * LN_2
