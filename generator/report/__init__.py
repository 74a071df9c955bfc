"""What came of a pile: causes, services, days, addresses and wordings counted, as one page and as a table."""
