/**
 * Looks in the page for whatever decides and cannot be read whole. What decides bears `data-decides`: the verdict's word,
 * names, plate, reason, instruction, notices, and every key. What gives way to it stands in `data-yields`, and goes by whole lines.
 * What speaks against somebody in a list bears `data-against`: its row is scrolled to, and then shows it whole.
 */

/**
 * Runs in the page, and so uses nothing from outside.
 * @returns a sentence for each fault; lengths in CSS pixels
 */
export function findCutOff(): string[] {
  /** What rounding may cost. */
  const slack = 1
  const deciding = [...document.querySelectorAll<HTMLElement>('[data-decides]')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )
  if (deciding.length === 0) return ['nothing on the screen decides']

  const faults: string[] = []
  for (const element of deciding) {
    const rect = element.getBoundingClientRect()
    const complain = (what: string): unknown => faults.push(`${nameOf(element)} ${what}`)
    if (rect.width < slack || rect.height < slack) complain('has no size')
    const screen = new DOMRect(0, 0, innerWidth, innerHeight)
    const off = beyond(rect, screen)
    if (off > slack) complain(`is ${Math.round(off)} px off the screen`)
    else complainOfCut(element, rect)
    for (const part of [element, ...element.querySelectorAll<HTMLElement>('*')]) {
      if (part !== element && !clips(part)) continue
      const wide = part.clientWidth === 0 ? 0 : part.scrollWidth - part.clientWidth
      const high = part.clientHeight === 0 ? 0 : part.scrollHeight - part.clientHeight
      if (wide > slack) complain(`has ${wide} px more in it than its width shows`)
      // Letters with marks may stand out of a line that nothing cuts off.
      const marks = clips(part) ? 0 : Number.parseFloat(getComputedStyle(part).fontSize) / 10
      if (high > slack + marks) complain(`has ${high} px more in it than its height shows`)
    }
    const middle = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2)
    if (off <= slack && middle && !element.contains(middle) && !middle.contains(element))
      complain(`is covered by ${placeOf(middle)}`)
  }
  deciding.forEach((one, index) => {
    for (const other of deciding.slice(index + 1)) {
      if (!one.contains(other) && !other.contains(one) && overlap(one, other))
        faults.push(`${nameOf(one)} and ${nameOf(other)} lie on each other`)
    }
  })
  for (const words of document.querySelectorAll<HTMLElement>('[data-against]')) {
    const rect = words.getBoundingClientRect()
    for (let above = words.parentElement; above; above = above.parentElement) {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(above).overflowY)
      const cut = clips(above) && !scrolls ? beyond(rect, insideOf(above)) : 0
      if (cut > slack) faults.push(`${nameOf(words)} is cut off by ${Math.round(cut)} px in ${placeOf(above)}`)
      if (scrolls) {
        const wide = beyond(new DOMRect(rect.x, above.getBoundingClientRect().y, rect.width, 0), insideOf(above))
        if (wide > slack) faults.push(`${nameOf(words)} is ${Math.round(wide)} px wider than its list`)
        break
      }
    }
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-yields]')) {
    for (const line of place.children) {
      const cut = beyond(line.getBoundingClientRect(), insideOf(place))
      if (place.checkVisibility({ visibilityProperty: true }) && cut > slack && overlap(line, place))
        faults.push(`${nameOf(line)} gives way by ${Math.round(cut)} px, and not as a whole`)
    }
  }
  return faults

  function complainOfCut(element: HTMLElement, rect: DOMRect): void {
    for (let above = element.parentElement; above; above = above.parentElement) {
      const cut = clips(above) ? beyond(rect, insideOf(above)) : 0
      if (cut > slack) faults.push(`${nameOf(element)} is cut off by ${Math.round(cut)} px in ${placeOf(above)}`)
    }
  }

  /** How far a part lies outside, at the side where it is furthest. */
  function beyond(part: DOMRect, whole: DOMRect): number {
    return Math.max(
      whole.left - part.left,
      whole.top - part.top,
      part.right - whole.right,
      part.bottom - whole.bottom,
      0,
    )
  }

  function clips(element: Element): boolean {
    const { overflowX, overflowY } = getComputedStyle(element)
    return overflowX !== 'visible' || overflowY !== 'visible'
  }

  /** Where an element shows what is in it: inside its border. */
  function insideOf(element: Element): DOMRect {
    const { left, top } = element.getBoundingClientRect()
    return new DOMRect(left + element.clientLeft, top + element.clientTop, element.clientWidth, element.clientHeight)
  }

  function overlap(one: Element, other: Element): boolean {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return across > slack && down > slack
  }

  function nameOf(element: Element): string {
    const text = element instanceof HTMLInputElement ? element.value : element.textContent
    return text.trim() === '' ? placeOf(element) : `“${text.trim().slice(0, 40)}”`
  }

  function placeOf(element: Element): string {
    const place = ['data-decides', 'data-testid', 'class'].map((name) => element.getAttribute(name)).find(Boolean)
    return `<${element.localName} ${place ?? ''}>`
  }
}
