/**
 * The sheet of a folder: every code with its serial number, name and birth date in the order of the results file, to
 * print and hand out. A page for any browser, which needs nothing but the pictures beside it.
 */
import { join } from 'node:path'
import { shownText } from '../../../shared/language/shown-text.ts'
import { writeDurably } from '../../repository/durable-write.ts'
import type { Issued } from '../issue/manifest.ts'

export const sheetName = 'sheet.html'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function inHtml(text: string): string {
  return shownText(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

/** Nine codes on an A4 page, each some 52 mm wide: a phone reads them off the paper. */
const style = `@page{size:A4;margin:10mm}
body{font:3.4mm/1.3 "Be Vietnam Pro",Arial,sans-serif;margin:0}
h1{font-size:4.5mm;margin:0 0 3mm}
main{display:grid;grid-template-columns:repeat(3,1fr);gap:3mm}
figure{break-inside:avoid;margin:0;text-align:center;border:0.2mm solid #999;padding:1mm}
img{width:100%;max-width:52mm;image-rendering:pixelated}
b{font-size:4mm}`

/** A date of a certificate as it is written in Viet Nam; its year or month alone where that is all. */
export function dayFirst(date: string): string {
  return date.split('-').toReversed().join('/')
}

/** `2026-11-27T07:30:00+07:00` as `07:30 27/11/2026 (+07:00)`. */
export function momentText(written: string): string {
  const [, date = '', time = '', zone = ''] = /^(\S+)T(\d\d:\d\d):\d\d(\S+)$/.exec(written) ?? []
  return `${time} ${dayFirst(date)} (${zone})`
}

function figure({ serial, name, birthDate, sampledAt, row, files }: Issued): string {
  return `<figure><img src="${inHtml(files[0] ?? '')}" alt=""><figcaption><b>${serial}. ${inHtml(name)}</b><br>
Ngày sinh · Born ${inHtml(dayFirst(birthDate))}<br>Lấy mẫu · Sampled ${inHtml(momentText(sampledAt))}<br>Dòng · Row ${row}</figcaption></figure>
`
}

/**
 * Writes the sheet of what a folder has.
 * @param title the authority that issued
 */
export function writeSheet(folder: string, title: string, issued: readonly Issued[]): void {
  const page = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${inHtml(title)}</title><style>${style}</style>
<h1>${inHtml(title)} – ${issued.length}</h1>
<main>
${issued.map(figure).join('')}</main>
</html>
`
  writeDurably(join(folder, sheetName), page, 0o600)
}
