"""One module for each sort of question that a text's figures raise."""
