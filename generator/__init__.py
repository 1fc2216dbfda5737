"""Gongkai: a static site generator for disclosure bulletins that never publishes a mistake silently."""

__version__ = "0.1.0"
