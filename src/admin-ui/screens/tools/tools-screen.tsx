import { Anchor, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useReleases } from '../../api/releases.js'
import { CopyLine } from '../../parts/copy-line.js'
import { useFormat } from '../../parts/format.js'
import { Page, Section, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { stepNames, type Target, type Tool, tools } from './tools.js'
import styles from './tools.module.css'

/** How each tool gets the glossary: the addresses of this termbase, to be copied. */
export function Component() {
  const { t } = useTranslation()
  const termbase = useCurrentTermbase()
  const releases = useReleases(termbase.id)
  const [search, setSearch] = useSearchParams()
  useTitle(t('releases.tools'), termbase.name)
  const numbers = (releases.data?.items ?? []).map(({ number }) => number).sort((a, b) => b - a)
  const asked = Number(search.get('release'))
  const release = numbers.includes(asked) ? asked : 'latest'
  const target: Target = {
    origin: window.location.origin,
    termbaseId: termbase.id,
    release,
    source: termbase.sourceLanguage,
    target: termbase.targetLanguage,
    isPublic: termbase.visibility === 'public',
    key: t('tools.key'),
  }
  return (
    <Page title={t('releases.tools')} lead={t('tools.lead')} width={860}>
      {releases.isPending && <Loading />}
      {releases.isError && <Failed problem={releases.error} retry={() => void releases.refetch()} />}
      {releases.data && numbers.length === 0 && (
        <Empty title={t('releases.none')} action={<Link to="../releases">{t('task.releases')}</Link>}>
          {t('tools.noneHint')}
        </Empty>
      )}
      {numbers.length > 0 && (
        <>
          <NativeSelect
            className={styles.release}
            label={t('tools.release')}
            description={t(release === 'latest' ? 'tools.latestHint' : 'tools.pinnedHint')}
            value={release}
            data={[
              { value: 'latest', label: t('tools.latest') },
              ...numbers.map((number) => ({ value: String(number), label: t('tools.numbered', { number }) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              setSearch(value === 'latest' ? {} : { release: value }, { replace: true })
            }
          />
          <p className={styles.access}>
            {t(target.isPublic ? 'tools.public' : 'tools.private')}{' '}
            {!target.isPublic && <Link to="/people">{t('tools.makeKey')}</Link>}
          </p>
          <SiteSection target={target} />
          {tools.map((tool) => (
            <ToolSection key={tool.id} tool={tool} target={target} />
          ))}
        </>
      )}
    </Page>
  )
}

function SiteSection({ target: { origin, termbaseId, release } }: { target: Target }) {
  const { t } = useTranslation()
  const address = `/glossary/${termbaseId}/${release}`
  return (
    <Section
      title={t('tools.site')}
      aside={
        <Anchor size="sm" href={address}>
          {t('tools.open')}
        </Anchor>
      }
    >
      <Sheet>
        <div className={styles.tool}>
          <p className={styles.text}>{t('tools.siteText')}</p>
          <CopyLine caption={t('tools.caption.address')} text={origin + address} />
        </div>
      </Sheet>
    </Section>
  )
}

function ToolSection({ tool: { id, name, steps, snippets }, target }: { tool: Tool; target: Target }) {
  const { t } = useTranslation()
  const format = useFormat()
  const pair = { source: format.language(target.source), target: format.language(target.target) }
  return (
    <Section title={<span id={id}>{name ?? t(`tools.name.${id}` as 'tools.name.mcp')}</span>}>
      <Sheet>
        <div className={styles.tool}>
          <ol className={styles.steps}>
            {stepNames.slice(0, steps).map((step) => (
              <li key={step}>{t(`tools.step.${id}.${step}` as 'tools.step.memoq.first', pair)}</li>
            ))}
          </ol>
          {snippets.map(({ caption, text }) => (
            <CopyLine key={caption} caption={t(`tools.caption.${caption}`)} text={text(target)} />
          ))}
        </div>
      </Sheet>
    </Section>
  )
}
