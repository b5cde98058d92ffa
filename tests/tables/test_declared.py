from importlib import import_module
from pkgutil import walk_packages

from analysis import tables
from analysis.tables.base import Table
from analysis.tables.coding import CONTRACT
from analysis.tables.declared import declared


def every() -> list[Table]:
    modules = [import_module(module.name) for module in walk_packages(tables.__path__, "analysis.tables.")]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Table)]


def test_every_declared_table_is_found_by_its_name():
    assert set(declared()) >= {table.name for table in CONTRACT} | {"crosstab", "keyness", "reuse_pairs"}
    assert {table.name: table for table in every()} == declared()


def test_no_two_tables_have_one_name():
    assert len({table.name for table in every()}) == len({id(table) for table in every()})
