"""The features, one file each; the bot finds them by walking this folder."""
