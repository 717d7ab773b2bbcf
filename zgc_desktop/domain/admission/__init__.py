"""Admission of projects (准入): dated standards the office enters, and a project tested against the one in force."""
