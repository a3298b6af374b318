"""Files in, files out: the configuration, finding practices, git, writing whole or not at all."""
