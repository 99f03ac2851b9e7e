"""Regular expressions of rules: slots filled in, repetitions bounded, anchors found, cost limited."""
