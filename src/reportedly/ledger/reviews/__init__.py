"""A person's corrections: a log that is only ever added to, laid over what the machine answered.

`review` is what one correction is, `values` what may stand in it, `log` where it is kept. `force` tells which reviews
hold, `overlay` lays them over a reading and `identities` over the sources of the ledger; both are functions of the set
of reviews, so that the order in which these arrive changes nothing. `composing` makes a review of what a person says,
`applying` puts it into force, `exchange` carries the log from ledger to ledger; `history` and `waiting` are what a
person looks at.
"""
