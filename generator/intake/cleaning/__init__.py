"""Leaving one hearing of what was said: joints, noise and loops go, and one script is left."""
