"""Measurements to scorecards: weights, points, intervals."""
