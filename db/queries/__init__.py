"""Reads: each returns frozen values made for one screen, document or decision."""
