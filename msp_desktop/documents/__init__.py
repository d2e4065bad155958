"""The printed documents, built with ReportLab and tagged once for all."""
