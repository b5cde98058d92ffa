"""Words, and those that set a report apart."""

from analysis.tables.base import DOCUMENT, ROLE, SENTENCE, SPAN, Table, columns, measured

WORDS = Table(
    "words",
    "分词",
    (DOCUMENT, SENTENCE, ROLE, *columns("text", word="词"), *SPAN),
)
KEYNESS = Table(
    "keyness",
    "特征词",
    (
        *columns("text", word="词"),
        # occurrences, words and sentences of the report and of what it is compared with
        *columns("integer", count="本报告次数", total="本报告词数", sentences="本报告句数"),
        *columns("integer", other_count="对照次数", other_total="对照词数", other_documents="对照中用到的报告数"),
        *measured("rounded", per_thousand="本报告每千词", other_per_thousand="对照每千词"),
        *measured("rounded", g2="对数似然值G²", log_ratio="对数比", p="校正后p值"),
    ),
)
