"""Export a checkpoint as the package's model: `python -m training.export CHECKPOINT`.

Writes encoder.onnx and joiner.onnx (int8, dynamic quantization), tokenizer.json and manifest.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

from reportedly.reading.evidence import EVIDENCE
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tokens import FEATURE_SIZES
from training.base import NAME, base_tokenizer
from training.network import HIDDEN, Encoder, Network, Parts

OPSET = 17


class Window(nn.Module):
    """The encoder for one window without padding, so that no mask is needed."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the encoder returns."""
        return self.encoder(ids, features, torch.ones_like(ids))


class Around(nn.Module):
    """What stands around one cue, without padding."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts

    def forward(self, states: Tensor, cues: Tensor, around: Tensor) -> Tensor:
        """Return what the joining network returns."""
        return self.parts(states, cues, around, torch.ones_like(around[..., 0]))


def export(checkpoint: Path, folder: Path, version: str) -> None:
    """Write the model of a checkpoint, quantized, into the folder with its tokenizer and manifest."""
    tokenizer = base_tokenizer()
    network = Network(tokenizer.get_vocab_size())
    network.load_state_dict(load_file(checkpoint))
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as scratch:
        for name, module, inputs, outputs in _graphs(network):
            plain = Path(scratch) / name
            _to_onnx(module, plain, inputs, outputs)
            # seven bits: with eight, processors without VNNI clamp sums at 16 bits and find other statements
            # (ONNX Runtime, "Quantize ONNX models", section on U8S8 saturation)
            quantize_dynamic(plain, folder / name, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    names = ("encoder.onnx", "joiner.onnx", "tokenizer.json")
    manifest = {
        "name": "attribution",
        "version": version,
        "tags": list(TAGS),
        "parts": list(PARTS),
        "features": list(FEATURE_SIZES),
        "marks": [tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")],
        "weights": dict.fromkeys((*EVIDENCE, "intercept"), 0.0) | {"all": 1.0},  # until training.calibrate fits them
        "corpus": "PolNeAR train (networkdynamics/PolNeAR @ c3eee83); unlabelled: BASIL, ECB+, AQUAINT, GUM news",
        "base": NAME,
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


Graph = tuple[str, nn.Module, dict[str, Tensor], list[str]]


def _graphs(network: Network) -> list[Graph]:
    """Return for each file its name, the module in it, an example of its inputs by name, and its outputs' names."""
    ids = torch.ones((1, 64), dtype=torch.int64)
    features = torch.zeros((1, 64, len(FEATURE_SIZES)), dtype=torch.int64)
    states, cues = torch.zeros((1, 64, HIDDEN)), torch.zeros((1, HIDDEN))
    around = torch.zeros((1, 64, 2), dtype=torch.int64)
    return [
        ("encoder.onnx", Window(network.encoder), {"ids": ids, "features": features}, ["tags", "states"]),
        ("joiner.onnx", Around(network.parts), {"states": states, "cues": cues, "around": around}, ["parts"]),
    ]


def _to_onnx(module: nn.Module, path: Path, inputs: dict[str, Tensor], outputs: list[str]) -> None:
    torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes={name: {1: "tokens"} for name in (*inputs, *outputs) if name != "cues"},
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Export the checkpoint named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("src/reportedly/models/attribution"))
    parser.add_argument("--version", required=True, help="what the manifest and every statement call it")
    chosen = parser.parse_args()
    export(chosen.checkpoint, chosen.folder, chosen.version)
    print("next: python -m training.calibrate")


if __name__ == "__main__":
    main()
