"""Page to HTML. The only floor that knows there are templates."""
