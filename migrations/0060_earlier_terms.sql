-- A term that was put on record after the one that followed it: which that was. None where it was recorded as it happened.
ALTER TABLE term ADD COLUMN entered_before TEXT;
