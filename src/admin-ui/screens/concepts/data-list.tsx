import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConceptLine, Content, DataNode, Level, Termbase } from '../../api/types.js'
import { TermLine } from '../../parts/term-line.js'
import { useCategoryName } from './category-name.js'
import styles from './data-list.module.css'
import { headOf, placesBeside, textOf } from './data-nodes.js'

/** What files said beside the fields, for reading: links can be followed, pictures are shown by their address. */
export function DataList({
  termbase,
  level,
  nodes,
  references,
}: {
  termbase: Termbase
  level: Level
  nodes: DataNode[] | null | undefined
  references: Record<string, ConceptLine>
}) {
  const nameOf = useCategoryName()
  const places = placesBeside(nodes, level)
  if (places.length === 0) return null
  return (
    <dl className={styles.data}>
      {places.map((place) => {
        const node = nodes![place]!
        const head = headOf(node)
        return (
          <div key={place}>
            <dt>{nameOf(head.category ?? head.element)}</dt>
            <dd>
              <Value node={head} termbase={termbase} references={references} />
              {node.children?.slice(1).map((child, index) => (
                <span key={index} className={styles.inner}>
                  {nameOf(child.category ?? child.element)}:{' '}
                  <Value node={child} termbase={termbase} references={references} />
                </span>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Value({
  node,
  termbase,
  references,
}: {
  node: DataNode
  termbase: Termbase
  references: Record<string, ConceptLine>
}) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const text = textOf(node.content).trim()
  const target = node.attributes?.['target']
  const line = target === undefined ? undefined : references[target]
  if (node.children)
    return node.children.map((child, index) => (
      <span key={index} className={styles.inner}>
        {nameOf(child.category ?? child.element)}: <Value node={child} termbase={termbase} references={references} />
      </span>
    ))
  if (node.element === 'ref' && line)
    return (
      <>
        {text && !line.terms.some((term) => term.text === text) && `${text}: `}
        <Link to={`/termbases/${termbase.id}/concepts/${line.id}`}>
          <TermLine terms={line.terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
        </Link>
      </>
    )
  if (target && /^https?:\/\//i.test(target))
    return (
      <>
        <a href={target} target="_blank" rel="noreferrer noopener">
          {text || target}
        </a>
        {node.category === 'xGraphic' && <Picture address={target} text={text || t('field.xGraphic')} />}
      </>
    )
  if (target) return <span>{[text, target].filter(Boolean).join(' → ')}</span>
  const plain = (node.content ?? []).every((part) => typeof part === 'string')
  return <span>{plain ? nameOf(text) : <Marked content={node.content ?? []} />}</span>
}

/** Pictures stand on other servers. The page's policy shows none of them unasked, so the address stands for the picture. */
function Picture({ address, text }: { address: string; text: string }) {
  return <span className={styles.address}>{address === text ? '' : address}</span>
}

/** Markup of a file: subscripts and the like as they are, anything else as its text. */
function Marked({ content }: { content: Content }) {
  return content.map((part, index) => {
    if (typeof part === 'string') return <Fragment key={index}>{part}</Fragment>
    const inside = <Marked content={part.content ?? []} />
    const kind = part.attributes?.['type']
    if (kind === 'superscript') return <sup key={index}>{inside}</sup>
    if (kind === 'subscript') return <sub key={index}>{inside}</sub>
    if (kind === 'bold') return <b key={index}>{inside}</b>
    if (kind === 'italics') return <i key={index}>{inside}</i>
    return <span key={index}>{inside}</span>
  })
}
