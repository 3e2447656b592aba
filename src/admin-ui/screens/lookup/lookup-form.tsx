import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { countMiss, type Direction, type LookupHit, useLookup } from '../../api/lookup.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Sheet } from '../../parts/page.js'
import { Empty, Failed } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import styles from './lookup.module.css'
import { TargetTerms } from './target-terms.js'

const modes = ['exact', 'prefix', 'fuzzy'] as const

/** So long nothing is typed until a search counts as made, in milliseconds. */
const pause = 1500

/** Answers while one types. Where nothing begins so, what is like it is shown. */
export function LookupForm({
  direction,
  text,
  onText,
  mode,
  onMode,
}: {
  direction: Direction
  text: string
  onText: (text: string) => void
  mode: string | null
  onMode: (mode: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState(text)
  const chosen = modes.find((known) => known === mode) ?? 'prefix'
  const ask = useDebouncedCallback(onText, 150)
  const asked = text.trim()
  const answer = useLookup(direction, asked, chosen)
  const nothingBegins = chosen === 'prefix' && answer.data?.items.length === 0 && !answer.isPlaceholderData
  const similar = useLookup(direction, asked, 'fuzzy', nothingBegins)
  const last = nothingBegins ? similar : answer
  const hits = asked && !last.isPlaceholderData ? last.data?.items : undefined
  const isMiss = hits?.length === 0
  useEffect(() => {
    if (!isMiss) return undefined
    const timer = setTimeout(() => countMiss(direction, asked), pause)
    return () => clearTimeout(timer)
    // The direction is made anew with each rendering; what it says is compared.
  }, [isMiss, asked, direction.termbase, direction.source, direction.target])
  return (
    <>
      <div className={styles.ask}>
        <TextInput
          size="md"
          type="search"
          lang={direction.source}
          autoFocus
          maxLength={500}
          className={styles.grow!}
          aria-label={t('lookup.termLabel', { language: format.language(direction.source) })}
          placeholder={t('lookup.termLabel', { language: format.language(direction.source) })}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            // Letters of pinyin on the way to characters are no search.
            if (!(event.nativeEvent as InputEvent).isComposing) ask(event.currentTarget.value)
          }}
          onCompositionEnd={(event) => ask(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          aria-label={t('lookup.modeLabel')}
          data={modes.map((value) => ({ value, label: t(`lookup.mode.${value}`) }))}
          value={chosen}
          onChange={(event) => onMode(event.currentTarget.value)}
        />
      </div>
      {last.isError && <Failed problem={last.error} retry={() => void last.refetch()} />}
      <div aria-live="polite">
        {isMiss && (
          <Empty title={t('lookup.noHit')} icon="search">
            {t('lookup.noHitHint')}
          </Empty>
        )}
        {hits && hits.length > 0 && (
          <>
            {nothingBegins && <p className={styles.count}>{t('lookup.similar')}</p>}
            <Sheet>
              <ul className={styles.hits}>
                {hits.map((hit) => (
                  <Hit key={`${hit.concept}-${hit.source.text}`} hit={hit} direction={direction} />
                ))}
              </ul>
            </Sheet>
          </>
        )}
      </div>
    </>
  )
}

function Hit({ hit, direction }: { hit: LookupHit; direction: Direction }) {
  const { t } = useTranslation()
  const { source, matched, way, subjectField } = hit
  const how = t(`lookup.wayOf.${way}` as 'lookup.wayOf.inside', { defaultValue: '' })
  const found = matched && t('lookup.matched', { term: matched.text })
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
        {source.forbidden && <StatusMark of="term" status={source.status} />}
        {source.preferred && <p className={styles.definition}>{t('lookup.suggestion', { terms: source.preferred })}</p>}
        <p className={styles.definition}>{[subjectField, found, how].filter(Boolean).join(' · ')}</p>
      </div>
      <div>
        <TargetTerms terms={hit.targets} language={direction.target} />
        {hit.definition && <p className={styles.definition}>{hit.definition}</p>}
      </div>
    </li>
  )
}
