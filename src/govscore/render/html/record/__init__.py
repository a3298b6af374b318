"""The record on a practice's page: its law, its people, what it set out to do, and its tables."""
