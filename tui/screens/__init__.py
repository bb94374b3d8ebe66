"""What fills the terminal: screens put widgets together and answer their messages."""
