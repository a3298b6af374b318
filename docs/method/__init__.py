"""The figures of docs/method.md, each a function from a result to text."""
