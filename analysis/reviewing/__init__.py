"""People correct the machine: decisions on quotations, found again in the text, and tables that follow them."""
