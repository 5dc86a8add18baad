"""English: day before month in letters, so that 3/4 is never read two ways."""

from shapan.foundation import formats

DATE_FORMAT = "j M Y"
SHORT_DATE_FORMAT = "Y-m-d"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
MONTH_DAY_FORMAT = "j M"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = formats.ISO_DATES
DATETIME_INPUT_FORMATS = formats.ISO_MOMENTS
