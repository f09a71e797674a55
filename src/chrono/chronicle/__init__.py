"""From dated sentences to statements, and from the statements of many articles to events.

Everything here is pure: no clock, no disk, no database. `statements` reads one article;
`events` is what the store needs to keep a chronology that grows with every article.
"""
