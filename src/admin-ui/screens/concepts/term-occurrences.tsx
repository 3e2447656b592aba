import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TermEvidence, Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { MarkedText } from '../../parts/marked-text.js'
import styles from './term-occurrences.module.css'

const FIRST = 1

/** Where a term was met: the sentences with it marked, each a way into its document. */
export function TermOccurrences({ evidence, termbase }: { evidence: TermEvidence; termbase: Termbase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [showsAll, setShowsAll] = useState(false)
  const { occurrences, total, by } = evidence
  if (occurrences.length === 0) return <p className={styles.none}>{t('concept.noEvidence')}</p>
  const shown = showsAll ? occurrences : occurrences.slice(0, FIRST)
  const count = total ?? occurrences.length
  return (
    <div className={styles.evidence}>
      <h3>
        {t('concept.evidence')}
        <span className={styles.count}>
          {total === null
            ? t('concept.seenMany', { shown: format.number(count) })
            : t('concept.seen', { count, shown: format.number(count) })}
          {by === 'text' && ` · ${t('concept.byText')}`}
        </span>
      </h3>
      {shown.map(({ documentId, documentName, sentencePairId, position, source, target }, index) => (
        <div key={`${sentencePairId} ${index}`} className={styles.card}>
          {source.text && (
            <p lang={termbase.sourceLanguage}>
              <MarkedText text={source.text} marks={source.marks} side="source" lang={termbase.sourceLanguage} />
            </p>
          )}
          {target.text && (
            <p lang={termbase.targetLanguage}>
              <MarkedText text={target.text} marks={target.marks} side="target" lang={termbase.targetLanguage} />
            </p>
          )}
          <Link to={`/termbases/${termbase.id}/documents/${documentId}?pair=${position}`}>{documentName}</Link>
        </div>
      ))}
      {occurrences.length > FIRST && (
        <button type="button" className={styles.more} aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('concept.lessEvidence') : t('concept.moreEvidence', { count: occurrences.length - FIRST })}
        </button>
      )}
    </div>
  )
}
