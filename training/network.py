"""The network: a BERT encoder with feature embeddings, a tag head, and a head for what a token is to a cue."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, pad, scaled_dot_product_attention

from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tokens import FEATURE_SIZES

HIDDEN, HEADS, INNER, JOINT = 384, 12, 1536, 96


class Layer(nn.Module):
    """One BERT encoder layer (post-norm), as in Devlin et al. 2019."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return [batch, tokens, hidden]; mask is additive, broadcast over heads and queries."""
        batch, count, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, count, HEADS, HIDDEN // HEADS).transpose(1, 2)

        mixed = scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, count, HIDDEN))
        x = self.attention_norm(x + self.dropout(mixed))
        return self.norm(x + self.dropout(self.down(gelu(self.up(x)))))


class Network(nn.Module):
    """Tags, and vectors that join tokens to cues, for windows of word pieces."""

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
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.parts = nn.Linear(HIDDEN, len(PARTS) * (JOINT + 1))
        self.cues = nn.Linear(HIDDEN, len(PARTS) * (JOINT + 1))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return tag logits [b, n, tags], and what joins tokens to cues: two arrays [b, n, parts, JOINT + 2].

        The product of token t's vector in the first with cue c's in the second is the logit of each part that t can be
        to c: bilinear, with a bias of either side. mask is 0 on padding, else 1.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.types.weight[0]
        for number, embedding in enumerate(self.features):
            x = x + embedding(features[:, :, number])
        x = self.dropout(self.norm(x))
        blocked = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        x = self.dropout(x)
        parts, cues = (head(x).unflatten(-1, (len(PARTS), JOINT + 1)) for head in (self.parts, self.cues))
        parts = torch.cat([parts[..., :1], parts[..., 1:] / JOINT**0.5], dim=-1)
        cues = torch.cat([cues[..., 1:], cues[..., :1]], dim=-1)
        return self.tags(x), pad(parts, (0, 1), value=1.0), pad(cues, (1, 0), value=1.0)

    def heads(self) -> list[nn.Parameter]:
        """Return the parameters that start untrained."""
        modules = (self.tags, self.parts, self.cues, self.features)
        return [parameter for module in modules for parameter in module.parameters()]


def load_encoder(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy the encoder of a Hugging Face BERT checkpoint into the network; raises KeyError where a weight lacks."""
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
    for number in range(len(network.layers)):
        for ours, theirs in inside.items():
            for kind in ("weight", "bias"):
                names[f"layers.{number}.{ours}.{kind}"] = f"encoder.layer.{number}.{theirs}.{kind}"
    network.load_state_dict({ours: weights[theirs] for ours, theirs in names.items()}, strict=False)
