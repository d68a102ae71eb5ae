"""Tests of one adapter each, against a server like its platform."""
