import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptChange, SectionDraft, TermDraft } from '../../api/concepts.js'
import { administrativeStatuses, type Concept, type ConceptStatus, type Termbase } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import styles from './concept-form.module.css'

const statuses = ['draft', 'approved', 'retired'] as const
const termTypes = ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] as const
const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const
const genders = ['masculine', 'feminine', 'neuter', 'other'] as const

type Draft = Pick<Concept, 'status' | 'subjectField' | 'definition' | 'definitionSource' | 'note'> & {
  languages: SectionDraft[]
}

/** The whole concept in one form, every field at its level. Saved as a whole, or not at all. */
export function ConceptForm({
  concept,
  termbase,
  isSaving,
  fields,
  onSave,
  onCancel,
}: {
  concept: Concept
  termbase: Termbase
  isSaving: boolean
  fields: Record<string, string[]>
  onSave: (change: ConceptChange) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const { status, subjectField, definition, definitionSource, note } = concept
  const [draft, setDraft] = useState<Draft>({
    status,
    subjectField,
    definition,
    definitionSource,
    note,
    languages: concept.languages,
  })
  const set = (change: Partial<Draft>) => setDraft((known) => ({ ...known, ...change }))
  const missing = [termbase.sourceLanguage, termbase.targetLanguage].filter(
    (language) => !draft.languages.some((section) => section.language === language),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave({ ...draft, languages: draft.languages.filter(({ terms }) => terms.length > 0) })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.row}>
        <NativeSelect
          label={t('concept.status')}
          data={statuses.map((value) => ({ value, label: t(`conceptStatus.${value}`) }))}
          value={draft.status}
          onChange={(event) => set({ status: event.currentTarget.value as ConceptStatus })}
        />
        <Field
          label={t('concept.subjectField')}
          value={draft.subjectField}
          onChange={(subjectField) => set({ subjectField })}
        />
      </div>
      <LongField
        label={t('concept.definition')}
        value={draft.definition}
        onChange={(definition) => set({ definition })}
      />
      <div className={styles.row}>
        <Field
          label={t('concept.definitionSource')}
          value={draft.definitionSource}
          onChange={(definitionSource) => set({ definitionSource })}
        />
        <Field label={t('concept.note')} value={draft.note} onChange={(note) => set({ note })} />
      </div>
      {draft.languages.map((section, index) => (
        <SectionForm
          key={section.language}
          section={section}
          errors={(term) => fields[`languages[${index}].terms[${term}].text`]?.join('; ')}
          onChange={(changed) => set({ languages: draft.languages.with(index, changed) })}
        />
      ))}
      {missing.map((language) => (
        <AddSection
          key={language}
          language={language}
          onAdd={() =>
            set({ languages: [...draft.languages, { language, terms: [newTerm('preferredTerm-admn-sts')] }] })
          }
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit" size="sm" loading={isSaving}>
          {t('action.save')}
        </Button>
        <Button variant="default" size="sm" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  )
}

function AddSection({ language, onAdd }: { language: string; onAdd: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Button
      variant="default"
      leftSection={<Icon name="plus" size={12} />}
      onClick={onAdd}
      style={{ justifySelf: 'start' }}
    >
      {t('concept.addLanguage', { language: format.language(language) })}
    </Button>
  )
}

function SectionForm({
  section,
  errors,
  onChange,
}: {
  section: SectionDraft
  errors: (term: number) => string | undefined
  onChange: (section: SectionDraft) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <fieldset className={styles.section}>
      <legend>{format.language(section.language)}</legend>
      <LongField
        label={t('concept.languageDefinition')}
        value={section.definition}
        onChange={(definition) => onChange({ ...section, definition })}
      />
      {section.terms.map((term, index) => (
        <TermForm
          key={term.id ?? `new-${index}`}
          term={term}
          language={section.language}
          error={errors(index)}
          onChange={(changed) => onChange({ ...section, terms: section.terms.with(index, changed) })}
          onRemove={() => onChange({ ...section, terms: section.terms.toSpliced(index, 1) })}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<Icon name="plus" size={12} />}
        style={{ justifySelf: 'start' }}
        onClick={() => onChange({ ...section, terms: [...section.terms, newTerm('admittedTerm-admn-sts')] })}
      >
        {t('concept.addTerm')}
      </Button>
    </fieldset>
  )
}

function TermForm({
  term,
  language,
  error,
  onChange,
  onRemove,
}: {
  term: TermDraft
  language: string
  error: string | undefined
  onChange: (term: TermDraft) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const [showsMore, setShowsMore] = useState(false)
  const set = (change: Partial<TermDraft>) => onChange({ ...term, ...change })
  const choice = <Value extends string>(
    label: string,
    values: readonly Value[],
    key: 'termType' | 'partOfSpeech' | 'grammaticalGender',
    name: (value: Value) => string,
  ) => (
    <NativeSelect
      label={label}
      data={[{ value: '', label: '–' }, ...values.map((value) => ({ value, label: name(value) }))]}
      value={term[key] ?? ''}
      onChange={(event) => set({ [key]: event.currentTarget.value || null })}
    />
  )
  return (
    <div className={styles.term}>
      <div className={styles.termRow}>
        <TextInput
          label={t('concept.term')}
          lang={language}
          required
          withAsterisk={false}
          value={term.text}
          error={error}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('concept.termStatus')}
          data={administrativeStatuses.map((value) => ({ value, label: t(`termStatus.${value}`) }))}
          value={term.administrativeStatus ?? 'admittedTerm-admn-sts'}
          onChange={(event) =>
            set({ administrativeStatus: event.currentTarget.value as TermDraft['administrativeStatus'] })
          }
        />
        {choice(t('concept.termType'), termTypes, 'termType', (value) => t(`termType.${value}`))}
        {choice(t('concept.partOfSpeech'), partsOfSpeech, 'partOfSpeech', (value) => t(`partOfSpeech.${value}`))}
      </div>
      {showsMore && (
        <>
          <div className={styles.row}>
            {choice(t('concept.gender'), genders, 'grammaticalGender', (value) => t(`gender.${value}`))}
            <Field
              label={t('concept.usage')}
              value={term.geographicalUsage}
              onChange={(geographicalUsage) => set({ geographicalUsage })}
            />
          </div>
          <LongField label={t('concept.context')} value={term.context} onChange={(context) => set({ context })} />
          <div className={styles.row}>
            <Field
              label={t('concept.contextSource')}
              value={term.contextSource}
              onChange={(contextSource) => set({ contextSource })}
            />
            <Field label={t('concept.source')} value={term.source} onChange={(source) => set({ source })} />
          </div>
          <Field label={t('concept.note')} value={term.note} onChange={(note) => set({ note })} />
          <Checkbox
            label={t('concept.caseSensitive')}
            checked={term.caseSensitive ?? false}
            onChange={(event) => set({ caseSensitive: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('concept.exactForm')}
            checked={term.exactForm ?? false}
            onChange={(event) => set({ exactForm: event.currentTarget.checked })}
          />
        </>
      )}
      <div className={styles.termButtons}>
        <Button variant="subtle" size="compact-xs" aria-expanded={showsMore} onClick={() => setShowsMore(!showsMore)}>
          {t(showsMore ? 'concept.less' : 'concept.more')}
        </Button>
        <Button variant="subtle" size="compact-xs" color="gray" onClick={onRemove}>
          {t('concept.removeTerm')}
        </Button>
      </div>
    </div>
  )
}

interface FieldProps {
  label: string
  value: string | null | undefined
  onChange: (value: string | null) => void
}

/** An emptied field says nothing, which is not the same as saying "". */
function Field({ label, value, onChange }: FieldProps) {
  return (
    <TextInput label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)} />
  )
}

function LongField({ label, value, onChange }: FieldProps) {
  return (
    <Textarea
      autosize
      minRows={1}
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}

const newTerm = (administrativeStatus: TermDraft['administrativeStatus']): TermDraft => ({
  text: '',
  ...(administrativeStatus && { administrativeStatus }),
})
