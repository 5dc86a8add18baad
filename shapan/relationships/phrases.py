"""Criteria and indicators in the reader's language, and how each is counted."""

from django.utils.translation import gettext_lazy as _

from shapan.relationships.terms import Criterion, General, PersonKind, Roof

CRITERIA = {
    Criterion.ACCEPTANCE: _("Acceptance"),
    Criterion.PARTICIPATION: _("Participation"),
    Criterion.INFORMATION: _("Information"),
    Criterion.GUIDANCE: _("Guidance"),
}
PERSON_KINDS = {
    PersonKind.SENIOR: _("Senior"),
    PersonKind.DIFFICULT: _("Difficult"),
    PersonKind.RISING: _("Rising star"),
    PersonKind.RETIRED: _("Retired or left"),
    PersonKind.NEW_FIELD: _("New field"),
    PersonKind.MOBILE: _("On the move"),
}
ROOF = {
    Roof.AGREEMENT: _("Strategic agreement"),
    Roof.EXECUTIVES: _("Executive meetings in 12 months"),
    Roof.INNOVATION: _("Joint innovation"),
    Roof.PLANNING: _("Joint business planning"),
    Roof.CRISIS: _("Support in a crisis"),
    Roof.ECOSYSTEM: _("Ecosystem"),
}
GENERAL = {
    General.DEPARTMENT_COVERAGE: _("Departments covered"),
    General.RESPONSE: _("Answers within a week"),
    General.REPUTATION: _("Reputation in the field"),
    General.INFORMANTS: _("Independent sources"),
    General.RISING_STARS: _("Rising stars covered"),
    General.EXCHANGES: _("Technical exchanges in 90 days"),
    General.STANDING: _("Technical standing"),
    General.ENABLEMENT: _("Trainings in 180 days"),
    General.ISSUES: _("Issues solved in time"),
    General.BACKUP: _("Colleagues in touch"),
    General.FEEDBACK: _("Feedback adopted"),
}

# What the number of a reading means (domain.md §3, §4).
SCALES = {
    General.RESPONSE: _("Of survey, data and scheme review, how many were answered within a week: 0 to 3."),
    General.REPUTATION: _(
        "1 no complaint and they volunteer information; 0 no complaint; minus the number of complaints."
    ),
    General.INFORMANTS: _("People of different departments whose word was verified in 180 days."),
    General.RISING_STARS: _("Share of the known rising stars with an owner and a contact within 90 days: 0 to 1."),
    General.STANDING: _("In their words: 2 the benchmark, 1 equal, 0 behind."),
    General.ISSUES: _("Share of users’ issues answered in time and solved: 0 to 1."),
    General.FEEDBACK: _("Share of users’ feedback adopted and closed: 0 to 1; −1 none is collected."),
    Roof.AGREEMENT: _("3 group, 2 region, 1 project frame, 0 none."),
    Roof.INNOVATION: _("Of joint laboratory and joint public project, how many: 0 to 2."),
    Roof.PLANNING: _("Of annual plan and strategy workshop, how many: 0 to 2."),
    Roof.CRISIS: _("3 a documented case, 2 words only, 1 no case, 0 we were blamed."),
    Roof.ECOSYSTEM: _("Of partner plan, exchange of talent and joint marketing, how many: 0 to 3."),
}
