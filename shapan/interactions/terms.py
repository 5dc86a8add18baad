"""Words of contact (domain.md §8.2)."""

from enum import StrEnum


class Kind(StrEnum):
    """How we were in contact. The first three are the three axes (三板斧)."""

    TECHNICAL_EXCHANGE = "technical_exchange"
    MODEL_SITE_VISIT = "model_site_visit"
    HQ_VISIT = "hq_visit"
    EXECUTIVE_MEETING = "executive_meeting"
    POC = "poc"
    JOINT_WORKSHOP = "joint_workshop"
    TRAINING = "training"
    QBR = "qbr"
    MEETING = "meeting"
    BUSINESS_MEAL = "business_meal"
    CALL = "call"
    MESSAGE = "message"
    GREETING = "greeting"
    MASS_MAIL = "mass_mail"


class Warmth(StrEnum):
    """How alive a contact is (domain.md §8.4). NEVER is its own state: no effective contact yet."""

    WARM = "warm"
    COOLING = "cooling"
    COLD = "cold"
    DORMANT = "dormant"
    NEVER = "never"


class Tag(StrEnum):
    LOGGED = "interactions:interaction:log"
    IMPORTED = "interactions:interaction:import"
    OUTCOME_TOLD = "interactions:interaction:outcome"
    PROMISED = "interactions:promise:make"
    PROMISE_KEPT = "interactions:promise:keep"
    PROMISE_REOPENED = "interactions:promise:reopen"
