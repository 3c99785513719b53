"""Train the attribution model on PolNeAR: `python -m training.train --help`."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn.functional import cross_entropy

from reportedly.brat import read_folder
from training.base import BASE, base_tokenizer
from training.dataset import Labelled, Sample, cut, label
from training.network import Network, load_encoder

CLS, SEP, PAD = 101, 102, 0
PARTS_WEIGHT = 2.0
IGNORED = -100
POLNEAR = Path("../shared/data/polnear/train")


def options() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=POLNEAR, help="folder of .txt and .ann")
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=5)
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
    """Return one batch, padded, with [CLS] before and [SEP] behind each window.

    Its cues are flat: `rows` and `cues` [k] tell the window and the place of each, `parts` [k, n] its gold parts.
    """
    shape = (len(group), max(len(window.ids) for window in group) + 2)
    ids, mask, tags = np.full(shape, PAD), np.zeros(shape, np.int64), np.full(shape, IGNORED)
    features = np.zeros((*shape, group[0].features.shape[1]), np.int64)
    rows = np.concatenate([np.full(len(window.cues), row) for row, window in enumerate(group)])
    cues = np.concatenate([window.cues + 1 for window in group])
    parts = np.full((len(cues), shape[1]), IGNORED)
    done = 0
    for row, window in enumerate(group):
        count = len(window.ids)
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = CLS, window.ids, SEP
        mask[row, : count + 2] = 1
        features[row, 1 : count + 1] = window.features
        tags[row, 1 : count + 1] = window.tags
        parts[done : done + len(window.cues), 1 : count + 1] = window.parts
        done += len(window.cues)
    arrays = {"ids": ids, "mask": mask, "features": features, "tags": tags, "rows": rows, "cues": cues, "parts": parts}
    return {name: torch.from_numpy(array.astype(np.int64)) for name, array in arrays.items()}


def loss_of(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """Return the loss of tags plus PARTS_WEIGHT times the loss of parts (gold cues only)."""
    tags, parts, cues = network(batch["ids"], batch["features"], batch["mask"])
    tag_loss = cross_entropy(tags.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORED)
    if not len(batch["rows"]):
        return tag_loss
    tokens = parts[batch["rows"]].float()
    heads = cues[batch["rows"], batch["cues"]].float()
    logits = torch.einsum("knpd,kpd->knp", tokens, heads)
    part_loss = cross_entropy(logits.flatten(0, 1), batch["parts"].flatten(), ignore_index=IGNORED)
    return tag_loss + PARTS_WEIGHT * part_loss


def optimizer_of(network: Network, chosen: argparse.Namespace) -> torch.optim.AdamW:
    """Return AdamW with one rate for the pre-trained encoder and another for the heads."""
    fresh = {id(parameter) for parameter in network.heads()}
    encoder = [parameter for parameter in network.parameters() if id(parameter) not in fresh]
    groups = [{"params": encoder, "lr": chosen.rate}, {"params": network.heads(), "lr": chosen.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def schedule_of(optimizer: torch.optim.AdamW, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Return a rate that rises over the first tenth of the steps and falls to nothing over the rest."""
    warm = max(steps // 10, 1)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )


def step_on(network: Network, group: list[Sample], optimizer: torch.optim.AdamW) -> float:
    """Change the network by one batch and return the batch's loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = loss_of(network, collate(group))
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def train(chosen: argparse.Namespace, network: Network, documents: list[Labelled]) -> None:
    """Train, writing a checkpoint after every epoch and a line of progress every 50 steps."""
    rng = random.Random(chosen.seed)
    count = sum(len(cut(document, random.Random(chosen.seed))) for document in documents)
    steps = chosen.epochs * -(-count // chosen.batch)
    print(f"{count} windows, {steps} steps", flush=True)
    optimizer = optimizer_of(network, chosen)
    schedule = schedule_of(optimizer, steps)
    step, running, started = 0, 0.0, time.monotonic()
    for epoch in range(1, chosen.epochs + 1):
        network.train()
        windows = [sample for document in documents for sample in cut(document, rng)]
        for group in batches(windows, chosen.batch, rng):
            loss = step_on(network, group, optimizer)
            schedule.step()
            step += 1
            running = loss if step == 1 else 0.98 * running + 0.02 * loss
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {running:.4f} {time.monotonic() - started:.0f} s", flush=True)
        save_file(network.state_dict(), chosen.work / f"epoch{epoch}.safetensors")


def main() -> int:
    """Train as the command line says, and say what to do next."""
    chosen = options()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    tokenizer = base_tokenizer()
    documents = [label(document, tokenizer) for document in read_folder(chosen.corpus)]
    if not documents:
        print(f"{chosen.corpus}: no .ann files there; name PolNeAR's train part with --corpus", file=sys.stderr)
        return 1
    chosen.work.mkdir(parents=True, exist_ok=True)
    network = Network(tokenizer.get_vocab_size())
    load_encoder(network, load_file(BASE / "model.safetensors"))
    train(chosen, network, documents)
    used = {name: str(value) for name, value in vars(chosen).items()}
    (chosen.work / "options.json").write_text(json.dumps(used, indent=2) + "\n", encoding="utf-8")
    print(f"next: python -m training.export {chosen.work}/epoch{chosen.epochs}.safetensors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
