"""The word lists that the rules of language use, as validated data from `data/lexicons`.

The codebook says what themes, problems and indicators are; the lexicon says how the language of reports works: what
opens a part, what masks a number, what admits a deficiency. One file and one model a topic, so that a list can be
read, compared and extended without reading code. `topic` is what a topic is; the others hold the topics of a stage.
"""
