/**
 * Among the changes of a crossing are notes. The tables stay as they are: the format is another one so that an earlier
 * version, which knows of no notes, does not take them for strangers.
 */
export const sql = ''
