"""The product's own codebook, and checks with a few duties."""

import pytest

from analysis.codebookfiles import load_codebook
from analysis.comparing.checks.checking import Manuals, check_tables
from analysis.comparing.labels import labels
from analysis.duties import Duty


def duty(key, name, **more):
    return Duty.model_validate({"id": key, "name": name, "definition": name, **more})


DUTIES = (
    duty("talks", "谈心谈话", themes=["talks"], indicators=["heart_talks"]),
    duty("group", "中心组学习", themes=["theory_study"], words=["中心组"]),
    duty(
        "study",
        "专题研究",
        themes=["main_responsibility"],
        words=["部署"],
        occasions=["党组会"],
        titles=["责任清单"],
    ),
    duty("first", "第一责任人", themes=["dual_duty"], personal=True),
    duty("problems", "问题自查", part="problems"),
    duty("plan", "下一步打算", part="plan"),
)


@pytest.fixture(scope="module")
def manual():
    return load_codebook()


@pytest.fixture
def check(manual):
    """Gives the tables of the checks for reports that were written by hand."""

    def checked(written):
        tables = written.tables()
        return check_tables(tables, labels(tables["documents"]), Manuals(manual, DUTIES))

    return checked
