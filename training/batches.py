"""Windows and cues put together into batches of tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from reportedly.reading.labels import OUTSIDE, PARTS, TAGS
from reportedly.reading.tokens import REACH, WINDOW, around, standing_of
from training.dataset import Sample, Shares, shares

CLS, SEP, PAD = 101, 102, 0
_CUE_TAGS = [number for number, tag in enumerate(TAGS) if tag.endswith("-cue")]
# a token that is more of a cue than this is no false one
_MOST_CUE = 0.1
_NOTHING = shares(np.full(2 * REACH + 1, OUTSIDE), len(PARTS))


@dataclass(frozen=True)
class Reach:
    """What a cue in a batch reaches: its window, its place there, the tokens around it, how they stand, their parts."""

    row: int
    cue: int
    places: NDArray[np.int64]
    standing: NDArray[np.int64]
    parts: Shares


def batches(windows: list[Sample], size: int, rng: random.Random) -> list[list[Sample]]:
    """Return batches of windows of like length, in random order: `size` whole windows, or more short ones."""
    groups: list[list[Sample]] = []
    for window in sorted(windows, key=lambda window: len(window.ids) + rng.random() * 16):
        longest = max(len(window.ids), len(groups[-1][-1].ids) if groups else 0)
        if not groups or (len(groups[-1]) + 1) * longest > size * WINDOW:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    return groups


def collate(group: list[Sample]) -> dict[str, Tensor]:
    """Return a batch of windows, padded, with [CLS] before and [SEP] behind each; where nothing is known tags are 0."""
    shape = (len(group), max(len(window.ids) for window in group) + 2)
    ids, mask = np.full(shape, PAD), np.zeros(shape, np.int64)
    features = np.zeros((*shape, group[0].features.shape[1]), np.int64)
    tags = np.zeros((*shape, len(TAGS)), np.float32)
    for row, window in enumerate(group):
        count = len(window.ids)
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = CLS, window.ids, SEP
        mask[row, : count + 2] = 1
        features[row, 1 : count + 1] = window.features
        tags[row, 1 : count + 1] = window.tags
    arrays = {"ids": ids, "features": features, "mask": mask, "tags": tags}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def true_cues(group: list[Sample]) -> list[Reach]:
    """Return what the cues of a batch reach."""
    return [reach_of(group, row, cue, parts) for row, window in enumerate(group) for cue, parts in window.parts]


def false_cues(group: list[Sample], tags: Tensor, count: int) -> list[Reach]:
    """Return the `count` places of a batch that look most like a cue and are none: to these, nothing is anything."""
    likely = tags.detach().float().softmax(-1)[:, 1:, TAGS.index("B-cue")].numpy().copy()
    for row, window in enumerate(group):
        likely[row, len(window.ids) :] = 0
        likely[row, : len(window.ids)][window.tags[:, _CUE_TAGS].sum(1) > _MOST_CUE] = 0
        likely[row, [cue for cue, _ in window.parts]] = 0
    best = np.argsort(-likely, axis=None)[:count]
    places = zip(*np.unravel_index(best, likely.shape), strict=True)
    return [reach_of(group, int(row), int(cue), _NOTHING) for row, cue in places if likely[row, cue] > 0]


def reach_of(group: list[Sample], row: int, cue: int, parts: Shares) -> Reach:
    """Return what the cue at a place of a window reaches; `parts` are those around it."""
    window = group[row]
    places = around(cue, window.paragraphs, window.features[:, 1] > 0)
    standing = standing_of(cue, places, window.paragraphs)
    return Reach(row, cue, places, standing, parts[standing[:, 0]])


def collate_reaches(reaches: list[Reach]) -> dict[str, Tensor]:
    """Return what k cues reach, padded to m: `rows` and `cues` [k], the rest [k, m]; parts are 0 on padding."""
    shape = (len(reaches), max(len(reach.places) for reach in reaches))
    places, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    standing, parts = np.zeros((*shape, 2), np.int64), np.zeros((*shape, len(PARTS)), np.float32)
    for number, reach in enumerate(reaches):
        count = len(reach.places)
        places[number, :count], mask[number, :count] = reach.places + 1, 1
        standing[number, :count], parts[number, :count] = reach.standing, reach.parts
    rows, cues = np.array([reach.row for reach in reaches]), np.array([reach.cue + 1 for reach in reaches])
    arrays = {"rows": rows, "cues": cues, "places": places, "around": standing, "mask": mask, "parts": parts}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}
