import * as React from 'react';
import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { DocumentVolume } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useOptions } from '../kernel/form/fields/useOptions';
import { useWords } from '../kernel/words';

interface PrintVolumeProps {
  community: string | null;
  onClose: () => void;
}

const keyOf = ({ year, kind }: DocumentVolume) => `${year}/${kind}`;

/** Index and cover of one kind in one year, for the box that it is bound in. */
export function PrintVolume({ community, onClose }: PrintVolumeProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const { options: communities } = useOptions('communities', null);
  const [where, setWhere] = React.useState(community);
  const [volumes, setVolumes] = React.useState<DocumentVolume[] | null>(null);
  const [chosen, setChosen] = React.useState<string | null>(null);
  const [busy, setBusy] = React.useState(false);
  const of = where ?? (communities?.length === 1 ? communities[0].documentId : null);

  React.useEffect(() => {
    if (!of) return undefined;
    let gone = false;
    setVolumes(null);
    setChosen(null);
    api.documentVolumes(of).then(
      (found) => !gone && setVolumes(found),
      () => !gone && setVolumes([])
    );
    return () => {
      gone = true;
    };
  }, [api, of]);

  const volume = volumes?.find((each) => keyOf(each) === chosen);
  const print = async (paper: 'index' | 'cover') => {
    if (!of || !volume) return;
    setBusy(true);
    try {
      const { blob, name } = await api.documentVolume({ community: of, year: volume.year, kind: volume.kind, paper });
      hand(blob, name ?? 'volume.docx');
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: failure.message });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header>
          <Modal.Title>{t('documents.volume')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('documents.volumeHint')}</Typography>
            {(communities?.length ?? 0) > 1 && (
              <Field.Root name="community" required>
                <Field.Label>{t('list.community')}</Field.Label>
                <SingleSelect value={of} onChange={(value) => setWhere(String(value))}>
                  {(communities ?? []).map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            )}
            {of && volumes?.length === 0 && <Typography>{t('documents.noVolumes')}</Typography>}
            {of && volumes && volumes.length > 0 && (
              <Field.Root name="volume" required>
                <Field.Label>{t('documents.whichVolume')}</Field.Label>
                <SingleSelect value={chosen} onChange={(value) => setChosen(String(value))}>
                  {volumes.map((each) => (
                    <SingleSelectOption key={keyOf(each)} value={keyOf(each)}>
                      {t('documents.volumeLine', {
                        year: each.year,
                        kind: t(`document.kind.${each.kind}`),
                        count: each.count,
                      })}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('form.back')}
          </Button>
          <Flex gap={2}>
            {(['cover', 'index'] as const).map((paper) => (
              <Button
                key={paper}
                variant={paper === 'index' ? 'default' : 'secondary'}
                startIcon={<Download />}
                disabled={!volume}
                loading={busy}
                onClick={() => void print(paper)}
              >
                {t(`documents.print.${paper}`)}
              </Button>
            ))}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
