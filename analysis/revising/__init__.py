"""People edit the codebook: checked before it is used, its effect seen before it is saved, every version kept."""
