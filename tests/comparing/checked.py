"""Reports to check, and the findings of one kind."""

from written import Written, coding, number


def findings(made, kind):
    return made["checks"][made["checks"]["kind"].eq(kind)]["finding"].to_list()


def studied(admission, status="reported"):
    value = 6.0 if status == "reported" else None
    return (
        Written()
        .report("a")
        .say("work", "专题研究党风廉政6次。", number("研究党风廉政6次", value, "special_study_sessions", status=status))
        .state("special_study_sessions", status, "研究党风廉政6次")
        .say("problems", admission)
    )


def many(count, *, claim=0, business=0, masked=0):
    written = Written().report("a")
    for n in range(count):
        domain = "business" if n < business else "party"
        status = "masked" if n < masked else "reported"
        value = None if status == "masked" else 1.0
        found = coding("talks", f"事项{n}", claim=n < claim), number(f"第{n}次", value, domain=domain, status=status)
        written.say("work", f"事项{n}办了第{n}次。", *found)
    return written
