import { Button, NativeSelect } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ConceptQuery, useBulkEdit, useBulkPreview, useUndoConceptBatch } from '../../api/concepts.js'
import type { BulkChange, BulkPreview, Termbase } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { Loading, ProblemLine } from '../../parts/states.js'
import { TermLine } from '../../parts/term-line.js'
import { SubjectInput } from '../subject-fields/subject-input.js'
import { statuses } from './concept-filters.js'
import styles from './bulk-dialog.module.css'
import { TextField } from './fields.js'

const fields = ['status', 'subjectField', 'customerSubset', 'projectSubset'] as const
type Field = (typeof fields)[number]

/** One change of all that the filters find: what it will be is shown before, and it can be taken back as a whole. */
export function BulkDialog({
  termbase,
  filter,
  onClose,
}: {
  termbase: Termbase
  filter: ConceptQuery
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [field, setField] = useState<Field>('status')
  const [value, setValue] = useState<string | null>('approved')
  const change: BulkChange = { [field]: value }
  const preview = useBulkPreview(termbase.id, { filter, change })
  const edit = useBulkEdit(termbase.id)
  const offerUndo = useOfferUndo(termbase.id)
  const changing = preview.data?.changing ?? 0
  const choose = (next: Field) => {
    setField(next)
    setValue(next === 'status' ? 'approved' : null)
  }
  return (
    <Dialog onClose={onClose} title={t('bulk.title')} size="lg">
      <div className={styles.form}>
        <NativeSelect
          label={t('bulk.field')}
          value={field}
          data={fields.map((name) => ({ value: name, label: t(`field.${name}`) }))}
          onChange={(event) => choose(event.currentTarget.value as Field)}
        />
        <ValueInput termbaseId={termbase.id} field={field} value={value} onChange={setValue} />
      </div>
      <div className={styles.preview} aria-live="polite">
        {preview.isPending && <Loading />}
        <ProblemLine problem={preview.error ?? edit.error} />
        {preview.data && <Preview preview={preview.data} field={field} value={value} termbase={termbase} />}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          loading={edit.isPending}
          disabled={changing === 0 || preview.isFetching}
          onClick={() =>
            edit.mutate(
              { filter, change, expectedCount: changing },
              {
                onSuccess: ({ batchId, changed }) => {
                  onClose()
                  if (batchId) offerUndo(batchId, t('bulk.done', { count: changed, shown: format.number(changed) }))
                },
                onError: () => void preview.refetch(),
              },
            )
          }
        >
          {t('bulk.apply', { count: changing, shown: format.number(changing) })}
        </Button>
      </div>
    </Dialog>
  )
}

function ValueInput({
  termbaseId,
  field,
  value,
  onChange,
}: {
  termbaseId: string
  field: Field
  value: string | null
  onChange: (value: string | null) => void
}) {
  const { t } = useTranslation()
  if (field === 'status')
    return (
      <NativeSelect
        label={t('bulk.value')}
        value={value ?? ''}
        data={statuses.map((status) => ({ value: status, label: t(`conceptStatus.${status}`) }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  if (field === 'subjectField')
    return <SubjectInput termbaseId={termbaseId} label={t('bulk.valueOrNothing')} value={value} onChange={onChange} />
  return <TextField label={t('bulk.valueOrNothing')} value={value} onChange={onChange} />
}

function Preview({
  preview,
  field,
  value,
  termbase,
}: {
  preview: BulkPreview
  field: Field
  value: string | null
  termbase: Termbase
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = (text: string | null | undefined) =>
    (field === 'status' && text ? t(`conceptStatus.${text}` as 'conceptStatus.draft') : text) || t('bulk.nothing')
  const { matching, changing, examples } = preview
  return (
    <>
      <p className={styles.count}>
        {t('bulk.preview', {
          changing: format.number(changing),
          matching: format.number(matching),
        })}
      </p>
      <ul className={styles.examples}>
        {examples.map(({ id, number, terms, before }) => (
          <li key={id}>
            <span className={styles.number}>{number}</span>
            <TermLine terms={terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
            <span className={styles.change}>
              <del>{said(before[field])}</del> <ins>{said(value)}</ins>
            </span>
          </li>
        ))}
      </ul>
      {changing > examples.length && (
        <p className={styles.count}>{t('bulk.more', { shown: format.number(changing - examples.length) })}</p>
      )}
    </>
  )
}

/** Says what was done, with the button that takes it back; what others have changed since stays as it is. */
export function useOfferUndo(termbaseId: string): (batchId: string, message: string) => void {
  const { t } = useTranslation()
  const undo = useUndoConceptBatch(termbaseId)
  return (batchId, message) => {
    const takeBack = () => {
      notifications.hide(batchId)
      // The dialog that offered it is gone by now, and with it what `mutate` would call back.
      undo.mutateAsync({ id: batchId, rest: true }).then(
        ({ undone, kept }) =>
          notifications.show({
            message: [t('bulk.undone', { count: undone }), kept > 0 && t('bulk.kept', { count: kept })]
              .filter(Boolean)
              .join(' '),
          }),
        () => notifications.show({ color: 'red', message: t('review.undoFailed') }),
      )
    }
    notifications.show({
      id: batchId,
      autoClose: 20_000,
      message: (
        <span className={styles.notice}>
          {message}
          <Button size="compact-xs" variant="light" onClick={takeBack}>
            {t('action.undo')}
          </Button>
        </span>
      ),
    })
  }
}
