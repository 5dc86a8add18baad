"""What a person types about contracts, acceptances and money; cleaned, nothing more."""
