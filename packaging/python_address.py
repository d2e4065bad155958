"""Print where the interpreter of a release is downloaded; stop with a sentence where packaging/inputs.toml pins none."""

from winbuild.release import interpreter_address

print(interpreter_address())
