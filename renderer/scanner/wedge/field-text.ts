/** Text fields of the page, as the wedge needs them: which one is being typed in, what is in it, and putting that back. */

export type TextField = HTMLInputElement | HTMLTextAreaElement

/** What a field held before a key, and whether it had the focus. */
export interface FieldText {
  field: TextField
  focused: boolean
  value: string
  start: number | null
  end: number | null
}

/** Inputs that take no text: a person's keys are shortcuts there. */
const keyless = new Set(['button', 'checkbox', 'file', 'radio', 'submit'])

/** The field that has the focus; null where keys go to no field. */
export function focusedField(): TextField | null {
  const focused = document.activeElement
  if (focused instanceof HTMLTextAreaElement) return focused
  return focused instanceof HTMLInputElement && !keyless.has(focused.type) ? focused : null
}

/** What the field holds now. */
export function rememberField(field: TextField): FieldText {
  const focused = document.activeElement === field
  return { field, focused, value: field.value, start: field.selectionStart, end: field.selectionEnd }
}

/** Puts back what a field held: the characters of a scanner are no typing, and choose no field. */
export function restoreField({ field, focused, value, start, end }: FieldText): void {
  if (field.value !== value) write(field, value)
  field.setSelectionRange(start, end)
  if (!focused && document.activeElement === field) field.blur()
}

/** Types at the end of a field, and leaves the focus there. */
export function typeInto(field: TextField, text: string): void {
  typeOver(field, field.value + text)
}

/** Types in place of what stands in a field, and leaves the focus behind it. */
export function typeOver(field: TextField, text: string): void {
  field.focus()
  write(field, text)
  field.setSelectionRange(field.value.length, field.value.length)
}

/** Puts other text in a field, as if it had been typed. */
export function replaceText(field: TextField, text: string): void {
  write(field, text)
}

/** Past React's own setter, which would take the change for its own and tell nobody. */
function write(field: TextField, value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
