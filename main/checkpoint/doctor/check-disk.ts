/** Is there room on the profile's disk, and can it be written? */
import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../../shared/contract/set-up.ts'
import { systemReason } from '../../terminal/index.ts'
import { check } from './check.ts'

const sentences = {
  good: { vi: 'Ổ đĩa ghi được, còn trống {free} MB.', en: 'The disk can be written, {free} MB are free.' },
  little: {
    vi: 'Ổ đĩa còn trống {free} MB. Hãy giải phóng chỗ trong ca này: một năm nhật ký cần vài GB.',
    en: 'Only {free} MB of the disk are free. Make room during this shift: a year of a journal takes some GB.',
  },
  full: {
    vi: 'Ổ đĩa gần đầy ({free} MB): lượt qua chốt sắp không ghi được. Hãy giải phóng chỗ ngay.',
    en: 'The disk is nearly full ({free} MB): crossings will soon not be recorded. Make room now.',
  },
  unwritable: {
    vi: 'Không ghi được vào {profile} ({why}). Làn vẫn mở nhưng không ghi được gì. Hãy giải phóng chỗ, mở quyền ghi hoặc thay ổ đĩa.',
    en: 'Nothing can be written to {profile} ({why}). The lane stays open, but nothing is recorded. Make room, allow writing or change the disk.',
  },
} as const

/** In megabytes. A publication takes some 100, and a week of a busy lane as much. */
const [few, hardlyAny] = [2048, 256]

/** Looks at the disk that a profile lies on. */
export function checkDisk(profile: string): Check {
  let why: { vi: string; en: string } | null = null
  try {
    // Asked for its rights, a disk that the system has made read-only still says that it can be written.
    rmdirSync(mkdtempSync(join(profile, 'probe-')))
  } catch (error) {
    why = { vi: systemReason(error, 'vi'), en: systemReason(error, 'en') }
  }
  if (why) {
    const { vi, en } = why
    return {
      what: 'disk',
      state: 'bad',
      said: {
        vi: check('disk', 'bad', sentences.unwritable, { profile, why: vi }).said.vi,
        en: check('disk', 'bad', sentences.unwritable, { profile, why: en }).said.en,
      },
    }
  }
  const { bavail, bsize } = statfsSync(profile)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free < hardlyAny) return check('disk', 'bad', sentences.full, { free })
  return free < few
    ? check('disk', 'look', sentences.little, { free })
    : check('disk', 'good', sentences.good, { free })
}
