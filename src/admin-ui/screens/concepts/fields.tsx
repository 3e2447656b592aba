import { NativeSelect, Textarea, TextInput } from '@mantine/core'

/** Fields of a form in which nothing is null: an emptied field says nothing, which is not the same as saying "". */
export interface FieldProps {
  label: string
  value: string | null | undefined
  onChange: (value: string | null) => void
}

export function TextField({ label, value, onChange }: FieldProps) {
  return (
    <TextInput label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)} />
  )
}

export function LongField({ label, value, onChange }: FieldProps) {
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

/** A picklist. A value that stands there and is none of the list stays choosable, so that nothing is lost by looking. */
export function ChoiceField({
  label,
  value,
  values,
  nameOf,
  onChange,
}: FieldProps & { values: readonly string[]; nameOf: (value: string) => string }) {
  const all = value && !values.includes(value) ? [...values, value] : values
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: '–' }, ...all.map((one) => ({ value: one, label: nameOf(one) }))]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
