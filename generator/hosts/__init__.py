"""Where the engine runs: what links it into one classic script, and what runs those bytes outside a browser."""
