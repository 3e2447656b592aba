import { ActionIcon, Menu, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConceptReferences, useDataCategories } from '../../api/concepts.js'
import type { Concept, Content, DataCategory, DataNode, Level, Termbase } from '../../api/types.js'
import { Icon } from '../../parts/icons.js'
import { TermLine } from '../../parts/term-line.js'
import { ConceptPicker, termsOf } from './concept-picker.js'
import styles from './data-editor.module.css'
import { addable, headOf, isPlain, newNode, placesBeside, stringsIn, textOf, withString } from './data-nodes.js'
import { ChoiceField, LongField } from './fields.js'
import { useCategoryName } from './category-name.js'

/** Everything at a level that no field of the form stands for: what files brought stays, and more can be added. */
export function DataEditor({
  termbase,
  concept,
  level,
  nodes,
  onChange,
}: {
  termbase: Termbase
  concept: Concept
  level: Level
  nodes: DataNode[] | null | undefined
  onChange: (nodes: DataNode[] | null) => void
}) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const categories = useDataCategories().data?.items ?? []
  const all = nodes ?? []
  const choices = addable(categories, level)
  const put = (changed: DataNode[]) => onChange(changed.length > 0 ? changed : null)
  return (
    <div className={styles.nodes}>
      {placesBeside(all, level).map((place) => (
        <NodeEditor
          key={place}
          termbase={termbase}
          concept={concept}
          categories={categories}
          node={all[place]!}
          onChange={(node) => put(all.with(place, node))}
          onRemove={() => put(all.toSpliced(place, 1))}
        />
      ))}
      {choices.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" leftSection={<Icon name="plus" size={12} />} className={styles.add!}>
              {t('concept.addData')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map((category) => (
              <Menu.Item key={category.name} onClick={() => put([...all, newNode(category)])}>
                {nameOf(category.name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

interface NodeProps {
  termbase: Termbase
  concept: Concept
  categories: DataCategory[]
  node: DataNode
  onChange: (node: DataNode) => void
}

function NodeEditor({ onRemove, ...props }: NodeProps & { onRemove: () => void }) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const { node, onChange, ...rest } = props
  const head = headOf(node)
  const name = nameOf(head.category ?? head.element)
  return (
    <div className={styles.node} role="group" aria-label={name}>
      <div className={styles.values}>
        {node.children ? (
          node.children.map((child, place) => (
            <ValueEditor
              key={place}
              {...rest}
              node={child}
              onChange={(changed) => onChange({ ...node, children: node.children!.with(place, changed) })}
            />
          ))
        ) : (
          <ValueEditor {...props} />
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t('concept.removeData', { name })} onClick={onRemove}>
        <Icon name="bin" size={14} />
      </ActionIcon>
    </div>
  )
}

/** One value, in the way its category is written: from a list, as an address, as a concept, as text. */
function ValueEditor({ termbase, concept, categories, node, onChange }: NodeProps) {
  const nameOf = useCategoryName()
  const { category, element, attributes, content, children } = node
  const known = categories.find(({ name }) => name === category)
  const label = nameOf(category ?? element)
  const say = (text: string | null) => onChange({ ...node, content: [text ?? ''] })
  const pointTo = (target: string) => onChange({ ...node, attributes: { ...attributes, target } })
  if (children)
    return children.map((child, place) => (
      <ValueEditor
        key={place}
        termbase={termbase}
        concept={concept}
        categories={categories}
        node={child}
        onChange={(changed) => onChange({ ...node, children: children.with(place, changed) })}
      />
    ))
  if (element === 'ref' && category === 'crossReference')
    return <ReferenceEditor termbase={termbase} concept={concept} node={node} label={label} onChange={onChange} />
  if (known?.values && isPlain(content))
    return (
      <ChoiceField
        label={label}
        values={known.values}
        value={textOf(content)}
        nameOf={(value) => nameOf(value)}
        onChange={say}
      />
    )
  return (
    <>
      {(known?.external || attributes?.['target'] !== undefined) && (
        <AddressField
          label={label}
          value={attributes?.['target'] ?? ''}
          isAddress={known?.external === true}
          onChange={pointTo}
        />
      )}
      <ContentEditor label={label} node={node} onChange={onChange} />
      <Attributes attributes={attributes} />
    </>
  )
}

/** Only http and https: anything else could run in a reader's page. */
function AddressField({
  label,
  value,
  isAddress,
  onChange,
}: {
  label: string
  value: string
  isAddress: boolean
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const isWrong = isAddress && value !== '' && !/^https?:\/\/\S+$/i.test(value)
  return (
    <TextInput
      label={isAddress ? t('concept.address', { name: label }) : t('concept.target', { name: label })}
      type={isAddress ? 'url' : 'text'}
      placeholder={isAddress ? 'https://' : undefined}
      value={value}
      error={isWrong && t('concept.addressWrong')}
      pattern={isAddress ? '[hH][tT][tT][pP][sS]?://.+' : undefined}
      required={isAddress}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Markup stays as it stands; the strings between it can be changed one by one. */
function ContentEditor({
  label,
  node,
  onChange,
}: {
  label: string
  node: DataNode
  onChange: (node: DataNode) => void
}) {
  const { t } = useTranslation()
  const content: Content = node.content ?? []
  const isLink = node.attributes?.['target'] !== undefined
  const name = isLink ? t('concept.linkText', { name: label }) : label
  if (isPlain(content))
    return (
      <LongField
        label={name}
        value={textOf(content)}
        onChange={(text) => onChange({ ...node, content: [text ?? ''] })}
      />
    )
  return stringsIn(content).map((text, place) => (
    <LongField
      key={place}
      label={t('concept.partOf', { name, number: place + 1 })}
      value={text}
      onChange={(changed) => onChange({ ...node, content: withString(content, place, changed ?? '') })}
    />
  ))
}

/** What else the file said of it: kept, and shown as it stands. */
function Attributes({ attributes }: { attributes: Record<string, string> | undefined }) {
  const others = Object.entries(attributes ?? {}).filter(([name]) => name !== 'target')
  if (others.length === 0) return null
  return <span className={styles.attributes}>{others.map(([name, value]) => `${name}="${value}"`).join(' ')}</span>
}

function ReferenceEditor({
  termbase,
  concept,
  node,
  label,
  onChange,
}: {
  termbase: Termbase
  concept: Concept
  node: DataNode
  label: string
  onChange: (node: DataNode) => void
}) {
  const { t } = useTranslation()
  const target = node.attributes?.['target'] ?? ''
  const [picked, setPicked] = useState<Concept | null>(null)
  const line = useConceptReferences(termbase.id, concept.id).data?.to[target]
  const shown = picked && referenceTo(picked) === target ? { number: picked.number, terms: termsOf(picked) } : line
  const pick = (picked: Concept) => {
    setPicked(picked)
    const reference = referenceTo(picked)
    const words = termsOf(picked)[0]?.text ?? reference
    onChange({
      ...node,
      attributes: { ...node.attributes, target: reference },
      content: textOf(node.content).trim() ? node.content! : [words],
    })
  }
  return (
    <>
      <ConceptPicker
        termbase={termbase}
        except={concept.id}
        label={target ? t('concept.otherReference', { name: label }) : label}
        onPick={pick}
      />
      {target && (
        <p className={styles.target}>
          {shown ? (
            <>
              {shown.number}{' '}
              <TermLine terms={shown.terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
            </>
          ) : (
            target
          )}
        </p>
      )}
      <ContentEditor label={label} node={node} onChange={onChange} />
      <Attributes attributes={node.attributes} />
    </>
  )
}

/** What files call a concept. */
function referenceTo({ externalId, number }: Concept): string {
  return externalId ?? `c${number}`
}
