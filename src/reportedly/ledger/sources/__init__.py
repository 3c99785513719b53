"""One person or body across the ledger: pure functions from what articles say of their sources to who they are.

`profiles` is what an article says of a source, `keys` the name that it is compared under (with `folding`, `people` and
`bodies`), `careers` the worlds of life that a role belongs to. `cells` is what sets namesakes apart, and `grouping`
makes entities of the profiles of one name, whatever their order. `pairings` joins acronyms to names, `merges` lays
over all that what a person has decided. `portraits` tells what is said of an entity, `dossiers` all that it says and is
accused of; `lookups` and `suggestions` find pairs that may be one.
"""
