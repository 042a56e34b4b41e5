"""Forum Proceedings: from transcripts and programmes to a site of proceedings."""
