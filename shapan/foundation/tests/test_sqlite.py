"""The engine, seen from outside: what it stores, what it refuses, who comes first."""

import sqlite3
import sys
import threading
import time
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from datetime import time as clock
from decimal import Decimal

import pytest
from django.apps.registry import Apps
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, IntegrityError, OperationalError, connections, models, transaction
from django.db.models.functions import MD5, TruncMonth

from shapan.foundation.sqlite import driver, queue
from shapan.foundation.sqlite.base import DatabaseWrapper

ENGINE = "engine"
ISOLATED = Apps()  # these models exist here only: no migration, no table in the product


class Deal(models.Model):
    price = models.DecimalField(max_digits=12, decimal_places=2)
    signed_on = models.DateField()
    seen_at = models.DateTimeField()
    rings_at = models.TimeField()
    won = models.BooleanField()
    terms = models.JSONField()
    name = models.CharField(max_length=50, unique=True)

    class Meta:
        apps, app_label = ISOLATED, "foundation"

    def __str__(self):
        return self.name


class Remark(models.Model):
    deal = models.ForeignKey(Deal, models.DO_NOTHING)

    class Meta:
        apps, app_label = ISOLATED, "foundation"

    def __str__(self):
        return f"on {self.deal_id}"


@contextmanager
def connected(settings):
    """Give this thread a connection to the engine's database, as `connections["engine"]`."""
    connections[ENGINE] = connection = DatabaseWrapper(settings, ENGINE)
    try:
        yield connection
    finally:
        connection.close()
        del connections[ENGINE]


@pytest.fixture
def settings_of_engine(tmp_path, django_db_blocker):
    plain = connections.configure_settings({"default": {"NAME": tmp_path / "engine.sqlite3"}})["default"]
    with django_db_blocker.unblock():
        yield {**plain, "TIME_ZONE": "UTC"}


@pytest.fixture
def engine(settings_of_engine):
    with connected(settings_of_engine) as connection:
        with connection.schema_editor() as schema:
            schema.create_model(Deal)
            schema.create_model(Remark)
        yield connection


def deal(**values):
    given = {
        "name": "Hebei",
        "price": Decimal("12345678.90"),
        "signed_on": date(2026, 3, 31),
        "seen_at": datetime(2026, 3, 31, 8, 30, 15, 123456, tzinfo=UTC),
        "rings_at": clock(7, 45),
        "won": True,
        "terms": {"100%": ["第一", 2]},
    }
    return Deal(**given | values)


def pragma(connection, name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def test_every_connection_is_durable_checked_and_on_a_safe_engine(engine):
    assert engine.get_database_version() >= driver.SAFE_IN_WAL
    assert (pragma(engine, "journal_mode"), pragma(engine, "synchronous")) == ("wal", 2)
    assert (pragma(engine, "foreign_keys"), pragma(engine, "busy_timeout")) == (1, 20_000)


def test_values_come_back_as_they_went_in(engine):
    given = deal()
    given.save(using=ENGINE)

    kept = Deal.objects.using(ENGINE).get()

    names = [field.name for field in Deal._meta.fields]
    assert {n: getattr(kept, n) for n in names} == {n: getattr(given, n) for n in names}
    with engine.cursor() as cursor:
        cursor.execute("SELECT price, won, signed_on FROM foundation_deal WHERE name = %(name)s", {"name": "Hebei"})
        assert cursor.fetchone()[2] == date(2026, 3, 31)


def test_a_thousand_rows_go_in_at_once(engine):
    Deal.objects.using(ENGINE).bulk_create(deal(name=f"{i} % of %s") for i in range(1000))
    assert Deal.objects.using(ENGINE).filter(name__endswith="% of %s").count() == 1000
    with engine.cursor() as cursor:
        cursor.executemany(
            "UPDATE foundation_deal SET won = %s WHERE name = %s", ((False, f"{i} % of %s") for i in (1, 2))
        )
    assert Deal.objects.using(ENGINE).filter(won=False).count() == 2


@pytest.mark.usefixtures("engine")
def test_djangos_own_functions_answer():
    deal().save(using=ENGINE)
    found = Deal.objects.using(ENGINE).filter(name__iregex="^he.ei$", terms__has_key="100%", signed_on__year=2026)
    row = found.annotate(month=TruncMonth("signed_on"), mark=MD5("name")).get()
    assert (row.month, len(row.mark)) == (date(2026, 3, 1), 32)
    assert found.aggregate(spread=models.StdDev("price")) == {"spread": 0}


def test_the_drivers_refusals_are_djangos(engine):
    deal().save(using=ENGINE)
    with pytest.raises(IntegrityError):
        deal().save(using=ENGINE)
    with pytest.raises(OperationalError), engine.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")


def test_foreign_keys_are_checked_at_the_end_and_undone(engine):
    with pytest.raises(IntegrityError), transaction.atomic(using=ENGINE):
        Remark(deal_id=7).save(using=ENGINE)
    with transaction.atomic(using=ENGINE):
        Remark(deal_id=1).save(using=ENGINE)  # the deal comes later in the same transaction
        deal(id=1).save(using=ENGINE)
    with engine.constraint_checks_disabled():
        Remark(deal_id=9).save(using=ENGINE)
    with pytest.raises(IntegrityError, match="'9'"):
        engine.check_constraints()
    assert Remark.objects.using(ENGINE).count() == 2


@pytest.mark.usefixtures("engine")
def test_a_savepoint_undoes_its_part_only():
    with transaction.atomic(using=ENGINE):
        deal(name="kept").save(using=ENGINE)
        with pytest.raises(IntegrityError), transaction.atomic(using=ENGINE):
            deal(name="kept").save(using=ENGINE)
        deal(name="also kept").save(using=ENGINE)
    assert Deal.objects.using(ENGINE).count() == 2


class Writers:
    """Threads, each with a connection of its own; what goes wrong in one is raised by `done`."""

    def __init__(self, settings):
        self.settings, self.threads, self.errors = settings, [], []

    def start(self, work):
        def run():
            try:
                with connected(self.settings):
                    work()
            except Exception as error:  # noqa: BLE001 -- judged by the test, in its own thread
                self.errors.append(error)

        self.threads.append(threading.Thread(target=run))
        self.threads[-1].start()

    def done(self):
        for thread in self.threads:
            thread.join(30)
        if self.errors:
            raise self.errors[0]


@pytest.fixture
def writers(settings_of_engine):
    return Writers(settings_of_engine)


def waiting_for(settings, count):
    """Until that many writers stand in the queue."""
    line = queue.of(str(settings["NAME"]))._waiting
    while len(line) < count:
        time.sleep(0.001)


@pytest.mark.usefixtures("engine")
def test_read_then_write_loses_no_update(writers):
    deal(price=0).save(using=ENGINE)

    def add_one():
        for _ in range(25):
            with transaction.atomic(using=ENGINE):
                row = Deal.objects.using(ENGINE).get()
                row.price += 1
                row.save(using=ENGINE)

    for _ in range(4):
        writers.start(add_one)
    writers.done()

    assert Deal.objects.using(ENGINE).get().price == 100


@pytest.mark.usefixtures("engine")
def test_writers_are_served_in_the_order_of_arrival(writers, settings_of_engine):
    served = []

    def write(number):
        with transaction.atomic(using=ENGINE):
            served.append(number)

    with transaction.atomic(using=ENGINE):
        for number in range(8):
            writers.start(lambda number=number: write(number))
            waiting_for(settings_of_engine, number + 1)
    writers.done()

    assert served == list(range(8))


@pytest.mark.usefixtures("engine")
def test_a_writer_is_refused_when_its_patience_ends_and_the_next_is_served(settings_of_engine):
    hurried = Writers({**settings_of_engine, "OPTIONS": {"timeout": 0.05}})
    with transaction.atomic(using=ENGINE):
        hurried.start(lambda: transaction.atomic(using=ENGINE).__enter__())
        with pytest.raises(OperationalError, match="locked"):
            hurried.done()

    with transaction.atomic(using=ENGINE):
        deal().save(using=ENGINE)


@pytest.mark.parametrize("end", ["commit", "rollback", "close", "refused"])
def test_every_way_out_of_a_transaction_ends_the_turn(engine, writers, end):
    def leave():
        with transaction.atomic(using=ENGINE):
            if end == "rollback":
                transaction.set_rollback(True, using=ENGINE)
            if end == "close":
                connections[ENGINE].close()
            if end == "refused":
                Remark(deal_id=7).save(using=ENGINE)  # found out when committing

    writers.start(leave)
    with pytest.raises(DatabaseError) if end == "refused" else nullcontext():
        writers.done()

    assert not queue.of(str(engine.settings_dict["NAME"]))._taken


@pytest.mark.usefixtures("engine")
def test_a_begin_that_fails_ends_the_turn(settings_of_engine):
    """Another process holds the file: stands for any reason why BEGIN fails."""
    other = driver.DRIVER.connect(str(settings_of_engine["NAME"]), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    hurried = Writers({**settings_of_engine, "OPTIONS": {"timeout": 0.05}})
    hurried.start(lambda: transaction.atomic(using=ENGINE).__enter__())
    with pytest.raises(OperationalError):
        hurried.done()
    other.close()

    with transaction.atomic(using=ENGINE):
        deal().save(using=ENGINE)


def test_many_first_connections_at_once(writers):
    """SQLite does not wait when two connections turn a new file to WAL together."""
    start = threading.Barrier(16)

    def connect():
        start.wait()
        assert pragma(connections[ENGINE], "journal_mode") == "wal"

    for _ in range(16):
        writers.start(connect)
    writers.done()


def test_a_memory_database_is_shared_by_its_connections(settings_of_engine):
    settings = {**settings_of_engine, "NAME": "file:engine?mode=memory&cache=shared"}
    with connected(settings) as first:
        with first.schema_editor() as schema:
            schema.create_model(Deal)
        deal().save(using=ENGINE)
    with connected(settings) as second:  # Django keeps the first open, or the database would be gone
        assert Deal.objects.using(ENGINE).count() == 1
        assert pragma(second, "synchronous") == 2
    for connection in (first, second):
        connection.connection.close()


@pytest.mark.parametrize("option", [{"synchronous": "NORMAL; DROP"}, {"journal_mode": "MEMORY"}])
def test_an_unknown_option_is_refused(settings_of_engine, option):
    with pytest.raises(ImproperlyConfigured), connected({**settings_of_engine, "OPTIONS": option}) as connection:
        connection.ensure_connection()


def test_an_affected_library_is_not_chosen(monkeypatch):
    assert driver.choose() is not sqlite3
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    assert driver.choose() is sqlite3
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert driver.choose() is sqlite3
