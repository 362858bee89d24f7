"""What other tools call the fields of an article."""

from collections.abc import Mapping
from datetime import date
from typing import Any

# tool -> its key -> our field. Where several keys stand for one field the first that is filled counts.
DIALECTS: Mapping[str, Mapping[str, str]] = {
    # NewsArticle.get_serializable_dict of news-please; "text" is empty there, or an older name of "maintext".
    "news-please": {
        "maintext": "text",
        "title_page": "title",
        "title_rss": "title",
        "source_domain": "source",
        "date_publish": "published",
    },
    # Article.to_json of newspaper4k, and the same attributes of newspaper3k, which writes no JSON itself.
    "newspaper": {"canonical_link": "url", "meta_site_name": "source", "publish_date": "published"},
    # trafilatura --json; its "source" is an address, which ``understood`` sees to.
    "trafilatura": {
        "raw_text": "text",
        "hostname": "source",
        "sitename": "source",
        "source-hostname": "source",
        "date": "published",
    },
}
KEYS = tuple(dict.fromkeys(key for keys in DIALECTS.values() for key in keys))


def understood(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same mapping with the fields that are empty under our names filled from those of other tools.

    Our own names always win. Values of types that the field cannot have stay unread: a key that only
    happens to be called like another tool's is none of our business.
    """
    filled = dict(value)
    if "source-hostname" in value:  # trafilatura's, whose "source" is where the page was found
        filled["url"] = value.get("url") or value.get("source")
        filled["source"] = None
    for keys in DIALECTS.values():
        for key, field in keys.items():
            if key in value and _fills(value[key], field) and not _fills(filled.get(field), field):
                filled[field] = value[key]
    return filled


def _fills(value: object, field: str) -> bool:
    """Whether a value says something; news-please writes ``"None"`` for a date it did not find."""
    if field == "published" and isinstance(value, date):
        return True
    return isinstance(value, str | bytes) and bool(value.strip()) and value != "None"
