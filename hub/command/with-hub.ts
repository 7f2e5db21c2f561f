/** The hub that a command works on. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Failure, status, systemReason, type Options, type Terminal } from '../../main/terminal/index.ts'
import { HubFault, hubFaults } from '../fault.ts'
import { openHub, type HubGround } from '../ground.ts'

export const dataOption = {
  data: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục dữ liệu của máy chủ (mặc định: CHOT_HUB_DATA, nếu không có thì ~/chot-hub)',
      en: 'the hub’s data folder (default: CHOT_HUB_DATA, else ~/chot-hub)',
    },
  },
} as const satisfies Options

export const jsonOption = {
  json: { type: 'boolean', says: { vi: 'JSON cho chương trình khác đọc', en: 'JSON for programs' } },
} as const satisfies Options

/**
 * Opens it, does something, and closes it. Another process may have it open as well.
 * @throws Failure
 */
export async function withHub<T>(
  { data, recovery }: { data?: string; recovery?: string },
  { env, now, locale }: Terminal,
  act: (ground: HubGround) => Promise<T>,
): Promise<T> {
  const folder = data ?? env['CHOT_HUB_DATA'] ?? join(homedir(), 'chot-hub')
  let ground
  try {
    ground = await openHub({ data: folder, url: env['DATABASE_URL'] || undefined, now, recovery: recovery ?? null })
  } catch (error) {
    if (!(error instanceof HubFault)) throw error
    const why = error.cause === undefined ? '' : systemReason(error.cause, locale)
    throw new Failure(error.code, hubFaults[error.code], { why }, { status: status.setup, cause: error })
  }
  try {
    return await act(ground)
  } finally {
    await ground.close()
  }
}
