"""Who may have an account is decided inside the company: nobody signs up at the door."""

from allauth.account.adapter import DefaultAccountAdapter


class NoSignUp(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:  # noqa: ARG002 -- the signature is allauth's
        return False
