"""The doors of sign-in that are open. Nobody signs up, and nothing is mailed: an administrator makes accounts.

allauth's own list would open registration to whoever finds the address.
"""

from allauth.account import views
from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import include, path, reverse_lazy

# Where a sign-in link leads that an administrator has handed over: choose a password, then sign in with it.
first_password = PasswordResetConfirmView.as_view(
    template_name="account/first_password.html", success_url=reverse_lazy("account_login")
)

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("first/<uidb64>/<token>/", first_password, name="account_first_password"),
    path("2fa/", include("allauth.mfa.urls")),
]
