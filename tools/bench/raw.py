"""The same rows by hand: one connection kept open, SQL written for the purpose, tuples and nothing around them.

This is the floor a page stands on, not a page: no session, no translation, no template. Rights are judged once, in the
first statement, for the colleague who asks.
"""

from datetime import date, timedelta

from django.db import connection

LED = """
WITH RECURSIVE led(id) AS (
    SELECT unit_id FROM identity_post WHERE holder_id = {user} AND heads
    UNION SELECT unit.id FROM identity_unit unit JOIN led ON unit.parent_id = led.id
), below(id) AS (
    SELECT CAST({user} AS bigint) UNION SELECT person.id FROM identity_user person JOIN led ON person.unit_id = led.id
) SELECT account_id FROM access_grant WHERE user_id IN (SELECT id FROM below)"""
OWN = "SELECT account_id FROM access_grant WHERE user_id = {user}"
ALL = "SELECT id FROM accounts_account"
SEEN = "SELECT * FROM accounts_account WHERE id IN ({ids}) AND id IN ({reach})"
LIST = """
SELECT a.id, a.name, parent.name, a.tier, a.industry,
  (SELECT u.name FROM teams_seat s JOIN identity_user u ON u.id = s.holder_id
   WHERE s.account_id = a.id AND s.role = 'AR' AND s.ended_on IS NULL LIMIT 1),
  (SELECT i.held_on FROM interactions_interaction i WHERE i.account_id = a.id AND i.effective AND i.held_on <= %s
   ORDER BY i.held_on DESC LIMIT 1)
FROM accounts_account a LEFT JOIN accounts_account parent ON parent.id = a.parent_id
WHERE a.id IN ({reach}) AND EXISTS (
  SELECT 1 FROM accounts_accountrole r WHERE r.account_id = a.id AND r.role = 'customer' AND r.ended_on IS NULL)
ORDER BY a.name, a.id LIMIT 51"""
SEATS = """
SELECT unit.account_id, seat.id, seat.code, seat.chain, seat.weight, seat.required,
  held.person_id, held.influence, held.share, held.confidence
FROM decisions_decisionunit unit JOIN decisions_decisionseat seat ON seat.unit_id = unit.id
LEFT JOIN decisions_seatholder held ON held.seat_id = seat.id AND held.ended_on IS NULL
WHERE unit.is_default AND unit.account_id IN ({ids})"""
POSTS = """
SELECT a.id, person.id, person.name, post.id, post.title, post.grade, d.id, d.name, post.account_id, a.started_on
FROM people_post post JOIN people_appointment a ON a.post_id = post.id JOIN people_person person ON
person.id = a.person_id LEFT JOIN accounts_department d ON d.id = post.department_id WHERE a.ended_on IS NULL"""
TOUCHES = """
SELECT part.person_id, max(CASE WHEN i.effective THEN i.held_on END), count(*)
FROM interactions_interactionperson part JOIN interactions_interaction i ON i.id = part.interaction_id
WHERE part.person_id IN ({ids}) GROUP BY part.person_id"""
EVIDENCE = """
SELECT person_id, id, criterion, level, statement, observed_on, verified_on FROM relationships_evidence
WHERE person_id IN ({ids})"""
CLAIMS = "SELECT person_id, level, claimed_on, reason FROM relationships_claim WHERE person_id IN ({ids})"
CONTACTS = """
SELECT i.id, i.kind, i.held_on, i.purpose, i.outcome, i.quote, i.next_step, i.next_on, i.effective
FROM interactions_interaction i """
THERE = """
SELECT part.interaction_id, p.id, p.name FROM interactions_interactionperson part
JOIN people_person p ON p.id = part.person_id WHERE part.interaction_id IN ({ids})"""
OURS = """
SELECT part.interaction_id, u.id, u.name FROM interactions_interactioncolleague part
JOIN identity_user u ON u.id = part.colleague_id WHERE part.interaction_id IN ({ids})"""
FAMILY = """
WITH RECURSIVE up(id, parent_id) AS (
  SELECT id, parent_id FROM accounts_account WHERE id = %s
  UNION SELECT a.id, a.parent_id FROM accounts_account a JOIN up ON a.id = up.parent_id
), down(id) AS (
  SELECT CAST(%s AS bigint) UNION SELECT a.id FROM accounts_account a JOIN down ON a.parent_id = down.id
) SELECT id, parent_id, name, tier FROM accounts_account WHERE id IN (SELECT id FROM up UNION SELECT id FROM down)"""
AROUND = (
    """SELECT s.role, u.id, u.name, s.started_on FROM teams_seat s JOIN identity_user u ON u.id = s.holder_id
    WHERE s.account_id = %s AND s.ended_on IS NULL""",
    "SELECT id, name, parent_id, relevant FROM accounts_department WHERE account_id = %s",
    "SELECT person_id, level, due_on FROM relationships_target WHERE account_id = %s",
    "SELECT person_id, competitor_id, level FROM intelligence_competitorstanding WHERE account_id = %s",
    "SELECT indicator, value, statement, observed_on FROM relationships_indicatorreading WHERE account_id = %s",
    "SELECT id, text, person_id, owner_id, due_on FROM interactions_promise WHERE account_id = %s AND kept_on IS NULL",
)

STAGES = ("discovery", "qualified", "proposal", "negotiation", "on_hold", "won", "lost")
BOARD = """
SELECT o.id, o.name, a.name, u.name, o.amount, o.currency, o.expected_on, o.decided_on
FROM opportunities_opportunity o JOIN accounts_account a ON a.id = o.account_id JOIN identity_user u ON u.id = o.owner_id
WHERE o.stage = %s AND o.account_id IN ({reach}) ORDER BY o.expected_on, o.id DESC LIMIT 51"""
BOARD_TOTALS = """
SELECT stage, currency, sum(amount), count(*) FROM opportunities_opportunity WHERE account_id IN ({reach})
GROUP BY stage, currency"""


class Raw:
    """The driver's own connection, set up as the product sets it up."""

    def __init__(self, today: date):
        fresh = connection.copy()
        fresh.ensure_connection()
        self.driver, self.kept = fresh.connection, fresh
        self.mark = "%s" if connection.vendor == "postgresql" else "?"
        self.today, self.year_ago = today.isoformat(), (today - timedelta(days=365)).isoformat()

    def ask(self, sql: str, *values, ids=()) -> list[tuple]:
        """`{ids}` in the statement becomes as many marks as there are ids."""
        sql = sql.replace("{ids}", ", ".join(map(str, ids)) or "NULL").replace("%s", self.mark)
        return self.driver.execute(sql, values).fetchall()

    def ask_nothing(self, sql: str, *values) -> None:
        """A statement that answers no rows."""
        self.driver.execute(sql.replace("%s", self.mark), values)

    def index(self, sql: str, values: list) -> None:
        self.ask(sql, *values)

    def account_list(self, reach: str, user: int) -> None:
        rows = self.ask(LIST.replace("{reach}", reach.replace("{user}", str(user))), self.today)
        persons = {row[6] for row in self.ask(SEATS, ids=[row[0] for row in rows])} - {None}
        self.ask(POSTS + " AND person.id IN ({ids})", ids=persons)
        self._standing(persons)

    def house(self, user: int, account: int) -> None:
        self.ask(SEEN.replace("{reach}", OWN.replace("{user}", str(user))), ids=[account])
        self.ask(FAMILY, account, account)
        for sql in AROUND:
            self.ask(sql, account)
        self.ask(SEATS, ids=[account])
        self._standing([row[1] for row in self.ask(POSTS + " AND post.account_id = %s", account)])
        self.ask(
            "SELECT i.kind, i.held_on, part.colleague_id FROM interactions_interaction i JOIN "
            "interactions_interactioncolleague part ON part.interaction_id = i.id "
            "WHERE i.account_id = %s AND i.effective AND i.held_on >= %s", account, self.year_ago,
        )  # fmt: skip
        self._contacts(CONTACTS + "WHERE i.account_id = %s ORDER BY i.held_on DESC, i.id DESC LIMIT 5", account)

    def board(self, reach: str, user: int) -> None:
        reach = reach.replace("{user}", str(user))
        for stage in STAGES:
            self.ask(BOARD.replace("{reach}", reach), stage)
        self.ask(BOARD_TOTALS.replace("{reach}", reach))

    def person(self, user: int, person: int) -> None:
        self.ask("SELECT id, name, latin_name FROM people_person WHERE id = %s", person)
        self.ask("SELECT kind, value FROM people_contactpoint WHERE person_id = %s", person)
        posts = self.ask(POSTS.replace("a.ended_on IS NULL", "a.person_id = %s"), person)
        self.ask(SEEN.replace("{reach}", OWN.replace("{user}", str(user))), ids=[row[8] for row in posts])
        self.ask(SEATS, ids=[row[8] for row in posts])
        self.ask("SELECT * FROM people_personlink WHERE person_id = %s OR other_id = %s", person, person)
        self._standing([person])
        self._contacts(
            CONTACTS + "JOIN interactions_interactionperson p ON p.interaction_id = i.id WHERE p.person_id = %s "
            "ORDER BY i.held_on DESC LIMIT 30", person,
        )  # fmt: skip

    def _standing(self, persons) -> None:
        for sql in (TOUCHES, EVIDENCE, CLAIMS):
            self.ask(sql, ids=persons)

    def _contacts(self, sql: str, *values) -> None:
        contacts = [row[0] for row in self.ask(sql, *values)]
        self.ask(THERE, ids=contacts)
        self.ask(OURS, ids=contacts)
