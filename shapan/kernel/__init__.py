"""Pure helpers that know nothing of Django: periods, money, errors."""
