"""Export a checkpoint as the package's model: `python -m training.export CHECKPOINT`.

Writes model.onnx (int8, dynamic quantization), tokenizer.json and manifest.json.
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

from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tokens import FEATURE_SIZES
from training.base import NAME, base_tokenizer
from training.network import Network

OPSET = 17
OUTPUTS = ["tags", "parts", "cues"]


class Unpadded(nn.Module):
    """The network for one window without padding, so that no mask is needed."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return what the network returns."""
        return self.network(ids, features, torch.ones_like(ids))


def export(checkpoint: Path, folder: Path, version: str) -> None:
    """Write the model of a checkpoint, quantized, into the folder with its tokenizer and manifest."""
    tokenizer = base_tokenizer()
    network = Network(tokenizer.get_vocab_size())
    network.load_state_dict(load_file(checkpoint))
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _to_onnx(Unpadded(network).eval(), plain)
        # seven bits: with eight, processors without VNNI clamp sums at 16 bits and find other statements than the rest
        # (ONNX Runtime, "Quantize ONNX models", section on U8S8 saturation)
        quantize_dynamic(plain, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    names = ("model.onnx", "tokenizer.json")
    manifest = {
        "name": "attribution",
        "version": version,
        "tags": list(TAGS),
        "parts": list(PARTS),
        "features": list(FEATURE_SIZES),
        "marks": [tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")],
        "calibration": [1.0, 0.0],  # as it is, until training.calibrate fits it
        "corpus": "PolNeAR train (networkdynamics/PolNeAR @ c3eee83)",
        "base": NAME,
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _to_onnx(network: nn.Module, path: Path) -> None:
    ids = torch.ones((1, 64), dtype=torch.int64)
    features = torch.zeros((1, 64, len(FEATURE_SIZES)), dtype=torch.int64)
    axes = {name: {1: "tokens"} for name in ("ids", "features", *OUTPUTS)}
    torch.onnx.export(
        network,
        (ids, features),
        str(path),
        input_names=["ids", "features"],
        output_names=OUTPUTS,
        dynamic_axes=axes,
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
