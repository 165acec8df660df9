"""What pictures are made with: sheets of characters, dots, scalable drawings, files."""
