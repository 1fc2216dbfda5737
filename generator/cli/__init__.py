"""Words in, words out. Each use case is imported only when it is asked for."""
