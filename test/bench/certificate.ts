/** The certificates that benchmarks verify. */
import { issueHc1 } from '../../authority/issue-hc1.ts'
import type { SigningKey } from '../../authority/signing-key.ts'

const hour = 3_600_000

/** The benchmarks' clock. */
export const now = Date.parse('2026-11-22T08:00:00+07:00')

/** A negative RT-PCR result that the default rules accept at `now`. */
export function certificate(key: SigningKey, serial: number): string {
  const sampledAt = now - (serial % 48) * hour
  return issueHc1(
    {
      issuer: 'VN',
      issuedAt: sampledAt,
      expiresAt: sampledAt + 168 * hour,
      payload: {
        ver: '1.3.0',
        nam: { fn: 'Nguyễn', fnt: 'NGUYEN', gn: `Văn An ${serial}`, gnt: 'VAN<AN' },
        dob: '1999-02-26',
        t: [
          {
            tg: '840539006',
            tt: 'LP6464-4',
            nm: 'Real-time RT-PCR',
            sc: new Date(sampledAt).toISOString(),
            tr: '260415000',
            tc: 'Trung tâm Kiểm soát bệnh tật tỉnh Bắc Giang',
            co: 'VN',
            is: 'Sở Y tế tỉnh Bắc Giang',
            ci: `URN:UVCI:01:VN:${String(serial).padStart(24, '0')}#8`,
          },
        ],
      },
    },
    key,
  )
}
