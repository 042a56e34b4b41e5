"""What pages are made from, with a memory: what each read, and what was worked out of records before."""
