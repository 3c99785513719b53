"""One person or body across the ledger: pure functions from what articles say of their sources to who they are.

    profiles     what an article says of a source: the unit that is compared
    keys         a profile → the name that it is compared under; with folding, people and bodies
    careers      a role → the worlds of life that it belongs to
    grouping     the profiles of one name → cells → entities, whatever their order
    portraits    the profiles of an entity → its name, roles and bodies
    merges       automatic and human joins and splits → the entity that a source finally is
    lookups      an entity → keys under which others that may be the same are found
    suggestions  entities → pairs offered for review
    dossiers     everything said by, and said of, one entity
"""
