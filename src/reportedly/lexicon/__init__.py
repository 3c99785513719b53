"""The word lists and rules that come with the program, and what they say of a cue."""

from reportedly.lexicon.cues import Cue, cues
from reportedly.lexicon.loading import load
from reportedly.lexicon.stance import FoundCue, find_cues, is_negation, reporter_of, stance_of

__all__ = ["Cue", "FoundCue", "cues", "find_cues", "is_negation", "load", "reporter_of", "stance_of"]
