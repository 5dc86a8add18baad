"""Chinese: as Django has it, except that ISO is understood and written first."""

from shapan.foundation import formats

DATE_FORMAT = "Y年n月j日"
SHORT_DATE_FORMAT = "Y-m-d"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y年n月j日 H:i"
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
MONTH_DAY_FORMAT = "n月j日"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = [*formats.ISO_DATES, "%Y年%m月%d日"]
DATETIME_INPUT_FORMATS = formats.ISO_MOMENTS
