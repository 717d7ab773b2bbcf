"""Assessment (考核评价) of clusters, parks and policy areas: schemes as data, scores that can be recomputed by hand."""
