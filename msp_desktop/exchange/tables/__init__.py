"""Tables that other programs wrote: which kind of file it is, its text, its cells; all of it in bounded time and memory."""
