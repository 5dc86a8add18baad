"""The system is an actor like any other: commands and jobs that no person started sign with its name."""

import datetime

from django.db import migrations


def enrol(apps, schema_editor):
    user = apps.get_model("identity", "User")(username="system", name="Shapan", password="!")
    user.save()
    holding = apps.get_model("identity", "RoleHolding")
    holding(user=user, role="system", started_on=datetime.date(2000, 1, 1)).save()


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]
    operations = [migrations.RunPython(enrol, migrations.RunPython.noop)]
