"""Making the attribution model: dataset, network, training, export. Needs the extra `train`; never shipped."""
