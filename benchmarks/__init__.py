"""What is measured, on what data, against whom: ``python -m benchmarks --list``."""
