"""Minimising a smooth function of many numbers: limited-memory BFGS, the same on every machine.

Nocedal & Wright (2006), "Numerical Optimization", algorithms 7.4 and 7.5, with backtracking.
"""

from collections import deque
from collections.abc import Callable, Iterable
from functools import reduce
from math import sqrt
from operator import add, mul
from typing import Final

__all__ = ["minimise", "total"]

#: Pairs of steps that are remembered.
MEMORY: Final = 6
#: Share of the promised decrease that a step must bring (Armijo), and most halvings of a step.
DECREASE: Final = 1e-4
MAX_HALVINGS: Final = 20

Vector = list[float]


def minimise(
    function: Callable[[Vector], tuple[float, Vector]], start: Vector, steps: int
) -> Vector:
    """Minimise a function.

    Args:
        function: gives the value and the gradient at a point.
        start: where to begin.
        steps: how many steps to make at most.

    Returns:
        The point that was reached; earlier if no step from it leads down.
    """
    point = start
    value, slope = function(point)
    pairs: deque[tuple[Vector, Vector, float]] = deque(maxlen=MEMORY)
    for step in range(steps):
        direction = _direction(slope, pairs)
        descent = _dot(direction, slope)
        length = 1.0 if step else 1.0 / max(1.0, sqrt(_dot(slope, slope)))
        for _ in range(MAX_HALVINGS):
            there = [x + length * d for x, d in zip(point, direction, strict=True)]
            new_value, new_slope = function(there)
            if new_value <= value + DECREASE * length * descent:
                break
            length /= 2.0
        else:
            break
        moved = [length * d for d in direction]
        turned = [a - b for a, b in zip(new_slope, slope, strict=True)]
        curvature = _dot(moved, turned)
        if curvature > 0.0:
            pairs.append((moved, turned, curvature))
        point, value, slope = there, new_value, new_slope
    return point


def _direction(slope: Vector, pairs: deque[tuple[Vector, Vector, float]]) -> Vector:
    """Turn the slope by what the last steps tell of the curvature."""
    direction = [-each for each in slope]
    shares: list[float] = []
    for moved, turned, curvature in reversed(pairs):
        share = _dot(moved, direction) / curvature
        shares.append(share)
        direction = [d - share * t for d, t in zip(direction, turned, strict=True)]
    if pairs:
        _, turned, curvature = pairs[-1]
        size = curvature / _dot(turned, turned)
        direction = [size * d for d in direction]
    for (moved, turned, curvature), share in zip(pairs, reversed(shares), strict=True):
        back = share - _dot(turned, direction) / curvature
        direction = [d + back * m for d, m in zip(direction, moved, strict=True)]
    return direction


def _dot(one: Vector, other: Vector) -> float:
    return total(map(mul, one, other))


def total(numbers: Iterable[float]) -> float:
    """Add numbers from the first to the last; `sum` does so before Python 3.12 only.

    Args:
        numbers: any numbers.

    Returns:
        Their sum, to the last bit the same everywhere.
    """
    return reduce(add, numbers, 0.0)
