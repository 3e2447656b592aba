import { Alert, Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptChange } from '../../api/concepts.js'
import type { Concept } from '../../api/types.js'
import { ChangeLine } from '../../parts/change-line.js'
import { changesBetween } from './concept-changes.js'
import type { Draft } from './concept-form.js'
import { useCategoryName } from './category-name.js'
import { textOf } from './data-nodes.js'
import styles from './overtaken.module.css'
import { type Conflict, putTogether, type Side } from './three-way.js'

/** Somebody else saved first: what they changed, where it meets what I changed, and the ways on. Nothing of mine is lost meanwhile. */
export function Overtaken({
  base,
  mine,
  theirs,
  onTogether,
  onTheirs,
}: {
  /** What both began with. */
  base: Concept
  mine: ConceptChange
  theirs: Concept
  onTogether: (draft: Draft) => void
  onTheirs: () => void
}) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Record<string, Side>>({})
  const { draft, conflicts } = putTogether(base, mine, theirs, choices)
  return (
    <Alert color="orange" variant="light" title={t('concept.overtaken')} mb="md">
      <div className={styles.overtaken}>
        <p>{t('concept.overtakenText')}</p>
        <div>
          <h3>{t('concept.theirChanges')}</h3>
          {changesBetween(base, theirs).map((change, index) => (
            <ChangeLine key={index} change={change} />
          ))}
        </div>
        {conflicts.length > 0 && (
          <div>
            <h3>{t('concept.conflicts', { count: conflicts.length })}</h3>
            {conflicts.map((conflict) => (
              <ConflictChoice
                key={conflict.path}
                conflict={conflict}
                side={choices[conflict.path] ?? 'mine'}
                onChoose={(side) => setChoices((known) => ({ ...known, [conflict.path]: side }))}
              />
            ))}
          </div>
        )}
        <div className={styles.choices}>
          <Button onClick={() => onTogether(draft as Draft)}>{t('concept.together')}</Button>
          <Button variant="default" onClick={onTheirs}>
            {t('concept.takeTheirs')}
          </Button>
        </div>
      </div>
    </Alert>
  )
}

function ConflictChoice({
  conflict,
  side,
  onChoose,
}: {
  conflict: Conflict
  side: Side
  onChoose: (side: Side) => void
}) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const field =
    conflict.field === 'text'
      ? t('field.term')
      : conflict.field === 'data'
        ? t('concept.otherData')
        : nameOf(conflict.field)
  return (
    <Radio.Group
      label={[conflict.term, field].filter(Boolean).join(' · ')}
      value={side}
      onChange={(value) => onChoose(value as Side)}
    >
      <div className={styles.sides}>
        <Radio value="mine" label={`${t('concept.mine')}: ${useSaid(conflict.mine)}`} />
        <Radio value="theirs" label={`${t('concept.theirs')}: ${useSaid(conflict.theirs)}`} />
      </div>
    </Radio.Group>
  )
}

function useSaid(value: unknown): string {
  const { t } = useTranslation()
  if (value === null || value === undefined || value === '') return t('bulk.nothing')
  if (Array.isArray(value)) return value.map((node) => textOf(node.content) || node.category).join('; ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (
    t(`termStatus.${text}` as 'termStatus.preferredTerm-admn-sts', { defaultValue: '' }) ||
    t(`conceptStatus.${text}` as 'conceptStatus.draft', { defaultValue: text })
  )
}
