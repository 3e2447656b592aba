import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { type MergeChoices, useConcept, useMergeConcepts, useMergePlan } from '../../api/concepts.js'
import type { MergePlan, Termbase } from '../../api/types.js'
import { Page, Section, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { useOfferUndo } from './bulk-dialog.js'
import { useCategoryName } from './category-name.js'
import { ConceptPicker } from './concept-picker.js'
import { ConceptView } from './concept-view.js'
import { headline } from './headline.js'
import { partsOfPath } from './merge-path.js'
import styles from './merge-screen.module.css'

type Question = MergePlan['questions'][number]
type Choice = Question['chosen']

/** Two concepts side by side, what each says where they differ, and the one that they will be. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const { conceptId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const other = search.get('with') ?? ''
  const stays = useConcept(termbase.id, conceptId)
  useTitle(t('merge.title'), termbase.name)
  if (stays.isPending) return <Loading />
  if (stays.isError) return <Failed problem={stays.error} retry={() => void stays.refetch()} />
  const name = headline(stays.data.concept, [termbase.sourceLanguage, termbase.targetLanguage])
  return (
    <Page title={t('merge.title')} lead={t('merge.lead', { name })} width={1180}>
      {other ? (
        <Merging key={`${conceptId} ${other}`} id={conceptId} other={other} termbase={termbase} />
      ) : (
        <div className={styles.pick}>
          <ConceptPicker
            termbase={termbase}
            label={t('merge.pick')}
            except={conceptId}
            onPick={({ id }) => setSearch({ with: id })}
          />
        </div>
      )}
    </Page>
  )
}

function Merging({ id, other, termbase }: { id: string; other: string; termbase: Termbase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const offerUndo = useOfferUndo(termbase.id)
  const [choices, setChoices] = useState<MergeChoices>({})
  const found = useMergePlan(termbase.id, id, other, choices)
  const merge = useMergeConcepts(termbase.id)
  const home = `/termbases/${termbase.id}/concepts`
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed problem={found.error} retry={() => void found.refetch()} />
  const plan = found.data
  const { left, right } = plan
  const run = () =>
    merge.mutate(
      { plan, choices },
      {
        onSuccess: ({ batchId }) => {
          offerUndo(batchId, t('merge.done', { merged: right.number, into: left.number }))
          void navigate(`${home}/${left.id}`)
        },
        onError: () => void found.refetch(),
      },
    )
  return (
    <>
      <Questions
        plan={plan}
        choices={choices}
        onChoose={(path, choice) => setChoices((known) => ({ ...known, [path]: choice }))}
      />
      <Dropped plan={plan} />
      <Section title={t('merge.result')}>
        <Sheet>
          <div className={styles.result}>
            <ConceptView concept={plan.result} termbase={termbase} isPreview />
          </div>
        </Sheet>
      </Section>
      <div className={styles.buttons}>
        <ProblemLine problem={merge.error} />
        <Button variant="default" onClick={() => void navigate(`${home}/${other}/merge?with=${id}`, { replace: true })}>
          {t('merge.swap')}
        </Button>
        <Button variant="default" onClick={() => void navigate(`${home}/${id}`)}>
          {t('action.cancel')}
        </Button>
        <Button loading={merge.isPending} disabled={found.isFetching} onClick={run}>
          {t('merge.run', { merged: right.number, into: left.number })}
        </Button>
      </div>
    </>
  )
}

function Questions({
  plan,
  choices,
  onChoose,
}: {
  plan: MergePlan
  /** What was chosen and has perhaps not been answered yet. */
  choices: MergeChoices
  onChoose: (path: string, choice: Choice) => void
}) {
  const { t } = useTranslation()
  const nameOf = usePathName()
  const { left, right, questions } = plan
  if (questions.length === 0) return <Empty icon="check" title={t('merge.alike')} />
  return (
    <div className={styles.table} role="table" aria-label={t('merge.differences')}>
      <div className={styles.head} role="row">
        <span role="columnheader">{t('merge.field')}</span>
        <span role="columnheader">{t('merge.stays', { number: left.number })}</span>
        <span role="columnheader">{t('merge.goes', { number: right.number })}</span>
        <span role="columnheader">{t('merge.keep')}</span>
      </div>
      {questions.map((question) => (
        <div key={question.path} className={styles.row} role="row">
          <span role="rowheader" className={styles.name}>
            {nameOf(question.path)}
          </span>
          <Said question={question} side="left" />
          <Said question={question} side="right" />
          <span role="cell">
            <Radio.Group
              label={<span className="visually-hidden">{`${t('merge.keep')}: ${nameOf(question.path)}`}</span>}
              value={choices[question.path] ?? question.chosen}
              onChange={(choice) => onChoose(question.path, choice as Choice)}
            >
              <span className={styles.choices}>
                {question.allowed.map((choice) => (
                  <Radio key={choice} size="xs" value={choice} label={t(`merge.choice.${choice}`)} />
                ))}
              </span>
            </Radio.Group>
          </span>
        </div>
      ))}
    </div>
  )
}

function Said({ question, side }: { question: Question; side: 'left' | 'right' }) {
  const { t } = useTranslation()
  const text = question[side]
  const isKept = question.chosen === side || question.chosen === 'both'
  const status = useStatusText()
  return (
    <span role="cell" className={styles.said} data-kept={(isKept && text !== null) || undefined}>
      {text === null && t('bulk.nothing')}
      {text !== null && (isKept ? status(text) : <del>{status(text)}</del>)}
    </span>
  )
}

/** What will not be in the merged concept, so that nobody misses it later. The retired concept's history keeps it. */
function Dropped({ plan }: { plan: MergePlan }) {
  const { t } = useTranslation()
  const nameOf = usePathName()
  const status = useStatusText()
  const { left, right, dropped } = plan
  const category = useCategoryName()
  /** What stands beside the fields says its category first. */
  const named = (path: string, text: string) =>
    partsOfPath(path).field === 'data' ? text.replace(/^[\w-]+/, category) : status(text)
  return (
    <Section title={t('merge.dropped', { count: dropped.length })}>
      {dropped.length === 0 && <p className={styles.silent}>{t('merge.nothingDropped')}</p>}
      <ul className={styles.dropped}>
        {dropped.map(({ path, side, text }) => (
          <li key={`${side} ${path}`}>
            <span className={styles.silent}>
              {t('concept.numbered', { number: (side === 'left' ? left : right).number })} · {nameOf(path)}
            </span>{' '}
            <del>{named(path, text)}</del>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useStatusText(): (text: string) => string {
  const { t } = useTranslation()
  return (text) =>
    t(`termStatus.${text}` as 'termStatus.preferredTerm-admn-sts', { defaultValue: '' }) ||
    t(`conceptStatus.${text}` as 'conceptStatus.draft', { defaultValue: text })
}

/** `zh/term:球阀/partOfSpeech` in words. */
function usePathName(): (path: string) => string {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  return (path) => {
    const { language, term, field } = partsOfPath(path)
    const what = field === 'data' ? t('concept.otherData') : field ? nameOf(field) : t('field.term')
    return [language, term, what].filter(Boolean).join(' · ')
  }
}
