"""Servers that behave like the platforms, for tests and benchmarks: real sockets, no mocks."""
