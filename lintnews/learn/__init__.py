"""Learn a rule file from an archive of clean articles: its fixed terms and formulas, damaged one word at a time.

The steps stand in modules of their own: `words` (an article to stretches of words), `count` (stretches to frequent
terms and formulas), `damage` (terms to damaged forms nobody wrote) and `rulefile` (damaged forms to YAML).
"""
