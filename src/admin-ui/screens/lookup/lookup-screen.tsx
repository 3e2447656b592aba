import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Direction } from '../../api/lookup.js'
import { useFormat } from '../../parts/format.js'
import { Page } from '../../parts/page.js'
import { Empty } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { MissesLink } from '../misses/misses-link.js'
import { CheckForm } from './check-form.js'
import { LookupForm } from './lookup-form.js'
import styles from './lookup.module.css'
import { RecognizeForm } from './recognize-form.js'

const ways = ['term', 'text', 'check'] as const

/** The published glossary as its users meet it: look up, recognise in a text, check a translation. */
export function Component() {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const [search, setSearch] = useSearchParams()
  const way = ways.find((known) => known === search.get('way')) ?? 'term'
  const [isReversed, setReversed] = useState(search.get('source') === termbase.targetLanguage)
  useTitle(t('task.lookup'), termbase.name)

  const { id, sourceLanguage, targetLanguage } = termbase
  const direction: Direction = isReversed
    ? { termbase: id, source: targetLanguage, target: sourceLanguage }
    : { termbase: id, source: sourceLanguage, target: targetLanguage }
  const setParameter = (name: string, value: string) =>
    setSearch(
      (known) => {
        const next = new URLSearchParams(known)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )

  if (termbase.counts.releases === 0) return <NothingPublished />
  return (
    <Page title={t('task.lookup')} lead={t('lookup.lead')} actions={<MissesLink termbaseId={id} />} width={860}>
      <div className={styles.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t('task.lookup')}
          data={ways.map((value) => ({ value, label: t(`lookup.way.${value}`) }))}
          value={way}
          onChange={(value) => setParameter('way', value === 'term' ? '' : value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t('lookup.direction')}
          value={isReversed ? 'reversed' : 'forward'}
          data={[
            { value: 'forward', label: `${format.language(sourceLanguage)} → ${format.language(targetLanguage)}` },
            { value: 'reversed', label: `${format.language(targetLanguage)} → ${format.language(sourceLanguage)}` },
          ]}
          onChange={(event) => {
            setReversed(event.currentTarget.value === 'reversed')
            setParameter('source', event.currentTarget.value === 'reversed' ? targetLanguage : '')
          }}
        />
      </div>
      {way === 'term' && (
        <LookupForm
          direction={direction}
          text={search.get('text') ?? ''}
          onText={(text) => setParameter('text', text)}
          mode={search.get('mode')}
          onMode={(mode) => setParameter('mode', mode === 'prefix' ? '' : mode)}
        />
      )}
      {way === 'text' && <RecognizeForm key={direction.source} direction={direction} />}
      {way === 'check' && <CheckForm key={direction.source} direction={direction} />}
    </Page>
  )
}

function NothingPublished() {
  const { t } = useTranslation()
  return (
    <Page title={t('task.lookup')} width={860}>
      <Empty
        title={t('lookup.nothingPublished')}
        icon="search"
        action={
          <Button component={Link} to="../releases" relative="path">
            {t('lookup.toReleases')}
          </Button>
        }
      >
        {t('lookup.nothingPublishedHint')}
      </Empty>
    </Page>
  )
}
