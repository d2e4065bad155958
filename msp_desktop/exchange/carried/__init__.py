"""What strangers send, read in processes that can be ended: PDFs that carry data, archives, mails, folders.

`farm.read_files` and `farm.carried_in` are the doors; `worker.read_carried` is what each process does.
"""
