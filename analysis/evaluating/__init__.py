"""Tables against texts coded by hand: how far the coding can be trusted."""
