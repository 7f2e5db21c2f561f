/** `checkpoint.json` written by the program, so that nobody has to. */
import type { CheckpointWords } from '../../shared/contract/set-up.ts'
import { type Checkpoint, profilePaths, readCheckpoint } from '../profile/index.ts'
import { replaceOwnFile } from '../files/index.ts'

/** Viet Nam's, for a checkpoint that does not say. Minutes east of UTC. */
const usualZone = 420

/** The proxy of a checkpoint, where it has one. */
export const through = ({ proxy }: Pick<Checkpoint, 'proxy'>): Pick<Checkpoint, 'proxy'> =>
  proxy === undefined ? {} : { proxy }

/** Who a checkpoint is, as a person says it. */
export function wordsOf(checkpoint: Checkpoint): CheckpointWords {
  const { name, lane, province = '', zoneMinutes = usualZone } = checkpoint
  return { name, lane, province, zoneMinutes, ...through(checkpoint) }
}

/** The same checkpoint by other words. */
export function withWords({ kiosk, mode }: Checkpoint, words: CheckpointWords): Checkpoint {
  const { name, lane, province, zoneMinutes } = words
  return {
    kiosk,
    name,
    lane,
    ...(province !== '' && { province }),
    zoneMinutes,
    ...through(words),
    mode,
  }
}

/** The file's text. */
export function checkpointText(checkpoint: Checkpoint): string {
  return `${JSON.stringify(checkpoint, null, 2)}\n`
}

/**
 * Changes who the checkpoint of a profile is; its kiosk and its mode stay.
 * @throws CheckpointUnreadable, and the system's error
 */
export function changeCheckpoint(profile: string, words: CheckpointWords): Checkpoint {
  const checkpoint = withWords(readCheckpoint(profile), words)
  replaceOwnFile(profilePaths(profile).checkpoint, checkpointText(checkpoint), 0o644)
  return checkpoint
}
