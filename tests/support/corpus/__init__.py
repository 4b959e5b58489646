"""Pastes made by program: the answers of a catalogue in every shape in which people copy them."""
