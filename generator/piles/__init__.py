"""Piles of mail: files, folders, Maildirs, mboxes, logs and standard input become inputs, one after another."""
