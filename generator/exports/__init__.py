"""Plan to files of the finished site: one room an export, HTML among them."""
