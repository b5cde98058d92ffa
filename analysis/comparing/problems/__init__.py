"""The problems that units admit, set side by side: kinds, answers, wording."""
