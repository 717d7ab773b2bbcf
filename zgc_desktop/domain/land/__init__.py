"""Land and space (用地空间): plots and buildings, their terms and clocks, linked plots, supply and demand."""
