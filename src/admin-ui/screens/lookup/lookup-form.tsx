import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Direction, type LookupHit, useLookup } from '../../api/lookup.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Sheet } from '../../parts/page.js'
import { Empty, Failed } from '../../parts/states.js'
import styles from './lookup.module.css'
import { TargetTerms } from './target-terms.js'

const modes = ['exact', 'prefix', 'fuzzy'] as const

/** Answers while one types. */
export function LookupForm({
  direction,
  text,
  onText,
}: {
  direction: Direction
  text: string
  onText: (text: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState(text)
  const [mode, setMode] = useState<string>('prefix')
  const ask = useDebouncedCallback(onText, 150)
  const answer = useLookup(direction, text.trim(), mode)
  const hits = text.trim() ? answer.data?.items : undefined
  return (
    <>
      <div className={styles.ask}>
        <TextInput
          size="md"
          type="search"
          lang={direction.source}
          autoFocus
          className={styles.grow!}
          aria-label={t('lookup.termLabel', { language: format.language(direction.source) })}
          placeholder={t('lookup.termLabel', { language: format.language(direction.source) })}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            ask(event.currentTarget.value)
          }}
        />
        <NativeSelect
          size="md"
          aria-label={t('lookup.modeLabel')}
          data={modes.map((value) => ({ value, label: t(`lookup.mode.${value}`) }))}
          value={mode}
          onChange={(event) => setMode(event.currentTarget.value)}
        />
      </div>
      {answer.isError && <Failed problem={answer.error} retry={() => void answer.refetch()} />}
      {hits?.length === 0 && (
        <Empty title={t('lookup.noHit')} icon="search">
          {t('lookup.noHitHint')}
        </Empty>
      )}
      {hits && hits.length > 0 && (
        <Sheet>
          <ul className={styles.hits}>
            {hits.map((hit) => (
              <Hit key={`${hit.concept}-${hit.source.text}`} hit={hit} direction={direction} />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

function Hit({ hit, direction }: { hit: LookupHit; direction: Direction }) {
  const { t } = useTranslation()
  const { source } = hit
  return (
    <li className={styles.hit}>
      <div>
        <Link
          lang={direction.source}
          className={styles.term}
          data-struck={source.forbidden || undefined}
          to={`/termbases/${direction.termbase}/concepts/${hit.concept}`}
        >
          {source.text}
        </Link>
        {source.preferred && <p className={styles.definition}>{t('lookup.suggestion', { terms: source.preferred })}</p>}
        {hit.subjectField && <p className={styles.definition}>{hit.subjectField}</p>}
      </div>
      <div>
        <TargetTerms terms={hit.targets} language={direction.target} />
        {hit.definition && <p className={styles.definition}>{hit.definition}</p>}
      </div>
    </li>
  )
}
