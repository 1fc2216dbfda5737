"""What the product does, readable top to bottom: one use case a file."""
