"""Which documents exist, what each is made from, when it has something to say, and the file it becomes.

The room between the services, which give values, and the documents, which draw them: window and command
line both print through here.
"""
