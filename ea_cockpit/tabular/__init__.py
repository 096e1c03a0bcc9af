"""Workbooks and CSV in, styled workbooks out. The only package that imports spreadsheet libraries."""
