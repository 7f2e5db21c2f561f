/**
 * How much of a results file is read. A day of a province fits with room to spare; what is larger is not one
 * laboratory's file of results, or is made to fill the memory of the machine that holds the keys.
 */

/** Bytes of the file. */
export const mostBytes = 64 * 1024 * 1024

/** Results. A run of so many takes minutes, and is still one printed list that a person can follow. */
export const mostRows = 50_000

/** Columns of a table, members of a JSON entry. */
export const mostColumns = 100

/** Cells of a sheet, empty ones that have a form among them: of all rows, and as many columns as a list of results has. */
export const mostCells = 1_000_000

/** Elements of a part of a workbook, five for each cell; how deep they stand in each other, and attributes of one. */
export const mostElements = 5 * mostCells
export const mostDepth = 32
export const mostAttributes = 64

/** Cells under merged ones that are looked at: merged cells may lie over each other as often as somebody writes it. */
export const mostCovered = 5_000_000

/** Characters in a cell: a note may be long, the fields that are signed have 80 at most. */
export const longestCell = 2_000

/** Lines above the heading: title, address, date, what the columns mean. */
export const mostTitleLines = 30

/** Entries of an .xlsx file, and bytes that they may unfold to. Spreadsheets shrink to about a tenth; a bomb to a thousandth. */
export const mostZipEntries = 1_000
export const mostUnfolded = 256 * 1024 * 1024
