/** Whose reports they are, as checkpoint and policy say it. */
import type { CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import type { Checkpoint } from '../profile/index.ts'
import type { ExportSource } from './export/export-order.ts'

/** @param policy null: there is none that can be read */
export const reportSource = (
  { kiosk, name: post, lane, mode, province }: Checkpoint,
  policy: Pick<CheckpointPolicy, 'letterhead'> | null,
): ExportSource => ({ kiosk, post, lane, mode, province: province ?? null, letterhead: policy?.letterhead })
