/**
 * Reads the lines of a PDF back from its bytes, by the tables that it brings for that (ISO 32000-1 §9.10.3), and knows nothing
 * of how they were written but that each line is one text at one place.
 */
import { inflateSync } from 'node:zlib'

/** A line as it stands: points from the left and from the top. */
export interface PdfLine {
  text: string
  x: number
  y: number
  size: number
}

type Objects = ReadonlyMap<number, { head: string; stream: Buffer | null }>

function objectsOf(bytes: Buffer): Objects {
  const raw = bytes.toString('latin1')
  const objects = new Map<number, { head: string; stream: Buffer | null }>()
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, number = '', body = ''] = match
    const [head = '', rest] = body.split('stream\n')
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const stream = rest === undefined ? null : Buffer.from(rest.slice(0, length), 'latin1')
    objects.set(Number(number), {
      head,
      stream: stream && head.includes('/FlateDecode') ? inflateSync(stream) : stream,
    })
  }
  return objects
}

const referred = (head: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? Number.NaN)

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What each code of a font means, by its own table. */
function meanings(objects: Objects, font: number): Map<string, string> {
  const table = objects.get(referred(objects.get(font)?.head ?? '', 'ToUnicode'))?.stream?.toString('latin1') ?? ''
  const meant = new Map<string, string>()
  for (const [, from = '', , list = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    let code = Number.parseInt(from, 16)
    for (const [, hex = ''] of list.matchAll(/<([0-9a-f ]*)>/gi))
      meant.set((code++).toString(16).padStart(4, '0'), utf16(hex.replaceAll(' ', '')))
  }
  return meant
}

/** A page: what it draws, as it stands in the file, and its size in points. */
export interface PdfPage {
  content: string
  width: number
  height: number
  fonts: ReadonlyMap<string, Map<string, string>>
}

/** The pages of a file, in their order. */
export function contentsOf(bytes: Buffer): PdfPage[] {
  const objects = objectsOf(bytes)
  const known = new Map<number, Map<string, string>>()
  const meant = (font: number): Map<string, string> => {
    const found = known.get(font) ?? meanings(objects, font)
    known.set(font, found)
    return found
  }
  return kidsOf(objects).map((head) => {
    const resources = objects.get(referred(head, 'Resources'))?.head ?? head
    const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
      ([, name = '', number]) => [name, meant(Number(number))] as const,
    )
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
    const content = objects.get(referred(head, 'Contents'))?.stream?.toString('latin1') ?? ''
    return { content, width: Number(width), height: Number(height), fonts: new Map(fonts) }
  })
}

/** The heads of all pages, in the order in which the file lists them. */
function kidsOf(objects: Objects): string[] {
  const tree = [...objects.values()].find(({ head }) => head.includes('/Type /Pages'))?.head ?? ''
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => objects.get(Number(number))?.head ?? '')
}

/** The lines of each page, in the order in which they were set. */
export function pagesOf(bytes: Buffer): PdfLine[][] {
  return contentsOf(bytes).map(({ content, height, fonts }) =>
    joined([...content.matchAll(/BT\n([\s\S]*?)ET/g)].map(([, block = '']) => lineOf(block, fonts, height))),
  )
}

/** What ends in a blank goes on in what was set next, at the same height. */
function joined(texts: readonly PdfLine[]): PdfLine[] {
  const lines: PdfLine[] = []
  for (const each of texts) {
    const last = lines.at(-1)
    if (last?.text.endsWith(' ') && last.y === each.y) last.text += each.text
    else lines.push({ ...each })
  }
  return lines
}

function lineOf(block: string, fonts: ReadonlyMap<string, Map<string, string>>, height: number): PdfLine {
  const [, x, y] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) ?? []
  const [, name = '', size] = /\/(F\d+) ([\d.]+) Tf/.exec(block) ?? []
  const font = fonts.get(name)
  const codes = [...block.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
  return {
    text: codes.map((code) => font?.get(code.toLowerCase()) ?? '?').join(''),
    x: Number(x),
    y: height - Number(y),
    size: Number(size),
  }
}
