"""Writes the output shown in README.md anew: python -m tests.contract.refresh_readme."""

from tests.contract.documents import ROOT, document, with_output

if __name__ == "__main__":
    (ROOT / "README.md").write_text(with_output(document("README.md")), encoding="utf-8")
