/** `chot-hub status`: how the posts are. */
import { say } from '../../shared/language/say.ts'
import { defineCommand } from '../../main/terminal/index.ts'
import type { KioskStatus } from '../../shared/hub-api/kiosk-status.ts'
import { hubStatus } from '../status.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    kiosk:
      '{name}{mode, select, practice { (tập huấn)} other {}}: {state, select, invited {đã mời, chưa nối} revoked {đã thu hồi} replaced {đã thay} lost {BÁO MẤT} other {{entries} bản ghi, đến {head}}}{backlog, plural, =-1 {} =0 {, không còn chờ} other {, còn {backlog} ở chốt}}',
    contact: '    lần cuối {contactAt}, {way, select, wire {qua mạng} other {bằng USB}}, bản {version}',
    trouble: '    CẢNH BÁO {alerts} · giữ riêng {kept} lô · đánh dấu {flagged} bản ghi',
    none: 'Chưa mời chốt nào: chot-hub enrol.',
  },
  en: {
    kiosk:
      '{name}{mode, select, practice { (practice)} other {}}: {state, select, invited {invited, not heard of yet} revoked {revoked} replaced {replaced} lost {LOST} other {{entries} entries, up to {head}}}{backlog, plural, =-1 {} =0 {, nothing waiting} other {, {backlog} still there}}',
    contact: '    last {contactAt}, {way, select, wire {by wire} other {by stick}}, version {version}',
    trouble: '    ALERTS {alerts} · batches kept apart {kept} · entries flagged {flagged}',
    none: 'No checkpoint was invited yet: chot-hub enrol.',
  },
} as const

function linesOf(kiosk: KioskStatus, locale: 'vi' | 'en'): string[] {
  const word = words[locale]
  const { name, mode, state, entries, head, backlog, lastContact, way, version, alerts, kept, flagged } = kiosk
  const first = say(locale, word.kiosk, { name, mode, state, entries, head, backlog: backlog ?? -1 })
  const contact =
    lastContact === null
      ? []
      : [say(locale, word.contact, { contactAt: lastContact, way: way ?? '', version: version ?? '' })]
  const trouble = alerts + kept + flagged === 0 ? [] : [say(locale, word.trouble, { alerts, kept, flagged })]
  return [first, ...contact, ...trouble]
}

export const statusCommand = defineCommand({
  summary: { vi: 'các chốt ra sao', en: 'how the checkpoints are' },
  about: {
    vi: 'In mỗi chốt: có đến bản ghi nào, còn bao nhiêu chờ ở chốt, lần liên lạc cuối, phiên bản, cảnh báo, những gì được giữ riêng.',
    en: 'Prints each checkpoint: up to which entry its journal is here, how much waits there, the last contact, versions, alerts, and what is kept apart.',
  },
  options: { ...dataOption, ...jsonOption },
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  run: (_words, values, terminal) =>
    withHub(values, terminal, async (ground) => {
      const { locale, print } = terminal
      const kiosks = await hubStatus(ground)
      const { hub } = ground.keys
      if (values.json === true) print(`${JSON.stringify({ hub, database: ground.server, kiosks })}\n`)
      else if (kiosks.length === 0) print(`${words[locale].none}\n`)
      else print(`${kiosks.flatMap((kiosk) => linesOf(kiosk, locale)).join('\n')}\n`)
      return 0 as const
    }),
})
