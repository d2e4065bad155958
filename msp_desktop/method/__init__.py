"""The method's content: resources/method/*.toml loaded into typed frozen values, refused with file and key where wrong."""
