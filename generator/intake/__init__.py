"""From a recording's transcript to draft records: the only room that knows what a recogniser does.

`reading`, with `encoding` and `formats`, makes one `heard` of the files. `pipeline` has the steps in their
order: `cleaning`, then `sessions` and `turns`, then `names` and `wording`, and `models` where somebody asks
for them. Each takes a `text`, whose characters know where they were heard, and returns it with what it has
`done`. `drafts` writes the records, and `report` accounts for every character.
"""
