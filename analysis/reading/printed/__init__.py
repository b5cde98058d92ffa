"""Text out of printed pages: signs at their places in, paragraphs out; a PDF and an OFD file hold nothing more."""
