"""Train the attribution model on PolNeAR: `python -m training.train --help`."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn.functional import cross_entropy

from reportedly.brat import read_folder
from training.base import BASE, base_tokenizer
from training.batches import batches, collate, collate_reaches, false_cues, true_cues
from training.dataset import Labelled, Sample, cut, label, mixed
from training.network import Network, load_encoder
from training.teach import taught
from training.texts import POLNEAR

PARTS_WEIGHT = 2.0
# false cues to a true one
FALSE_CUES = 0.4
CUES = 24


def options() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=POLNEAR, help="folder of .txt and .ann")
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=12, help="windows in a batch")
    parser.add_argument("--rate", type=float, default=3e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak learning rate of the heads")
    parser.add_argument("--start", type=Path, help="checkpoint to start from instead of the pre-trained encoder")
    parser.add_argument("--taught", type=Path, help="folder of what teachers say (training.teach)")
    parser.add_argument("--teacher", type=float, default=0.5, help="the teachers' share beside a person's labels")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def loss_of(network: Network, group: list[Sample]) -> Tensor:
    """Return the loss of tags plus PARTS_WEIGHT times the loss of parts, of true cues and of some false ones."""
    batch = collate(group)
    tags, states = network.encoder(batch["ids"], batch["features"], batch["mask"])
    tag_loss = _loss(tags, batch["tags"]) / sum(len(window.ids) for window in group)
    reaches = true_cues(group)
    reaches += false_cues(group, tags, int(FALSE_CUES * len(reaches)))
    if not reaches:
        return tag_loss
    reaches.sort(key=lambda reach: len(reach.places))
    part_loss = torch.zeros(())
    for start in range(0, len(reaches), CUES):  # few at a time, of like length, since padding costs time
        some = collate_reaches(reaches[start : start + CUES])
        rows = some["rows"]
        around = states[rows[:, None], some["places"]]
        parts = network.parts(around, states[rows, some["cues"]], some["around"], some["mask"])
        part_loss = part_loss + _loss(parts, some["parts"])
    return tag_loss + PARTS_WEIGHT * part_loss / sum(len(reach.places) for reach in reaches)


def _loss(logits: Tensor, targets: Tensor) -> Tensor:
    return cross_entropy(logits.float().flatten(0, 1), targets.flatten(0, 1), reduction="sum")


def optimizer_of(network: Network, chosen: argparse.Namespace) -> torch.optim.AdamW:
    """Return AdamW with one rate for the pre-trained encoder and another for the heads."""
    fresh = {id(parameter) for parameter in network.fresh()}
    encoder = [parameter for parameter in network.parameters() if id(parameter) not in fresh]
    groups = [{"params": encoder, "lr": chosen.rate}, {"params": network.fresh(), "lr": chosen.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def schedule_of(optimizer: torch.optim.AdamW, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Return a rate that rises over the first tenth of the steps and falls to nothing over the rest."""
    warm = max(steps // 10, 1)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )


def step_on(network: Network, group: list[Sample], optimizer: torch.optim.AdamW) -> float:
    """Change the network by one batch and return the batch's loss."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = loss_of(network, group)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def train(chosen: argparse.Namespace, network: Network, documents: list[Labelled]) -> None:
    """Train, writing a checkpoint after every epoch and a line of progress every 50 steps."""
    rng = random.Random(chosen.seed)
    counting = random.Random(chosen.seed)
    windows = [sample for document in documents for sample in cut(document, counting)]
    steps = chosen.epochs * len(batches(windows, chosen.batch, counting))
    print(f"{len(windows)} windows, {steps} steps", flush=True)
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
    documents = {document.name: label(document, tokenizer) for document in read_folder(chosen.corpus)}
    if not documents:
        print(f"{chosen.corpus}: no .ann files there; name PolNeAR's train part with --corpus", file=sys.stderr)
        return 1
    chosen.work.mkdir(parents=True, exist_ok=True)
    if chosen.taught:
        documents = mixed(documents, taught(chosen.taught, tokenizer), chosen.teacher)
    network = Network(tokenizer.get_vocab_size())
    if chosen.start:
        network.load_state_dict(load_file(chosen.start))
    else:
        load_encoder(network.encoder, load_file(BASE / "model.safetensors"))
    train(chosen, network, list(documents.values()))
    used = {name: str(value) for name, value in vars(chosen).items()}
    (chosen.work / "options.json").write_text(json.dumps(used, indent=2) + "\n", encoding="utf-8")
    print(f"next: python -m training.export {chosen.work}/epoch{chosen.epochs}.safetensors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
