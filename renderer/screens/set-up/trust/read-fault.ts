/** Why what was typed of a fingerprint is not what the authority read out. */
import type { ReadOut } from '../../../../shared/domain/fingerprint.ts'

export type ReadFault = `read-${Exclude<ReadOut, 'same'>}`
