/** Who a checkpoint is, as options say it. */
import * as v from 'valibot'
import { checkpointWordsSchema, type CheckpointWords } from '../../../shared/contract/set-up.ts'
import { isWebProxy } from '../../../shared/domain/web-proxy.ts'
import { UsageError, type Options, type Values } from '../../terminal/index.ts'

export const wordsOptions = {
  name: { type: 'string', value: 'NAME', says: { vi: 'tên chốt', en: 'the checkpoint’s name' } },
  lane: { type: 'string', value: 'LANE', says: { vi: 'làn', en: 'its lane' } },
  province: { type: 'string', value: 'NAME', says: { vi: 'tỉnh', en: 'its province' } },
  zone: {
    type: 'string',
    value: '+07:00',
    says: { vi: 'múi giờ của nơi đặt chốt (mặc định: +07:00)', en: 'the zone of its place (default: +07:00)' },
  },
  proxy: {
    type: 'string',
    value: 'URL|none',
    says: {
      vi: 'proxy để ra mạng, như http://10.0.0.1:3128; none: theo HTTPS_PROXY và NO_PROXY của máy (mặc định)',
      en: 'the proxy that leads out, like http://10.0.0.1:3128; none: as HTTPS_PROXY and NO_PROXY say (default)',
    },
  },
} as const satisfies Options

/** Minutes east of UTC of a zone as people write it: `+07:00`, `-3`, `+0530`; null for anything else. */
export function readZone(text: string): number | null {
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?([0-5]\d)?$/.exec(text.trim()) ?? []
  if (sign === undefined) return null
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return v.is(checkpointWordsSchema.entries.zoneMinutes, east) ? east : null
}

/** What is wrong with a zone. */
export function zoneUnknown(zone: string): UsageError {
  return new UsageError(
    {
      vi: '--zone nhận +07:00 hoặc tương tự, không nhận "{zone}"',
      en: '--zone takes +07:00 or the like, not "{zone}"',
    },
    { zone },
  )
}

const written: Readonly<Record<'name' | 'lane' | 'province', string>> = {
  name: '--name NAME',
  lane: '--lane LANE',
  province: '--province NAME',
}

/** The proxy that was given; `none`: there is to be none, undefined: nothing was said of it. @throws UsageError */
export function givenProxy({ proxy }: Pick<Values<typeof wordsOptions>, 'proxy'>): string | undefined {
  if (proxy === undefined || proxy === 'none' || isWebProxy(proxy)) return proxy
  throw new UsageError(
    {
      vi: '--proxy nhận địa chỉ như http://10.0.0.1:3128, không kèm tên và mật khẩu (có mật khẩu thì đặt HTTPS_PROXY), hoặc none',
      en: '--proxy takes an address like http://10.0.0.1:3128, without name and password (where there is one, set HTTPS_PROXY), or none',
    },
    {},
  )
}

/** Those that were given. @throws UsageError */
export function givenWords(values: Values<typeof wordsOptions>): Partial<CheckpointWords> {
  const given: Partial<CheckpointWords> = {}
  for (const name of ['name', 'lane', 'province'] as const) {
    const value = values[name]
    if (value === undefined) continue
    const read = v.safeParse(checkpointWordsSchema.entries[name], value)
    if (!read.success)
      throw new UsageError(
        { vi: '{written}: từ 1 đến 80 ký tự', en: '{written}: 1 to 80 characters' },
        { written: written[name] },
      )
    given[name] = read.output
  }
  if (values.zone !== undefined) {
    const zoneMinutes = readZone(values.zone)
    if (zoneMinutes === null) throw zoneUnknown(values.zone)
    given.zoneMinutes = zoneMinutes
  }
  const proxy = givenProxy(values)
  if (proxy !== undefined && proxy !== 'none') given.proxy = proxy
  return given
}
