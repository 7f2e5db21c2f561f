/** How large what is sent may be: what a kiosk makes, and what anybody takes from a stranger. */

const mebibyte = 2 ** 20

/** Entries in a batch: some tens of milliseconds of a hub's work, so that no batch keeps another waiting for long. */
export const mostEntries = 1000

/** Bytes of a sealed batch as a kiosk makes it: a minute on a line of 150 kbit/s, within one time limit of a try. */
export const mostSealed = mebibyte

/**
 * Characters of payloads that a kiosk puts into one batch. Text of this kind comes out at a quarter to a third, so that one
 * seldom has to be halved; and even three bytes to a character inflate to less than is taken.
 */
export const mostCharacters = 2 * mebibyte

/** Bytes of a sealed file that is read at all: one entry alone may be larger than a batch is meant to be. */
export const mostTaken = 8 * mebibyte

/** Bytes that a batch may inflate to. What goes on after that is not inflated. */
export const mostInflated = 8 * mebibyte

/**
 * Names that are looked at in one folder: a year of batches that nobody fetched is a tenth of it. Whoever fills a stick with
 * more hides what lies behind them, as if it had been taken off, and keeps no trip waiting.
 */
export const mostNamesInFolder = 10_000

/** Bytes of the line in front of a sealed file: two keys that open it, and some names. */
export const mostOuter = 4096

/** Bytes of a statement: with the changes of keys that go along, each some 600 bytes. */
export const mostStatement = 32_768

/** Changes of a kiosk's keys that one batch brings along: a kiosk that changed more often has not been heard of for years. */
export const mostKeyChanges = 32
