import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Candidate, Evidence, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { MarkedText } from '../../parts/marked-text.js'
import type { Side, Texts } from './edit-form.js'
import styles from './evidence-list.module.css'
import { keptOfDocuments } from './kept-of-documents.js'
import { spanOf } from './move-boundary.js'

const few = 4

/** The occurrences that were kept: the aligned sentences as they stood, with the term marked on both sides. */
export function EvidenceList({
  termbase,
  candidate,
  frequency,
  edited,
}: {
  termbase: Termbase
  candidate: Candidate | undefined
  frequency: number
  /** The terms as they are being changed: the marks follow. */
  edited: Texts | null
}) {
  const { t } = useTranslation()
  return (
    <section className={styles.section}>
      <h2>
        {t('review.evidence')}
        <span className={styles.count}>{t('review.occurrences', { count: frequency })}</span>
      </h2>
      {candidate ? (
        <Occurrences
          key={candidate.id}
          termbase={termbase}
          candidateId={candidate.id}
          evidence={candidate.evidence}
          edited={edited}
        />
      ) : (
        <Skeleton height={120} />
      )}
      {candidate && candidate.evidence.length > 0 && candidate.evidence.length < frequency && (
        <Beyond termbase={termbase} candidate={candidate} frequency={frequency} />
      )}
      {candidate?.evidence.length === 0 && <p className={styles.none}>{t('review.noEvidence')}</p>}
    </section>
  )
}

/** Of a frequent pair only some occurrences are kept; its documents show all. */
function Beyond({
  termbase,
  candidate: { id, evidence },
  frequency,
}: {
  termbase: Termbase
  candidate: Candidate
  frequency: number
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p className={styles.beyond}>
      {t('review.evidenceKept', { shown: format.number(evidence.length), total: format.number(frequency) })}
      {keptOfDocuments(evidence).map(({ documentId, documentName, form }) => (
        <Link
          key={documentId}
          to={`/termbases/${termbase.id}/documents/${documentId}?${new URLSearchParams({ q: form, candidate: id })}`}
        >
          {documentName}
        </Link>
      ))}
    </p>
  )
}

/** A few first, so that what the termbase has already stays in sight below them. */
function Occurrences({
  termbase,
  candidateId,
  evidence,
  edited,
}: {
  termbase: Termbase
  candidateId: string
  evidence: Evidence[]
  edited: Texts | null
}) {
  const { t } = useTranslation()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? evidence : evidence.slice(0, few)
  return (
    <>
      {shown.map((one) => (
        <EvidenceCard
          key={evidenceKey(one)}
          termbase={termbase}
          candidateId={candidateId}
          evidence={one}
          edited={edited}
        />
      ))}
      {shown.length < evidence.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
          {t('review.allEvidence', { count: evidence.length })}
        </Button>
      )}
    </>
  )
}

function EvidenceCard({
  termbase,
  candidateId,
  evidence,
  edited,
}: {
  termbase: Termbase
  candidateId: string
  evidence: Evidence
  edited: Texts | null
}) {
  const { t } = useTranslation()
  const { source, target } = evidence
  const marks = (side: Side) => [
    (edited && spanOf(evidence[side].text, edited[side].trim(), evidence[side].start)) ?? evidence[side],
  ]
  return (
    <article className={styles.card}>
      <p className={styles.side} data-evidence="source">
        <MarkedText text={source.text} marks={marks('source')} side="source" lang={termbase.sourceLanguage} />
      </p>
      <p className={styles.side} data-evidence="target">
        <MarkedText text={target.text} marks={marks('target')} side="target" lang={termbase.targetLanguage} />
      </p>
      <Link
        className={styles.place}
        to={`/termbases/${termbase.id}/documents/${evidence.documentId}?pair=${evidence.position}&candidate=${candidateId}`}
      >
        {t('review.place', { document: evidence.documentName, line: source.line })}
      </Link>
    </article>
  )
}

const evidenceKey = ({ sentencePairId, source, target }: Evidence) =>
  [sentencePairId, source.start, source.end, target.start, target.end].join('-')
