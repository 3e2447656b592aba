import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ConceptChange, type SectionDraft, type TermDraft, useDataCategories } from '../../api/concepts.js'
import {
  administrativeStatuses,
  type Concept,
  type ConceptStatus,
  type DataNode,
  type Termbase,
} from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { SubjectInput } from '../subject-fields/subject-input.js'
import { useCategoryName } from './category-name.js'
import styles from './concept-form.module.css'
import { statuses } from './concept-filters.js'
import { DataEditor } from './data-editor.js'
import { saysAnything } from './data-nodes.js'
import { DuplicateWarning } from './duplicate-warning.js'
import { type FaultPlace, faultPlace } from './fault-place.js'
import { ChoiceField, LongField, TextField } from './fields.js'

const termTypes = ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'] as const
const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const
const genders = ['masculine', 'feminine', 'neuter', 'other'] as const

export type Draft = Pick<
  Concept,
  'status' | 'subjectField' | 'definition' | 'definitionSource' | 'note' | 'customerSubset' | 'projectSubset' | 'data'
> & { languages: SectionDraft[] }

export function draftOf(concept: Concept): Draft {
  const { status, subjectField, definition, definitionSource, note, languages } = concept
  const { customerSubset = null, projectSubset = null, data = null } = concept
  return { status, subjectField, definition, definitionSource, note, customerSubset, projectSubset, data, languages }
}

/** The whole concept in one form, every data category at its level. Saved as a whole, or not at all. */
export function ConceptForm({
  concept,
  initial,
  termbase,
  isSaving,
  fields,
  onSave,
  onCancel,
}: {
  concept: Concept
  /** What the form begins with, when that is not the concept as it is. */
  initial?: Draft | undefined
  termbase: Termbase
  isSaving: boolean
  fields: Record<string, string[]>
  onSave: (change: ConceptChange) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const placeText = usePlaceText()
  const [draft, setDraft] = useState<Draft>(() => initial ?? draftOf(concept))
  const set = (change: Partial<Draft>) => setDraft((known) => ({ ...known, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(withoutEmpty(draft))
  }
  // The server counts what it was sent: a language without a term was not.
  const sent = draft.languages.filter(({ terms }) => terms.length > 0)
  const faults = Object.entries(fields).filter(([path]) => !/terms\[\d+\]\.text$/.test(path))
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.row}>
        <NativeSelect
          label={t('concept.status')}
          data={statuses.map((value) => ({ value, label: t(`conceptStatus.${value}`) }))}
          value={draft.status}
          onChange={(event) => set({ status: event.currentTarget.value as ConceptStatus })}
        />
        <SubjectInput
          termbaseId={termbase.id}
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
        <TextField
          label={t('concept.definitionSource')}
          value={draft.definitionSource}
          onChange={(definitionSource) => set({ definitionSource })}
        />
        <LongField label={t('concept.note')} value={draft.note} onChange={(note) => set({ note })} />
      </div>
      <div className={styles.row}>
        <TextField
          label={t('field.customerSubset')}
          value={draft.customerSubset}
          onChange={(customerSubset) => set({ customerSubset })}
        />
        <TextField
          label={t('field.projectSubset')}
          value={draft.projectSubset}
          onChange={(projectSubset) => set({ projectSubset })}
        />
      </div>
      <DataEditor
        termbase={termbase}
        concept={concept}
        level="concept"
        nodes={draft.data}
        onChange={(data) => set({ data })}
      />
      {draft.languages.map((section, index) => (
        <SectionForm
          key={section.language}
          termbase={termbase}
          concept={concept}
          section={section}
          errors={(term) => fields[`languages[${sent.indexOf(section)}].terms[${term}].text`]?.join('; ')}
          onChange={(changed) => set({ languages: draft.languages.with(index, changed) })}
          onRemove={() => set({ languages: draft.languages.toSpliced(index, 1) })}
        />
      ))}
      <AddSection
        termbase={termbase}
        known={draft.languages.map(({ language }) => language)}
        onAdd={(language) =>
          set({ languages: [...draft.languages, { language, terms: [newTerm('preferredTerm-admn-sts')] }] })
        }
      />
      {faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map(([path, texts]) => (
            <li key={path}>{`${placeText(faultPlace(path, sent))}: ${texts.join('; ')}`}</li>
          ))}
        </ul>
      )}
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

/** A place as it is called on the screen, from the whole to the part. */
function usePlaceText(): (place: FaultPlace) => string {
  const format = useFormat()
  const nameOf = useCategoryName()
  return ({ language, term, field }) =>
    [language && format.language(language), term, nameOf(field)].filter(Boolean).join(' · ')
}

/** What was begun and left empty says nothing: languages without a term, terms without a word, nodes without a value. */
function withoutEmpty(draft: Draft): ConceptChange {
  const filled = (nodes: DataNode[] | null | undefined) => {
    const some = nodes?.filter(saysAnything)
    return some?.length ? some : null
  }
  /** A new term without nodes says nothing of nodes: it is one by hand, which stands only once. */
  const filledTerm = ({ data, ...term }: TermDraft): TermDraft => {
    const some = filled(data)
    return some || term.id ? { ...term, data: some } : term
  }
  return {
    ...draft,
    data: filled(draft.data),
    languages: draft.languages
      .map((section) => ({
        ...section,
        data: filled(section.data),
        terms: section.terms.map(filledTerm),
      }))
      .filter(({ terms }) => terms.length > 0),
  }
}

/** The termbase's own languages by a click, any other by its code. */
function AddSection({
  termbase,
  known,
  onAdd,
}: {
  termbase: Termbase
  known: string[]
  onAdd: (language: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [code, setCode] = useState('')
  const own = [termbase.sourceLanguage, termbase.targetLanguage, ...termbase.otherLanguages]
  const missing = own.filter((language) => !known.includes(language))
  const add = () => {
    const language = canonical(code)
    if (language && !known.includes(language)) onAdd(language)
    setCode('')
  }
  return (
    <div className={styles.addSection}>
      {missing.map((language) => (
        <Button
          key={language}
          variant="default"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => onAdd(language)}
        >
          {t('concept.addLanguage', { language: format.language(language) })}
        </Button>
      ))}
      <TextInput
        size="xs"
        aria-label={t('concept.otherLanguage')}
        placeholder={t('concept.otherLanguage')}
        value={code}
        error={code !== '' && !canonical(code)}
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button variant="default" disabled={!canonical(code)} onClick={add}>
        {t('action.add')}
      </Button>
    </div>
  )
}

function canonical(code: string): string | null {
  try {
    return Intl.getCanonicalLocales(code.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

function SectionForm({
  termbase,
  concept,
  section,
  errors,
  onChange,
  onRemove,
}: {
  termbase: Termbase
  concept: Concept
  section: SectionDraft
  errors: (term: number) => string | undefined
  onChange: (section: SectionDraft) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = format.language(section.language)
  return (
    <fieldset className={styles.section}>
      <legend>{language}</legend>
      <LongField
        label={t('concept.languageDefinition')}
        value={section.definition}
        onChange={(definition) => onChange({ ...section, definition })}
      />
      <div className={styles.row}>
        <TextField
          label={t('concept.definitionSource')}
          value={section.definitionSource}
          onChange={(definitionSource) => onChange({ ...section, definitionSource })}
        />
        <LongField
          label={t('concept.languageNote')}
          value={section.note}
          onChange={(note) => onChange({ ...section, note })}
        />
      </div>
      <DataEditor
        termbase={termbase}
        concept={concept}
        level="language"
        nodes={section.data}
        onChange={(data) => onChange({ ...section, data })}
      />
      {section.terms.map((term, index) => (
        <TermForm
          key={term.id ?? `new-${index}`}
          termbase={termbase}
          concept={concept}
          term={term}
          language={section.language}
          error={errors(index)}
          onChange={(changed) => onChange({ ...section, terms: section.terms.with(index, changed) })}
          onRemove={() => onChange({ ...section, terms: section.terms.toSpliced(index, 1) })}
        />
      ))}
      <div className={styles.termButtons}>
        <Button
          variant="subtle"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => onChange({ ...section, terms: [...section.terms, newTerm('admittedTerm-admn-sts')] })}
        >
          {t('concept.addTerm')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onRemove}>
          {t('concept.removeLanguage', { language })}
        </Button>
      </div>
    </fieldset>
  )
}

function TermForm({
  termbase,
  concept,
  term,
  language,
  error,
  onChange,
  onRemove,
}: {
  termbase: Termbase
  concept: Concept
  term: TermDraft
  language: string
  error: string | undefined
  onChange: (term: TermDraft) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const [showsMore, setShowsMore] = useState(false)
  const set = (change: Partial<TermDraft>) => onChange({ ...term, ...change })
  const known = concept.languages.some(({ terms }) =>
    terms.some(({ id, text }) => id === term.id && text === term.text),
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
            set({ administrativeStatus: event.currentTarget.value as TermDraft['administrativeStatus'] & string })
          }
        />
        <ChoiceField
          label={t('concept.termType')}
          values={termTypes}
          value={term.termType}
          nameOf={(value) => t(`termType.${value}` as 'termType.phrase', { defaultValue: value })}
          onChange={(termType) => set({ termType })}
        />
        <ChoiceField
          label={t('concept.partOfSpeech')}
          values={partsOfSpeech}
          value={term.partOfSpeech}
          nameOf={(value) => t(`partOfSpeech.${value}` as 'partOfSpeech.noun', { defaultValue: value })}
          onChange={(partOfSpeech) => set({ partOfSpeech })}
        />
      </div>
      {!known && <DuplicateWarning termbase={termbase} language={language} text={term.text} except={concept.id} />}
      {showsMore && <MoreOfTerm termbase={termbase} concept={concept} term={term} set={set} />}
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

function MoreOfTerm({
  termbase,
  concept,
  term,
  set,
}: {
  termbase: Termbase
  concept: Concept
  term: TermDraft
  set: (change: Partial<TermDraft>) => void
}) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const categories = useDataCategories().data?.items ?? []
  const locations = categories.find(({ name }) => name === 'termLocation')?.values ?? []
  return (
    <>
      <div className={styles.row}>
        <ChoiceField
          label={t('concept.gender')}
          values={genders}
          value={term.grammaticalGender}
          nameOf={(value) => t(`gender.${value}` as 'gender.neuter', { defaultValue: value })}
          onChange={(grammaticalGender) => set({ grammaticalGender })}
        />
        <TextField
          label={t('concept.usage')}
          value={term.geographicalUsage}
          onChange={(geographicalUsage) => set({ geographicalUsage })}
        />
      </div>
      <LongField label={t('concept.context')} value={term.context} onChange={(context) => set({ context })} />
      <div className={styles.row}>
        <TextField
          label={t('concept.contextSource')}
          value={term.contextSource}
          onChange={(contextSource) => set({ contextSource })}
        />
        <TextField label={t('concept.source')} value={term.source} onChange={(source) => set({ source })} />
      </div>
      <div className={styles.row}>
        <LongField label={t('concept.termNote')} value={term.note} onChange={(note) => set({ note })} />
        <ChoiceField
          label={t('concept.location')}
          values={locations}
          value={term.termLocation}
          nameOf={nameOf}
          onChange={(termLocation) => set({ termLocation })}
        />
      </div>
      <div className={styles.row}>
        <TextField
          label={t('concept.termCustomer')}
          value={term.customerSubset}
          onChange={(customerSubset) => set({ customerSubset })}
        />
        <TextField
          label={t('concept.termProject')}
          value={term.projectSubset}
          onChange={(projectSubset) => set({ projectSubset })}
        />
      </div>
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
      <DataEditor
        termbase={termbase}
        concept={concept}
        level="term"
        nodes={term.data}
        onChange={(data) => set({ data })}
      />
    </>
  )
}

const newTerm = (administrativeStatus: TermDraft['administrativeStatus'] & string): TermDraft => ({
  text: '',
  administrativeStatus,
})
