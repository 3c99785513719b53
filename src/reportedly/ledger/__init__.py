"""The ledger: readings of many articles kept in one database, found again, corrected and handed on."""
