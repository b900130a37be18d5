import * as React from 'react';
import { Box, Button, Flex, IconButton, Modal, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { focusBack } from '../../focusBack';
import { VIEW_NAME } from '../../../../../contracts';
import { readFailure, whyOfAll } from '../../failure';
import { useWords } from '../../words';
import { ShareField } from './ShareField';
import type { Offered, Views } from './useViews';

interface ManageViewsProps {
  offered: readonly Offered[];
  views: Views;
  /** The list as it is open now, to put into a view anew. */
  now: { query: string; columns: readonly string[] | null };
  onClose: () => void;
}

interface LineProps extends Omit<ManageViewsProps, 'offered' | 'onClose'> {
  view: Offered;
  run: (work: () => Promise<unknown>) => void;
}

function Line({ view, views, now, run }: LineProps) {
  const { t } = useWords();
  const { kept } = view;
  const [name, setName] = React.useState(view.name);
  const opens = views.opensWith === view.id;
  const rename = () => {
    const next = name.trim();
    if (!kept || next === view.name) return;
    if (next === '') setName(view.name);
    else run(() => views.change(kept.documentId, { name: next }));
  };
  return (
    <Flex tag="li" gap={3} wrap="wrap" paddingTop={2} paddingBottom={2}>
      <Box flex="1 1 18rem">
        {kept?.mine ? (
          <TextInput
            size="S"
            aria-label={t('view.name')}
            value={name}
            maxLength={VIEW_NAME}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
            onBlur={rename}
            onKeyDown={(event: React.KeyboardEvent) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
            }}
          />
        ) : (
          <Typography>{view.name}</Typography>
        )}
        {kept && !kept.mine && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            {t('view.sharedBy', { owner: kept.owner })}
          </Typography>
        )}
      </Box>
      {kept?.mine && views.mayShare && (
        <Box flex="0 1 20rem">
          <ShareField
            label={false}
            value={kept.community?.documentId ?? null}
            onChange={(community) => run(() => views.change(kept.documentId, { community }))}
          />
        </Box>
      )}
      {kept && !kept.mine && views.mayShare && (
        <Button
          size="S"
          variant="tertiary"
          aria-label={t('view.unshareNamed', { name: view.name })}
          onClick={() => run(() => views.change(kept.documentId, { community: null }))}
        >
          {t('view.unshare')}
        </Button>
      )}
      <Button
        size="S"
        variant={opens ? 'secondary' : 'tertiary'}
        aria-pressed={opens}
        onClick={() => run(() => views.set({ opensWith: opens ? null : view.id }))}
      >
        {t(opens ? 'view.opens' : 'view.setOpen')}
      </Button>
      {kept?.mine && (
        <>
          <Button
            size="S"
            variant="tertiary"
            onClick={() =>
              run(() => views.change(kept.documentId, { query: now.query, columns: now.columns && [...now.columns] }))
            }
          >
            {t('view.replace')}
          </Button>
          <IconButton
            size="S"
            variant="danger-light"
            label={t('view.delete', { name: view.name })}
            onClick={() =>
              run(async () => {
                await views.drop(kept.documentId);
                if (opens) await views.set({ opensWith: null });
              })
            }
          >
            <Trash />
          </IconButton>
        </>
      )}
    </Flex>
  );
}

/** The views of a list: renamed, shared, filled anew, deleted; and which of them the list opens with. */
export function ManageViews({ offered, views, now, onClose }: ManageViewsProps) {
  const { t } = useWords();
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const run = (work: () => Promise<unknown>) => {
    setTrouble(null);
    work().catch((error: unknown) => {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') setTrouble(whyOfAll(failure, t));
    });
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('view.manage')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography textColor="neutral600">{t('view.manageHint')}</Typography>
          {trouble && (
            <Typography role="alert" textColor="danger600" tag="p">
              {trouble}
            </Typography>
          )}
          <Box tag="ul" paddingTop={2}>
            {offered.map((view) => (
              <Line key={`${view.id} ${view.name}`} view={view} views={views} now={now} run={run} />
            ))}
          </Box>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
