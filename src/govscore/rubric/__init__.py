"""Rubrics: data that say how practices are scored, checked and compiled before use."""
