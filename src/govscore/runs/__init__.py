"""From a plan and its files, one by one or on all processors, to one result."""
