"""Names and terms that a recogniser misheard, put right by sound and by what stands around them."""
