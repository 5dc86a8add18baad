"""How dates look. ISO comes first among the inputs, or `<input type="date">` would be given a value it cannot show."""

ISO_DATES = ["%Y-%m-%d", "%Y/%m/%d"]
ISO_MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M"]
