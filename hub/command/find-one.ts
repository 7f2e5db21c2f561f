/** The one kiosk that a command's word names. */
import { Failure, status } from '../../main/terminal/index.ts'
import type { HubGround } from '../ground.ts'
import { findKiosks, type KioskRow } from '../kiosks/kiosk-row.ts'

/** By its name, or by its enrolment where several have that name. @throws Failure */
export async function findOne({ pool }: HubGround, name: string): Promise<KioskRow> {
  const found = await findKiosks(pool, name)
  const [kiosk, another] = found
  if (kiosk && !another) return kiosk
  const sentences = kiosk
    ? {
        vi: 'nhiều chốt tên {name}: {enrolments}. Nêu mã nối thay cho tên',
        en: 'several checkpoints are called {name}: {enrolments}. Give the enrolment in place of the name',
      }
    : {
        vi: 'không có chốt nào tên {name}. Xem tên bằng chot-hub status',
        en: 'no checkpoint is called {name}. Their names stand in chot-hub status',
      }
  const enrolments = found.map(({ enrolment }) => enrolment).join(', ')
  throw new Failure(kiosk ? 'several-kiosks' : 'no-kiosk', sentences, { name, enrolments }, { status: status.input })
}
