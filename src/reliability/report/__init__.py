"""A ranking for people and for programs: text, JSON types, frames. A report recomputes nothing."""
