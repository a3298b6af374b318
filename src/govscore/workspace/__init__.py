"""Files in, files out: finding practices, scoring them, writing whole or not at all."""
