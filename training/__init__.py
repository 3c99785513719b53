"""Making the attribution model: corpus, network, training, export. Needs the extra `train`; never shipped."""
