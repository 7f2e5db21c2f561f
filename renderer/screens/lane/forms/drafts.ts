/**
 * What has been typed into the forms that are handed in as a whole, and is not recorded yet. It lies on the desk and not in
 * the forms, so that it outlives whatever closes or covers them: a scan, another form, another room, a lost connection.
 */
import type { Decision, PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import type { Form } from './form.ts'

/** A person, as typed so far. */
export interface PersonDraft {
  name: string
  birth: string
  number: string
}

/** A result on paper, as far as it is chosen and typed. */
export interface PaperDraft {
  result: PaperResult['result'] | null
  method: PaperResult['method'] | null
  sampled: string
  laboratory: string
  number: string
}

export interface Drafts {
  person: PersonDraft
  /** By the traveller whose paper it is. */
  papers: Readonly<Record<number, PaperDraft>>
  /** Reasons in words, by the decision that they are for: one is never taken for the other's. */
  words: Readonly<Partial<Record<Decision, string>>>
}

export const emptyPerson: PersonDraft = { name: '', birth: '', number: '' }
export const emptyPaper: PaperDraft = { result: null, method: null, sampled: '', laboratory: '', number: '' }
export const noDrafts: Drafts = { person: emptyPerson, papers: {}, words: {} }

/** Something more was typed. */
export type DraftChange =
  | { of: 'person'; fields: Partial<PersonDraft> }
  | { of: 'paper'; traveller: number; fields: Partial<PaperDraft> }
  /** A figure of the keyboard says what the result is. */
  | { of: 'paper-result'; traveller: number; result: PaperResult['result'] }
  | { of: 'reason'; decision: Decision; words: string }

/** The paper of a traveller, as typed so far. */
export function paperDraft({ papers }: Drafts, traveller: number): PaperDraft {
  return papers[traveller] ?? emptyPaper
}

/** The drafts after something more was typed. */
export function withDraft(drafts: Drafts, change: DraftChange): Drafts {
  switch (change.of) {
    case 'person':
      return { ...drafts, person: { ...drafts.person, ...change.fields } }
    case 'paper': {
      const paper = { ...paperDraft(drafts, change.traveller), ...change.fields }
      return { ...drafts, papers: { ...drafts.papers, [change.traveller]: paper } }
    }
    case 'paper-result': {
      // Of two figures that are hit at once, or before the first is drawn, the second is no second thought: what was chosen
      // stays until it is touched, or taken back by Backspace.
      const { traveller, result } = change
      const chosen = paperDraft(drafts, traveller).result !== null
      return chosen ? drafts : withDraft(drafts, { of: 'paper', traveller, fields: { result } })
    }
    case 'reason':
      return { ...drafts, words: { ...drafts.words, [change.decision]: change.words } }
  }
}

/** The drafts once a form was handed in, or closed without that. */
export function withoutDraft(drafts: Drafts, form: Form): Drafts {
  switch (form.kind) {
    case 'person':
      return { ...drafts, person: emptyPerson }
    case 'paper':
      return { ...drafts, papers: { ...drafts.papers, [form.traveller]: emptyPaper } }
    case 'reason':
      return { ...drafts, words: { ...drafts.words, [form.decision]: '' } }
    case 'vehicle':
    case 'people':
    case 'above':
      return drafts
  }
}

/** The drafts of those who are there. */
export function draftsOf(drafts: Drafts, isThere: (traveller: number) => boolean): Drafts {
  const papers = Object.entries(drafts.papers).filter(([traveller]) => isThere(Number(traveller)))
  return { ...drafts, papers: Object.fromEntries(papers) }
}

/** A person or a paper that is half typed: the crossing is not decided before it is finished or closed. */
export type Unfinished = Extract<Form, { kind: 'person' | 'paper' }>

/** The form of what is half typed; null where nothing is. */
export function unfinished({ person, papers }: Drafts): Unfinished | null {
  if (isBegun(person)) return { kind: 'person', thenPaper: false }
  const [traveller] = Object.entries(papers).find(([, paper]) => isBegun(paper)) ?? []
  return traveller === undefined ? null : { kind: 'paper', traveller: Number(traveller) }
}

function isBegun(draft: PersonDraft | PaperDraft): boolean {
  return Object.values(draft).some((typed: string | null) => typed !== null && typed.trim() !== '')
}
