"""The method's content: resources/method/*.toml loaded into frozen values, refused with file, key and line."""
