"""Fuzzing: inputs that nobody would write, made from a seed, and what holds for each of them all the same.

`make fuzz` runs a million of them, tests a bounded share of other ones. An input depends on the seed and its number only,
so that every failure can be had again.
"""
