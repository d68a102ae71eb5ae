"""Benchmarks: figures of one run, as ratios to the bare parts, so that a noisy machine cancels."""
