"""Headers that leave a browser nothing to do but what our pages need.

Should a text of ours ever reach a page unescaped, the policy still keeps foreign scripts, styles and addresses out.
For templates it means: no inline script, no style attribute, no on… attribute, no eval.
"""

ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
CONTENT_POLICY = "; ".join(f"{what} {where}" for what, where in ALLOWED.items())
UNUSED = ("camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb")
PERMISSIONS = ", ".join(f"{feature}=()" for feature in UNUSED)


class SafeHeaders:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if _is_signed_in(request):
            # Dossiers must not stay behind on the disk of a shared computer, nor come back by its back button.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _is_signed_in(request) -> bool:
    """Static files are answered before the visitor is known; they carry no session and may be cached."""
    return hasattr(request, "user") and request.user.is_authenticated
