import type * as page from './types.js'
import type { components } from './schema.js'

/**
 * Holds the page to what the server says of itself: the build fails when a field that the page reads is missing from
 * the server's answer or has another shape. `schema.d.ts` is generated (bin/admin-ui-types.mjs); picklists that OpenAPI
 * tells as plain strings are compared as strings.
 */
type Schemas = components['schemas']

type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : T extends object
      ? { [Field in keyof T]: Loose<T[Field]> }
      : T

/** `true` where every value that the server may send is one that the page expects. */
type Reads<Sent, Expected> = [Loose<Sent>] extends [Loose<Expected>] ? true : { sent: Sent; expected: Expected }

type All<Answers extends Record<keyof Answers, true>> = Answers

export type Contract = All<{
  me: Reads<Schemas['MeView'], page.Person>
  member: Reads<Schemas['UserView'], page.Member>
  auditEntry: Reads<Schemas['AuditEntryView'], page.AuditEntry>
  key: Reads<Schemas['KeyView'], page.ApiKey>
  termbase: Reads<Schemas['TermbaseView'], page.Termbase>
  languageUse: Reads<Schemas['LanguageUseView'], page.LanguageUse>
  job: Reads<Schemas['JobView'], Omit<page.Job, 'problem'>>
  document: Reads<Schemas['DocumentView'], Omit<page.SourceDocument, 'problem' | 'warnings'>>
  sentencePair: Reads<Schemas['SentencePairView'], page.SentencePair>
  termMark: Reads<Schemas['TermMarkView'], page.TermMark>
  alignmentOutcome: Reads<Schemas['AlignmentOutcomeView'], page.AlignmentOutcome>
  alignmentEdit: Reads<Schemas['AlignmentEditView'], page.AlignmentEdit>
  row: Reads<Schemas['CandidateRowView'], page.CandidateRow>
  candidate: Reads<Schemas['CandidateView'], page.Candidate>
  progress: Reads<Schemas['ProgressView'], page.Progress>
  counts: Reads<Schemas['CountsView'], page.CandidateCounts>
  ownDecision: Reads<Schemas['OwnDecisionView'], page.OwnDecision>
  mergePreview: Reads<Schemas['MergePreviewView'], page.MergePreview>
  savedView: Reads<Schemas['SavedViewView'], page.SavedView>
  concept: Reads<Schemas['ConceptView'], Omit<page.Concept, 'data' | 'languages'>>
  conceptCounts: Reads<Schemas['ConceptCountsView'], page.ConceptCounts>
  termMatches: Reads<Schemas['MatchesView'], { items: page.TermMatches[] }>
  termEvidence: Reads<Schemas['EvidenceListView'], { items: page.TermEvidence[] }>
  bulkPreview: Reads<Schemas['BulkPreviewView'], page.BulkPreview>
  conceptBatch: Reads<Schemas['BatchView'], page.ConceptBatch>
  mergePlan: Reads<Schemas['MergePlanView'], Omit<page.MergePlan, 'left' | 'right' | 'result'>>
  subjectTree: Reads<Schemas['SubjectTreeView'], page.SubjectTree>
  comment: Reads<Schemas['CommentView'], page.Comment>
  mention: Reads<Schemas['MentionListView'], { items: page.Mention[]; unread: number }>
  release: Reads<Schemas['ReleaseView'], page.Release>
  format: Reads<Schemas['FormatView'], page.ExportFormat>
}>
