"""Every sentence that we say to a person, by code, in Chinese and in English."""
