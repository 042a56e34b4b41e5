"""How a session or a paragraph is quoted, in the styles and files that scholars use.

The styles are written here and not left to a CSL processor: citeproc-py, the one there is for Python, puts
a space into Chinese names, breaks them in APA, leaves out conference and day, and is too slow for each page
of each language.
"""
