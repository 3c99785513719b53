"""The network: a BERT encoder with feature embeddings and a tag head, and a small one for what tokens are to a cue."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tokens import FEATURE_SIZES, REACH

HIDDEN, NARROW, HEAD = 384, 192, 32


class Layer(nn.Module):
    """One BERT encoder layer (post-norm), as in Devlin et al. 2019."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, tokens, hidden]; mask is additive, broadcast over heads and queries."""
        batch, count, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, count, width // HEAD, HEAD).transpose(1, 2)

        # written out because on processors torch's fused attention takes a third longer to train
        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        likeness = query @ key.transpose(-1, -2) * HEAD**-0.5
        mixed = torch.softmax(likeness + mask.to(likeness.dtype), -1) @ value
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, count, width))
        x = self.attention_norm(x + self.dropout(mixed))
        return self.norm(x + self.dropout(self.down(gelu(self.up(x)))))


class Encoder(nn.Module):
    """States of the word pieces of a window, and their tags."""

    def __init__(self, vocabulary: int, positions: int = 512, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(positions, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.features = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in FEATURE_SIZES)
        for embedding in self.features:
            nn.init.zeros_(embedding.weight)  # the encoder starts as it was pre-trained
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(HIDDEN, dropout) for _ in range(layers))
        self.tags = nn.Linear(HIDDEN, len(TAGS))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits [b, n, tags] and states [b, n, HIDDEN]; mask is 0 on padding, else 1."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.types.weight[0]
        for number, embedding in enumerate(self.features):
            x = x + embedding(features[:, :, number])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, blocked(mask))
        return self.tags(self.dropout(x)), x


class Parts(nn.Module):
    """What the word pieces around one cue are to it."""

    def __init__(self, layers: int = 2, dropout: float = 0.1) -> None:
        super().__init__()
        self.tokens, self.cue = nn.Linear(HIDDEN, NARROW), nn.Linear(HIDDEN, NARROW)
        self.distances = nn.Embedding(2 * REACH + 1, NARROW)
        self.away = nn.Embedding(2, NARROW)
        for embedding in (self.distances, self.away):
            nn.init.normal_(embedding.weight, std=0.2)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(NARROW, dropout) for _ in range(layers))
        self.parts = nn.Linear(NARROW, len(PARTS))

    def forward(self, states: Tensor, cues: Tensor, around: Tensor, mask: Tensor) -> Tensor:
        """Return logits [k, m, PARTS] for k cues and the m word pieces around each.

        `states` [k, m, HIDDEN] and `cues` [k, HIDDEN] come from the encoder; `around` [k, m, 2] tells how each piece
        stands to the cue (`standing_of` in reading.tokens); mask is 0 on padding, else 1.
        """
        x = self.tokens(states) + self.cue(cues)[:, None] + self.distances(around[..., 0]) + self.away(around[..., 1])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, blocked(mask))
        return self.parts(self.dropout(x))


class Network(nn.Module):
    """Both networks, trained together."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.encoder, self.parts = Encoder(vocabulary), Parts()

    def fresh(self) -> list[nn.Parameter]:
        """Return the parameters that start untrained."""
        modules = (self.parts, self.encoder.tags, self.encoder.features)
        return [parameter for module in modules for parameter in module.parameters()]


def blocked(mask: Tensor) -> Tensor:
    """Return the additive mask [b, 1, 1, n] of a mask [b, n] that is 0 on padding, else 1."""
    return (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e4


def load_encoder(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Copy the encoder of a Hugging Face BERT checkpoint into ours; raises KeyError where a weight lacks."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "types.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    for number in range(len(encoder.layers)):
        for ours, theirs in inside.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    encoder.load_state_dict({ours: weights[theirs] for ours, theirs in names.items()}, strict=False)
