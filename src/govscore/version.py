"""The version of govscore, and of the arithmetic behind a score; literals, read by the build."""

__version__ = "1.0.0"
ENGINE_VERSION = "1"
