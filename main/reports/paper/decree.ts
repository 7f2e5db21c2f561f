/**
 * The page as Nghị định 30/2020/NĐ-CP lays it down (Phụ lục I, Mục I and II), in points: where it leaves a range, one value of
 * it is chosen here and nowhere else.
 */

/** Millimetres in points (1/72 inch). */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** A4 upright. Margins: top and bottom 20–25 mm, left 30–35, right 15–20. */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(15),
} as const

export const textWidth = page.width - page.left - page.right

/** The side of the code at the foot of a page: as large as a webcam needs, and within the margins. */
export const codeSide = mm(26)

/** Kept free at the foot of every page, above the margin: a rule, and under it the code beside some lines. */
export const footHeight = codeSide + mm(4)

/** The decree's page with the foot taken off: where text may stand. */
export const decreePaper = { ...page, bottom: page.bottom + footHeight, numbered: true } as const

/** Rules under the issuing body and the title: a third to a half of the words' length. */
export const rulePart = 0.36

/** The two columns of the head, as the decree's own samples part them. */
export const headColumns = { left: mm(63), right: textWidth - mm(63) } as const

/** Sizes of letters by the decree's numbered boxes. */
export const sizes = {
  /** 1: name of the state 12–13, motto 13–14. */
  state: 12,
  motto: 13,
  /** 2: parent body and issuing body. */
  body: 12,
  /** 3 and 4: number; place and date. */
  number: 13,
  date: 13,
  /** 5a: kind of document and what it is about; 6: text and headings; 7: position and name. */
  text: 14,
  /** No size is laid down for tables. */
  table: 12,
  /** Of an appendix’s list: never under 11. */
  list: 11,
  /** 9b: `Nơi nhận:`, and the list under it. */
  recipientsTitle: 12,
  recipients: 11,
  /** 11: marks of circulation. */
  marking: 13,
  /** 13: the lines at the foot. */
  foot: 11,
  /** In the middle of the top margin, from the second page on. */
  pageNumber: 13,
} as const

/** The first line of a paragraph: 10 or 12.7 mm. */
export const firstLine = mm(12.7)

/** Between paragraphs: at least 6 pt. */
export const paragraphGap = 6

/** Line spacing: 1.0 to 1.5. */
export const lineSpacing = 1.15

/** Left free for a pen, or for a signature and seal that are set into it: 7c and 8. */
export const signatureRoom = mm(34)

/** Thin enough for a rule, thick enough for a laser printer. */
export const ruleWidth = 0.7
