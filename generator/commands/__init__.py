"""The commands of `bouncekb`, one a module. `options` has what they share."""
