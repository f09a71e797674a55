"""The language-blind part of the grammar: words, lexicon, rules, chart. It knows no dates."""
