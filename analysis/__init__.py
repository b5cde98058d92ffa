"""What reports say, as tables.

The data flows one way, and the modules stand in that order::

    file ─ reading ─▶ text ─ coding ─▶ coded evidence ─ comparing ─▶ comparisons ─ drawing ─▶ figures
                              ▲ codebook, lexicon                        └─ exporting ─▶ files

``reading`` turns bytes into text and says what it repaired. ``coding`` turns one text into coded evidence: who reports
about which period, which part says what, themes, quantities, problems and the plans that answer them. ``corpus`` is the
only module that knows the order of these steps. ``comparing`` sets units side by side, ``drawing`` draws a declared
table, ``exporting`` writes files. ``tables`` declares every table that passes between them, once.
"""
