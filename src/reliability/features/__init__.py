"""What can be measured of an article: one file per question, declared once in ``FEATURES``."""

from reliability.features.attribution import AttributionShare
from reliability.features.boilerplate_ratio import BoilerplateRatio
from reliability.features.claim_status import ClaimStatus
from reliability.features.headline_fidelity import HeadlineFidelity
from reliability.features.name_consistency import NameConsistency
from reliability.features.numeric_consistency import NumericConsistency
from reliability.features.quote_fidelity import QuoteFidelity
from reliability.features.readability import Readability
from reliability.features.restraint import Restraint
from reliability.features.self_consistency import SelfConsistency
from reliability.features.source_variety import SourceVariety
from reliability.features.statement_consistency import StatementConsistency
from reliability.records import Feature

FEATURES: tuple[Feature, ...] = (
    NumericConsistency(),
    QuoteFidelity(),
    SelfConsistency(),
    HeadlineFidelity(),
    StatementConsistency(),
    NameConsistency(),
    ClaimStatus(),
    AttributionShare(),
    SourceVariety(),
    Restraint(),
    BoilerplateRatio(),
    Readability(),
)

__all__ = ["FEATURES"]
