import { ActionIcon, Button, Checkbox, CopyButton, Menu, TextInput, Tooltip } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/session.js'
import type { SavedView } from '../../api/types.js'
import { useDeleteView, useSaveView, useViews } from '../../api/views.js'
import { Dialog } from '../../parts/dialog.js'
import { Icon } from '../../parts/icons.js'
import { ProblemLine } from '../../parts/states.js'
import { type Filters, filtersOf, searchOf } from './filters.js'
import styles from './filter-bar.module.css'

/** Parts of the queue under a name: one's own and those that others share. */
export function ViewsMenu({
  termbaseId,
  filters,
  onChange,
}: {
  termbaseId: string
  filters: Filters
  onChange: (change: Partial<Filters>) => void
}) {
  const { t } = useTranslation()
  const me = useMe().data
  const views = useViews(termbaseId).data ?? []
  const [isSaving, setSaving] = useState(false)
  const remove = useDeleteView(termbaseId)
  const address = searchOf(filters).toString()
  const current = views.find(({ query }) => query === address)
  const open = (view: SavedView) => onChange(filtersOf(new URLSearchParams(view.query)))
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            size="xs"
            variant={current ? 'light' : 'default'}
            className={styles.views!}
            rightSection={<Icon name="chevron" size={12} />}
          >
            {current?.name ?? t('review.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => open(view)}
              rightSection={
                <span className={styles.owner}>
                  {view.owner.id === me?.id ? view.shared && t('review.shared') : view.owner.name}
                </span>
              }
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length === 0 && <Menu.Label>{t('review.noViews')}</Menu.Label>}
          <Menu.Divider />
          <Menu.Item onClick={() => setSaving(true)}>{t('review.saveView')}</Menu.Item>
          {current && current.owner.id === me?.id && (
            <Menu.Item color="red" onClick={() => remove.mutate(current.id)}>
              {t('review.deleteView', { name: current.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <CopyButton value={`${window.location.origin}${window.location.pathname}${address ? `?${address}` : ''}`}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('action.copied') : t('review.copyView')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('review.copyView')} onClick={copy}>
              <Icon name={copied ? 'check' : 'link'} />
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
      {isSaving && <SaveDialog termbaseId={termbaseId} query={address} onClose={() => setSaving(false)} />}
    </>
  )
}

function SaveDialog({ termbaseId, query, onClose }: { termbaseId: string; query: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useSaveView(termbaseId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) save.mutate({ name: name.trim(), query, shared }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} size="sm" title={t('review.saveView')}>
      <form onSubmit={submit} className={styles.save}>
        <TextInput
          data-autofocus
          label={t('review.viewName')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={t('review.shareView')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <ProblemLine problem={save.error} />
        <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
          {t('action.save')}
        </Button>
      </form>
    </Dialog>
  )
}
