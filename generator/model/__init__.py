"""The nouns of disclosure: frozen values, no text formats, no pages, no disk."""
