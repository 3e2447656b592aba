import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import {
  type Miss,
  type MissList,
  type MissState,
  useMisses,
  useSetCounting,
  useSetDismissed,
} from '../../api/misses.js'
import { useCanEdit } from '../../api/session.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useKeys } from '../../parts/use-keys.js'
import { useTitle } from '../../parts/use-title.js'
import { MissLine } from './miss-line.js'
import styles from './misses.module.css'
import { ProposeDialog } from './propose-dialog.js'

const states: MissState[] = ['open', 'proposed', 'dismissed']
const batch = 50

/** What translators look for in vain: dismiss it, or make a candidate of it. By mouse, or with j, k, d and Enter. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const canEdit = useCanEdit()
  const [search, setSearch] = useSearchParams()
  const state = states.find((known) => known === search.get('state')) ?? 'open'
  const [limit, setLimit] = useState(batch)
  const misses = useMisses(termbase.id, state, limit, canEdit)
  useTitle(t('misses.title'), termbase.name)
  return (
    <Page title={t('misses.title')} lead={t('misses.lead')} width={860}>
      <div className={styles.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t('misses.title')}
          data={states.map((value) => ({ value, label: t(`misses.state.${value}`) }))}
          value={state}
          onChange={(value) => {
            setLimit(batch)
            setSearch(value === 'open' ? {} : { state: value }, { replace: true })
          }}
        />
        {misses.data && <Counting termbaseId={termbase.id} counting={misses.data.counting} />}
      </div>
      {!canEdit && <Empty title={t('misses.editorsOnly')} icon="info" />}
      {canEdit && misses.isPending && <Loading />}
      {misses.isError && <Failed problem={misses.error} retry={() => void misses.refetch()} />}
      {misses.data && <List key={state} state={state} list={misses.data} onMore={() => setLimit(limit + batch)} />}
    </Page>
  )
}

function List({ state, list, onMore }: { state: MissState; list: MissList; onMore: () => void }) {
  const { t } = useTranslation()
  const { id: termbaseId } = useCurrentTermbase()
  const dismiss = useSetDismissed(termbaseId)
  const [selected, setSelected] = useState(0)
  const [proposing, setProposing] = useState<Miss | null>(null)
  const { items, total, counting } = list
  const at = Math.min(selected, items.length - 1)
  const setDismissed = ({ id }: Miss, dismissed: boolean) => dismiss.mutate({ id, dismissed })
  useKeys({
    j: () => setSelected(Math.min(at + 1, items.length - 1)),
    k: () => setSelected(Math.max(at - 1, 0)),
    d: () => state === 'open' && items[at] && setDismissed(items[at], true),
    z: () => state === 'dismissed' && items[at] && setDismissed(items[at], false),
    Enter: () => state === 'open' && items[at] && setProposing(items[at]),
  })
  if (items.length === 0)
    return (
      <Empty title={t(counting ? `misses.none.${state}` : 'misses.off')} icon="search">
        {counting && state === 'open' && t('misses.noneHint')}
      </Empty>
    )
  return (
    <>
      <ProblemLine problem={dismiss.error} />
      <Sheet>
        <ul className={styles.list} aria-label={t(`misses.state.${state}`)}>
          {items.map((miss, index) => (
            <MissLine
              key={miss.id}
              miss={miss}
              isSelected={index === at}
              onSelect={() => setSelected(index)}
              onDismiss={(dismissed) => setDismissed(miss, dismissed)}
              onPropose={() => setProposing(miss)}
            />
          ))}
        </ul>
      </Sheet>
      <div className={styles.foot}>
        {state === 'open' && <span className={styles.keys}>{t('misses.keys')}</span>}
        {items.length < total && (
          <Button variant="default" size="xs" onClick={onMore}>
            {t('misses.more', { count: total - items.length })}
          </Button>
        )}
      </div>
      {proposing && <ProposeDialog miss={proposing} onClose={() => setProposing(null)} />}
    </>
  )
}

/** Turning it off forgets what was counted, and asks first. */
function Counting({ termbaseId, counting }: { termbaseId: string; counting: boolean }) {
  const { t } = useTranslation()
  const set = useSetCounting(termbaseId)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Switch
        size="sm"
        label={t('misses.counting')}
        checked={counting}
        onChange={(event) => (event.currentTarget.checked ? set.mutate(true) : setAsking(true))}
      />
      {isAsking && (
        <ConfirmDialog
          title={t('misses.offTitle')}
          text={t('misses.offText')}
          confirm={t('misses.offConfirm')}
          isRunning={set.isPending}
          problem={set.error}
          onConfirm={() => set.mutate(false, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
