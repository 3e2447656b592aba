import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import {
  changelogAddress,
  type DifferenceKind,
  differenceKinds,
  useReleaseDiff,
  useReleases,
} from '../../api/releases.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { DifferenceList } from './difference-list.js'
import styles from './releases-screen.module.css'

/** Any two releases side by side; which, and what is filtered, stands in the address. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const releases = useReleases(termbase.id)
  const [search, setSearch] = useSearchParams()
  const newest = releases.data?.items[0]?.number ?? 0
  const to = Number(search.get('to')) || newest
  const from = Number(search.get('from')) || Math.max(to - 1, 1)
  const kind = differenceKinds.find((one) => one === search.get('kind'))
  const q = search.get('q') ?? ''
  const set = (name: string, value: string) => {
    const next = new URLSearchParams({
      ...Object.fromEntries(search),
      from: String(from),
      to: String(to),
      [name]: value,
    })
    if (!value) next.delete(name)
    setSearch(next, { replace: true })
  }
  useTitle(t('releases.compareTitle', { from, to }), termbase.name)
  const numbers = (releases.data?.items ?? []).map(({ number, note }) => ({
    value: String(number),
    label: [number, note.slice(0, 40)].filter(Boolean).join(' · '),
  }))
  return (
    <Page
      title={t('releases.compareTitle', { from, to })}
      lead={<Link to={`/termbases/${termbase.id}/releases`}>{t('task.releases')}</Link>}
      actions={
        <Button
          component="a"
          variant="default"
          href={changelogAddress(termbase.id, from, to)}
          leftSection={<Icon name="download" size={14} />}
        >
          {t('releases.changelog')}
        </Button>
      }
    >
      <div className={styles.filters}>
        <NativeSelect
          label={t('releases.from')}
          data={numbers}
          value={String(from)}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <NativeSelect
          label={t('releases.to')}
          data={numbers}
          value={String(to)}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
        <TextInput
          type="search"
          label={t('releases.search')}
          value={q}
          onChange={(event) => set('q', event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('releases.kind')}
          data={[
            { value: '', label: t('releases.allKinds') },
            ...differenceKinds.map((one) => ({ value: one, label: t(`releases.${one}`) })),
          ]}
          value={kind ?? ''}
          onChange={(value) => set('kind', value)}
        />
      </div>
      {releases.isError && <Failed problem={releases.error} retry={() => void releases.refetch()} />}
      {releases.data && newest === 0 && <Empty title={t('releases.none')} />}
      {newest > 0 && <Differences from={from} to={to} kind={kind} q={q} />}
    </Page>
  )
}

function Differences(asked: { from: number; to: number; kind: DifferenceKind | undefined; q: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id } = useCurrentTermbase()
  const { from, to, kind, q } = asked
  const diff = useReleaseDiff(id, from, to, { kind, q: q || undefined })
  if (diff.isPending) return <Loading />
  if (diff.isError) return <Failed problem={diff.error} retry={() => void diff.refetch()} />
  const { pages } = diff.data
  const counts = pages[0]!.counts
  const isEmpty = pages.every((page) => differenceKinds.every((one) => page[one].length === 0))
  return (
    <Sheet>
      <div className={styles.diff}>
        <p className={styles.facts}>
          {differenceKinds.map((one) => `${t(`releases.${one}`)} ${format.number(counts[one])}`).join(' · ')}
        </p>
        {isEmpty && (
          <p className={styles.text}>
            {t(kind || q ? 'releases.nothingFound' : 'releases.noChanges', { number: from })}
          </p>
        )}
        <DifferenceList pages={pages} />
        {diff.hasNextPage && (
          <Button variant="default" loading={diff.isFetchingNextPage} onClick={() => void diff.fetchNextPage()}>
            {t('releases.more')}
          </Button>
        )}
      </div>
    </Sheet>
  )
}
