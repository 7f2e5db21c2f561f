/** The search index by spans: days, and weeks of which the days were joined. What it held is taken in anew. */
export const sql = `
DROP TABLE search_days;
DELETE FROM search_blocks;
UPDATE search_progress SET through = 0;

-- Projection: the days and weeks that have blocks (see main/journal/search/span.ts).
CREATE TABLE search_spans (span INTEGER PRIMARY KEY) STRICT;
`
