"""The one kind of error a person is meant to read."""


class UserError(Exception):
    """One translated sentence that says what happened and what to do.

    Raised on purpose for bad input or a bad environment; shown once, never logged as a bug.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class OutOfReachError(OSError):
    """A folder of the program's own that cannot be made or reached: as any refusal of the disk, with its own sentence."""

    def __init__(self, cause: OSError, sentence: str) -> None:
        super().__init__(cause.errno, cause.strerror, cause.filename)
        self.sentence = sentence
