"""The pages of the site: each a pure function of the model, written as Markdown."""
