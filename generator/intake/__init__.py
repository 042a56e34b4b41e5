"""From a recording's transcript to draft records: the only room that knows what a recogniser does."""
