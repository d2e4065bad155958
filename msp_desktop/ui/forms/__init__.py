"""Forms that are declared: fields in reading order, bound to a record and a service."""
