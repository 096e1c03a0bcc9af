"""The parts of the local server: jars, Java, configuration, password, process."""
