"""The network that finds names: what the encoder, the vocabulary and word lists say of a token and its neighbours."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from reportedly.reading.names.features import KNOWN
from reportedly.reading.names.tagger import LABELS
from reportedly.reading.tokens import FEATURE_SIZES
from training.network import HIDDEN

WIDTH, WORD, CASE, SEEN = 160, 32, 16, 3
# a word is often hidden in training, so that context counts too
HIDDEN_WORDS = 0.3


class Names(nn.Module):
    """Labels of the tokens of a text, from the encoder's states for them; the encoder itself is not trained."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(HIDDEN)
        self.case, self.known = nn.Embedding(FEATURE_SIZES[0], CASE), nn.Embedding(KNOWN, CASE)
        self.words = nn.Embedding(vocabulary, WORD)
        self.hide, self.dropout = nn.Dropout(HIDDEN_WORDS), nn.Dropout(dropout)
        self.near = nn.Conv1d(HIDDEN + WORD + 2 * CASE, WIDTH, SEEN, padding=SEEN // 2)
        self.far = nn.Conv1d(WIDTH, WIDTH, SEEN, padding=SEEN // 2)
        self.labels = nn.Linear(WIDTH, len(LABELS))

    def forward(self, states: Tensor, ids: Tensor, case: Tensor, known: Tensor) -> Tensor:
        """Return logits [b, n, LABELS]; states [b, n, HIDDEN], the rest [b, n]."""
        parts = [self.norm(states), self.case(case), self.hide(self.words(ids)), self.known(known)]
        x = torch.cat(parts, -1).transpose(1, 2)
        x = self.dropout(torch.relu(self.near(x)))
        x = self.dropout(torch.relu(self.far(x)))
        logits: Tensor = self.labels(x.transpose(1, 2))
        return logits
