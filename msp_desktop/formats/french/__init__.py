"""French agreement, the one place for it: articles and elision of towns and bodies, persons, numbers, capitals.

`vowels` holds the vowel rule, `towns` and `bodies` the articles, and the words that a model may name in braces;
`people` what follows a civility, `counts` what follows a number, `case` capitals. Pure functions, without any library.
"""
