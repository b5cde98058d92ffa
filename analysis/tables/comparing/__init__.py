"""What comparing hands to drawing, exporting and the pages."""
