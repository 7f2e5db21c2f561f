/** A disk that takes no more, as the system and SQLite say it. `EFBIG`: FAT32 takes no file of 4 GiB. */
const full: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'])

/** Whether an error says that there is no room. */
export const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && full.has(error.code)
