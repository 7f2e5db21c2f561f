/** What on a command line is the name of a file, by its form alone: for one that is not there. */
import { unwrapTransport } from '../../shared/barcode/transport.ts'
import { beginsLikeCode } from '../../shared/document/code-beginnings.ts'

/** Endings of files that people keep; a code's text does not end so. */
const endings =
  /\.(?:png|jpe?g|jfif|webp|bmp|pgm|hei[cf]|avif|tiff?|gif|svg|pdf|txt|csv|jsonl?|zip|rar|docx?|xlsx?|html?|mp4|mov)$/i

/** How a path begins that says where it starts: at the root, here, above, at home, on a drive, on another computer. */
const beginnings = /^(?:\.{0,2}[/\\]|~[/\\]|[a-z]:[/\\])/i

/** What no file is called: a scheme or prefix that codes begin with, fields, lines. */
const noPath = /^[a-z][a-z0-9+.-]+:|[|\n\r{}]/i

/** A code within what a scanner put around it, which may have a path's backslash: `\000026HC1:…`. */
function isWrappedCode(text: string): boolean {
  const code = unwrapTransport(text)
  return code !== text && beginsLikeCode(code)
}

/** The longest path of any system that this runs on (Linux: `PATH_MAX`). */
const longestPath = 4096

/**
 * Whether a text is written as a path is. Only asked where no file is there: then a path is a missing file, and
 * everything else a code.
 */
export function isWrittenAsPath(text: string): boolean {
  if (text.length > longestPath || noPath.test(text) || isWrappedCode(text)) return false
  return beginnings.test(text) || endings.test(text)
}
