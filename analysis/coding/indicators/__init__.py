"""From numbers to indicators: which quantity states which indicator, and what the report says of each."""
