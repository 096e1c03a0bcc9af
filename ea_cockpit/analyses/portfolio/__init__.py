"""How applications are assessed: the office's weights and limits, the axes they give, the quadrants left possible."""
