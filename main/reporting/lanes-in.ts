/** Of which lanes a report may be asked for: every one at which a journal was kept. */
import { readPlaces } from '../journal/index.ts'
import type { JournalToRead } from './crossings-of.ts'

/** The newest first. @param now how the lane is called now */
export const lanesIn = ({ folder, key }: JournalToRead, now: string): string[] => [
  ...new Set([...readPlaces(folder, key).map(({ lane }) => lane), now].toReversed()),
]
