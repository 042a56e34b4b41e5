"""The words of the house as types; knows nothing else."""
