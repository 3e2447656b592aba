import { Alert, Button, CopyButton, Kbd, Tooltip } from '@mantine/core'
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Author, Candidate, CandidateRow, Decision, DecisionKind, Termbase } from '../../api/types.js'
import { type Desk, useDesk } from '../../parts/desk/desk.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { useProblemText } from '../../parts/problem-text.js'
import { Empty, Failed } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import { mayDecide } from './allowed.js'
import { MovedBy } from '../ranking/moved-by.js'
import { AlreadyInTermbase } from './already-in-termbase.js'
import styles from './candidate-panel.module.css'
import { DecisionHistory } from './decision-history.js'
import { EditForm, type Texts, useEvidenceSelection } from './edit-form.js'
import { EvidenceList } from './evidence-list.js'
import type { View } from './filters.js'
import { Fragments } from './fragments.js'
import { ReasonBars } from './reason-bars.js'
import type { Actions } from './use-actions.js'

/** Everything an editor needs to judge the current pair, without a click. */
export function CandidatePanel({
  termbase,
  row,
  candidate,
  actions,
  canEdit,
  isEditing,
  onEditing,
  view,
  lookers,
}: {
  termbase: Termbase
  row: CandidateRow | undefined
  candidate: UseQueryResult<Candidate>
  actions: Actions
  canEdit: boolean
  isEditing: boolean
  onEditing: (isEditing: boolean) => void
  view: View
  lookers: Author[]
}) {
  const { t, i18n } = useTranslation()
  const desk = useDesk()
  const [picked, setPicked] = useState<Partial<Texts>>({})
  const [edited, setEdited] = useState<Texts | null>(null)
  useEffect(() => {
    onEditing(false)
    setPicked({})
  }, [row?.id, onEditing])
  const mayEdit = canEdit && row !== undefined && mayDecide(row.state, 'edit')
  // Dragging over the evidence says where a term begins and ends.
  useEvidenceSelection((side, text) => {
    if (!mayEdit) return
    setPicked((known) => ({ ...(isEditing ? known : {}), [side]: text }))
    onEditing(true)
  })

  if (!row) {
    return (
      <aside className={styles.panel} aria-label={t('review.panel')} data-view={view}>
        {candidate.isError ? <Failed problem={candidate.error} /> : <Empty title={t('review.nothingChosen')} />}
      </aside>
    )
  }
  const detail = candidate.data?.id === row.id ? candidate.data : undefined
  return (
    <aside className={styles.panel} aria-label={t('review.panel')} data-view={view}>
      <div
        className={styles.scroll}
        key={row.id}
        data-card={row.id}
        tabIndex={0}
        role="region"
        aria-label={t('review.evidence')}
      >
        <PanelHead row={row} lookers={lookers} />
        <Refusal desk={desk} row={row} actions={actions} />
        {isEditing ? (
          <EditForm
            termbase={termbase}
            row={row}
            evidence={detail?.evidence[0]}
            picked={picked}
            onChange={setEdited}
            onCancel={() => onEditing(false)}
            onSave={(texts) => actions.acceptEdited(row, texts)}
          />
        ) : (
          <Pair termbase={termbase} row={row} edit={detail?.decisions.find(isStandingEdit)} />
        )}
        <p className={styles.explanation}>{i18n.language.startsWith('zh') ? row.explanation.zh : row.explanation.en}</p>
        <div className={styles.reasons}>
          <ReasonBars reasons={row.reasons} />
          <MovedBy termbaseId={termbase.id} candidateId={row.id} />
        </div>
        <div className={styles.evidence}>
          <EvidenceList
            termbase={termbase}
            candidate={detail}
            frequency={row.frequency}
            edited={isEditing ? edited : null}
          />
        </div>
        {canEdit && row.state === 'accepted' && (
          <Fragments termbase={termbase} row={row} onFold={() => actions.fold(row)} />
        )}
        <AlreadyInTermbase
          termbase={termbase}
          related={detail?.related}
          conceptId={row.conceptId}
          onJoin={canEdit && mayDecide(row.state, 'accept') ? (concept) => actions.join(row, concept) : null}
        />
        <Forms row={row} termbase={termbase} />
        {detail && <DecisionHistory decisions={detail.decisions} />}
      </div>
      {canEdit && <ActionBar row={row} actions={actions} isEditing={isEditing} />}
    </aside>
  )
}

const isStandingEdit = ({ kind, undoneAt }: Decision) => kind === 'edit' && !undoneAt

/** The pair as it was accepted, and as it was found when that differs. */
function Pair({ termbase, row, edit }: { termbase: Termbase; row: CandidateRow; edit: Decision | undefined }) {
  const { t } = useTranslation()
  const { source, target } = row
  return (
    <div className={styles.pair}>
      <div lang={termbase.sourceLanguage} className={styles.source}>
        {edit?.source ?? source}
      </div>
      <div lang={termbase.targetLanguage} className={styles.target}>
        {edit?.target ?? target}
      </div>
      {edit && <div className={styles.found}>{t('review.foundAs', { source, target })}</div>}
    </div>
  )
}

function PanelHead({ row, lookers }: { row: CandidateRow; lookers: Author[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const address = `${window.location.origin}${window.location.pathname}?state=all&candidate=${row.id}`
  return (
    <div className={styles.head}>
      <StatusMark of="candidate" status={row.state} />
      {row.lastDecision && row.state !== 'proposed' && (
        <span title={format.date(row.lastDecision.at)}>
          {t('review.by', { name: row.lastDecision.author.name, ago: format.ago(row.lastDecision.at) })}
        </span>
      )}
      {lookers.length > 0 && (
        <span className={styles.lookers} role="status">
          <Icon name="person" size={14} />
          {t('review.alsoLooking', { names: lookers.map(({ name }) => name).join(', ') })}
        </span>
      )}
      <span className={styles.rest} />
      <span>{t(`kind.${row.kind}`)}</span>
      <strong>{format.percent(row.score)}</strong>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('action.copied') : t('review.copyLink')}>
            <button type="button" className={styles.link} onClick={copy} aria-label={t('review.copyLink')}>
              <Icon name={copied ? 'check' : 'link'} size={14} />
            </button>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  )
}

/** A decision that the server did not take stays visible until it is made again or dismissed. */
function Refusal({ desk, row, actions }: { desk: Desk; row: CandidateRow; actions: Actions }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const textOf = useProblemText()
  const format = useFormat()
  const failure = desk.failures.get(row.id)
  if (!failure) return null
  const { message, remedy } = textOf(failure.problem)
  const isStale = failure.problem instanceof Error && 'code' in failure.problem && failure.problem.code === 'stale'
  const newer = row.lastDecision
  const again = () => {
    void client.invalidateQueries({ queryKey: ['candidate'] })
    if (failure.decision.kind === 'accept') actions.accept(row)
    else void desk.decide(row, failure.decision)
  }
  return (
    <Alert
      color="red"
      variant="light"
      className={styles.refusal!}
      title={isStale ? t('review.stale') : t('review.refused')}
      withCloseButton
      closeButtonLabel={t('action.close')}
      onClose={() => desk.forget(row.id)}
    >
      {isStale && newer
        ? t('review.staleText', {
            name: newer.author.name,
            ago: format.ago(newer.at),
            state: t(`candidateState.${row.state}`),
          })
        : `${message} ${remedy ?? ''}`}
      {!isStale && (
        <Button size="compact-xs" variant="light" color="red" onClick={again} ml={8}>
          {t('action.retry')}
        </Button>
      )}
    </Alert>
  )
}

const rivals = new Set(['alternative', 'shorter', 'longer'])

/** The other shapes the pair was seen in, and the longer terms it may only be a piece of. */
function Forms({ row, termbase }: { row: CandidateRow; termbase: Termbase }) {
  const { t } = useTranslation()
  const groups = [
    { title: t('review.variants'), pairs: row.variants.filter(({ kind }) => !rivals.has(kind)) },
    { title: t('review.rivals'), pairs: row.variants.filter(({ kind }) => rivals.has(kind)) },
    { title: t('review.containedIn'), pairs: row.containedIn },
  ].filter(({ pairs }) => pairs.length > 0)
  return groups.map(({ title, pairs }) => (
    <section key={title} className={styles.section}>
      <h2>{title}</h2>
      <ul className={styles.forms}>
        {pairs.map(({ source, target }) => (
          <li key={`${source}|${target}`}>
            <span lang={termbase.sourceLanguage}>{source}</span>
            <span lang={termbase.targetLanguage}>{target}</span>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** Always at the same place, so that neither the eye nor the hand has to search. */
function ActionBar({ row, actions, isEditing }: { row: CandidateRow; actions: Actions; isEditing: boolean }) {
  const { t } = useTranslation()
  const off = (kind: DecisionKind) => isEditing || !mayDecide(row.state, kind)
  return (
    <div className={styles.actions} role="toolbar" aria-label={t('review.actions')}>
      <Action label={t('review.accept')} hint="a" primary off={off('accept')} run={() => actions.accept(row)} />
      <Action label={t('review.edit')} hint="e" off={off('edit')} run={actions.edit} />
      {mayDecide(row.state, 'reopen') ? (
        <Action label={t('review.reopen')} hint="o" run={() => actions.reopen(row)} />
      ) : (
        <Action label={t('review.reject')} hint="r" off={off('reject')} run={actions.askReason} />
      )}
      <Action label={t('review.skip')} hint="s" off={off('skip')} run={() => actions.skip(row)} />
      <Action label={t('review.merge')} hint="m" off={off('merge')} run={actions.askMerge} />
    </div>
  )
}

function Action({
  label,
  hint,
  primary,
  off = false,
  run,
}: {
  label: string
  hint: string
  primary?: boolean
  off?: boolean
  run: () => void
}) {
  return (
    <Button
      size="xs"
      variant={primary ? 'filled' : 'default'}
      px={10}
      disabled={off}
      rightSection={<Kbd className={styles.key!}>{hint}</Kbd>}
      aria-keyshortcuts={hint}
      onClick={run}
    >
      {label}
    </Button>
  )
}
