/**
 * The bounds of what a crossing takes from outside, each with its reason: whatever a stranger shows, types or sends, the
 * work of the next scan stays small. What goes beyond is said to the officer, never dropped in silence.
 */

/** Most people of one crossing. The largest class of bus, with those who stand in it, carries eighty. */
export const mostTravellers = 80

/** Most people of a recorded crossing: as many as an earlier version took, whose journals are read still. */
export const mostRecordedTravellers = 120

/** Most people that an officer can say there are: three digits. */
export const mostPeopleCounted = 999

/**
 * Most things that one traveller shows: results of four systems, three kinds of card and an old one of each, a paper
 * and what is said beside it. All of them are compared with each other: 66 pairs.
 */
export const mostEvidence = 12

/**
 * Longest text of the open crossing on disk, in UTF-16 units: it is written whole at every scan and read at a restart.
 * A full bus with a result and a card each takes 0.4 million, with the largest results that there are 1 million.
 */
export const longestDraft = 2_000_000

/** Longest name that is compared, in UTF-16 units: certificates have up to 100 each for family and given name. */
export const longestComparedName = 256

/**
 * Most parts of a name that is compared. A name of eight parts is rare, and Singapore's codes repeat some. What has more
 * is compared by eye: cut short, two such names could pass for one.
 */
export const mostNameParts = 20

/** Names whose parts are kept ready to be compared: those of two full buses with all that they show. */
export const mostNamesKept = 2_000

/** Plates that were read already: those of three days at a busy post. */
export const mostPlatesKept = 20_000

/** Earlier crossings of one person or certificate that a scan looks at, newest first: more than a shuttle driver's of three days. */
export const mostEarlier = 50

/** Plates that are suggested at once: as many as the screen has room for. */
export const mostSuggested = 8

/** Most open referrals that are listed at once: a page that is read, and not a day's work. */
export const mostReferralsListed = 300

/** Longest free text of a field, in UTF-16 units. */
export const longestField = 120

/** Longest reason, or note, in the officer's own words. */
export const longestNote = 500

/**
 * Instants that are taken from outside, epoch milliseconds: of the years that calendar-date.ts takes for dates, and a day
 * more for zones and ends of days.
 */
export const earliestInstant = Date.UTC(1899, 11, 31)
export const latestInstant = Date.UTC(2200, 0, 2)
