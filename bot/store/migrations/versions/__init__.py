"""One module a revision, ``vNNNN_word.py``."""
