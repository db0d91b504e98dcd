"""Tests of my_package."""
