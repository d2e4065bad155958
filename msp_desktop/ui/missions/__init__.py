"""The missions of a sheet, and whom whoever has it reports to: the référent’s and the coordinator’s alike."""
