"""Version 1: the routes, each one query or one action."""

from typing import Annotated

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.timezone import localdate
from ninja import Header, NinjaAPI, Query, Status
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer
from pydantic import UUID4

from shapan.accounts import queries as accounts
from shapan.api import queries
from shapan.api.phrases import REMEDIES, TITLES
from shapan.api.schemas import InteractionIn, InteractionOut, InteractionPage, ProblemOut
from shapan.api.terms import Problem
from shapan.compliance import actions as compliance
from shapan.compliance.terms import Door
from shapan.interactions import actions
from shapan.interactions import queries as interactions
from shapan.interactions.actions import Promised
from shapan.kernel.errors import Refused

MOST = 200
STATUS = {Problem.UNAUTHORIZED: 401, Problem.NOT_FOUND: 404}


class Bearer(HttpBearer):
    """The colleague of the token; never the session of a browser, which another site could ride on."""

    def authenticate(self, request: HttpRequest, token: str):
        user = queries.bearer(secret=token, today=localdate())
        if user is not None:
            request.user = user
        return user


api = NinjaAPI(
    title="Shapan",
    version="1",
    urls_namespace="api",
    auth=Bearer(),
    docs_url=None,
    docs_decorator=login_required,
)
PROBLEMS = {401: ProblemOut, 404: ProblemOut, 422: ProblemOut}


@api.get("interactions", response={200: InteractionPage, **PROBLEMS}, url_name="interactions")
def list_interactions(
    request, account_id: int | None = None, after: int | None = None, limit: Annotated[int, Query(ge=1, le=MOST)] = 50
):
    """Contacts with the customers you may see, those logged last first; `after` is the `next` of the page before."""
    who = {"actor": request.user, "today": localdate()}
    if account_id is not None:
        _seen_or_404(account_id, who)
    rows = interactions.contacts_logged(**who, account_id=account_id, after=after, limit=limit + 1)
    told = [InteractionOut.of(row) for row in rows[:limit]]
    return InteractionPage(rows=told, next=told[-1].id if len(rows) > limit else None)


@api.post("interactions", response={201: InteractionOut, **PROBLEMS}, url_name="interactions")
def log_interaction(
    request,
    contact: InteractionIn,
    idempotency_key: Annotated[UUID4 | None, Header(alias="Idempotency-Key")] = None,
):
    """Log one contact, as the page does. Sent again under the same key, it is the same contact."""
    who = {"actor": request.user, "today": localdate()}
    _seen_or_404(contact.account_id, who)
    told = contact.model_dump(exclude={"promises", "person_ids", "colleague_ids"})
    logged = actions.log_interaction(
        **who, **told, door=Door.API, token=idempotency_key,
        person_ids=tuple(contact.person_ids), colleague_ids=tuple(contact.colleague_ids),
        promises=tuple(Promised(one.text, one.due_on, person_id=one.person_id) for one in contact.promises),
    )  # fmt: skip
    row = interactions.contact(**who, interaction_id=logged.interaction.pk)
    return Status(201, InteractionOut.of(row))


def _seen_or_404(account_id: int, who) -> None:
    if accounts.account(account_id=account_id, **who) is None:
        raise Http404


def problem(kind: Problem, detail: str = "", field: str = "") -> JsonResponse:
    status = STATUS.get(kind, 422)
    told = {
        "type": f"urn:shapan:problem:{kind}", "title": str(TITLES[kind]), "status": status,
        "detail": detail or str(TITLES[kind]), "field": field, "remedy": str(REMEDIES[kind]),
    }  # fmt: skip
    return JsonResponse(told, status=status, content_type="application/problem+json")


@api.exception_handler(Refused)
def refused(_request, refusal: Refused):
    kinds = ((compliance.Withheld, Problem.WITHHELD), (compliance.QuietPeriod, Problem.QUIET))
    kind = next((kind for refusals, kind in kinds if isinstance(refusal, refusals)), Problem.REFUSED)
    return problem(kind, str(refusal), refusal.field)


@api.exception_handler(ValidationError)
def invalid(_request, wrong: ValidationError):
    """The first field that is wrong; never what was sent in it."""
    first = wrong.errors[0]
    place = [str(part) for part in first["loc"] if part not in {"body", "query", "header", "contact"}]
    return problem(Problem.INVALID, first["msg"], ".".join(place))


@api.exception_handler(Http404)
def not_found(_request, _unknown):
    return problem(Problem.NOT_FOUND)


@api.exception_handler(AuthenticationError)
def unauthorized(_request, _unknown):
    return problem(Problem.UNAUTHORIZED)
