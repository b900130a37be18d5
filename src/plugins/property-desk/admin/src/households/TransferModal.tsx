import * as React from 'react';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextButton,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { focusBack } from '../kernel/focusBack';
import {
  OCCUPANCIES,
  type FilePart,
  type FileRecord,
  type HouseholdFile,
  type NewOwner,
  type Occupancy,
} from '../../../contracts';
import { readFailure } from '../kernel/failure';
import { CONTROLS } from '../kernel/form/fields';
import { useHouseholdApi } from '../kernel/householdApi';
import { useNow } from '../kernel/clock/ticker';
import { useWords } from '../kernel/words';
import { NAMED } from './parts';

const OWNER_FIELDS = ['name', 'telephone', 'identityNumber'] as const;
/** What may end with a sale, in the order in which it is asked. */
const ENDING: FilePart[] = ['vehicle', 'parking-space', 'key', 'household-paper'];
/** What usually goes with the seller. */
const USUALLY = new Set<FilePart>(['vehicle']);

interface TransferModalProps {
  file: HouseholdFile;
  onDone: () => void;
  onClose: () => void;
}

const present = (records: FileRecord[]) => records.filter(({ ended }) => !ended);

const toggled = (set: Set<string>, id: string): Set<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The seller's certificate is nobody's any more; cars usually leave with their owner; keys stay with the flat. */
const usualEnding = (file: HouseholdFile): Set<string> =>
  new Set(
    ENDING.flatMap((name) =>
      present(file.parts[name])
        .filter(({ fields }) => USUALLY.has(name) || fields.kind === 'title_certificate')
        .map(({ documentId }) => documentId)
    )
  );

/** The sale of a flat in one form: who leaves, what ends, who begins, on which day. */
export function TransferModal({ file, onDone, onClose }: TransferModalProps) {
  const words = useWords();
  const { t } = words;
  const api = useHouseholdApi();
  const now = useNow();
  const people = present(file.parts.resident);
  const sellers = people.filter(({ fields }) => fields.kind === 'owner');
  const others = people.filter(({ fields }) => fields.kind !== 'owner');
  const [at, setAt] = React.useState<unknown>(() => new Date(now).toISOString());
  const [owners, setOwners] = React.useState<Partial<NewOwner>[]>([{}]);
  const [leaving, setLeaving] = React.useState(
    () => new Set(others.filter(({ fields }) => fields.kind === 'family').map(({ documentId }) => documentId))
  );
  const [ending, setEnding] = React.useState(() => usualEnding(file));
  const [occupancy, setOccupancy] = React.useState<Occupancy | null>(null);
  const [reason, setReason] = React.useState('');
  const [errors, setErrors] = React.useState<Record<string, string>>({});
  const [message, setMessage] = React.useState<string | null>(null);
  const [busy, setBusy] = React.useState(false);
  const Moment = CONTROLS.datetime;
  const settle = (name: string) =>
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([path]) => path !== name)));

  const save = async () => {
    const missing: Record<string, string> = {};
    if (!reason.trim()) missing.reason = t('form.required');
    owners.forEach(({ name }, index) => {
      if (!name?.trim()) missing[`owners.${index}.name`] = t('form.required');
    });
    setErrors(missing);
    if (Object.keys(missing).length > 0 || busy) return;
    setBusy(true);
    setMessage(null);
    try {
      await api.transfer(file.documentId, {
        at: String(at),
        owners: owners.map((owner) =>
          Object.fromEntries(Object.entries(owner).filter(([, value]) => value?.trim()))
        ) as unknown as NewOwner[],
        leaving: [...sellers.map(({ documentId }) => documentId), ...leaving],
        ending: [...ending],
        ...(occupancy && { occupancy }),
        reason: reason.trim(),
      });
      onDone();
    } catch (error) {
      const failure = readFailure(error);
      setBusy(false);
      if (failure.kind === 'aborted') return;
      if (failure.kind === 'input') setErrors(failure.fields);
      const told = failure.kind === 'input' ? Object.values(failure.fields).join(t('form.comma')) : failure.message;
      setMessage(failure.kind === 'offline' ? t('form.offline') : told);
    }
  };

  const tick = (record: FileRecord, name: FilePart, set: Set<string>, onSet: (next: Set<string>) => void) => (
    <Checkbox
      key={record.documentId}
      checked={set.has(record.documentId)}
      onCheckedChange={() => onSet(toggled(set, record.documentId))}
    >
      {[
        String(record.fields[NAMED[name]] ?? ''),
        record.fields.kind ? words.first([`${name}.kind.${String(record.fields.kind)}`], '') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </Checkbox>
  );

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>
              {t('household.transfer')} · {file.name}
            </Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {message && (
                <Box role="alert">
                  <Typography textColor="danger600">{message}</Typography>
                </Box>
              )}
              <Typography textColor="neutral700">
                {sellers.length > 0
                  ? t('household.sellers', {
                      names: sellers.map(({ fields }) => String(fields.name)).join(t('form.listComma')),
                    })
                  : t('household.noSeller')}
              </Typography>
              <Field.Root name="at" required error={errors.at}>
                <Field.Label>{t('field.soldAt')}</Field.Label>
                {Moment && (
                  <Moment
                    field={{ name: 'at', property: {}, widget: 'datetime', required: true }}
                    value={at}
                    error={errors.at}
                    errors={errors}
                    onChange={setAt}
                    context={{ type: 'household', action: 'transfer', community: file.community.documentId }}
                  />
                )}
                <Field.Error />
              </Field.Root>
              {owners.map((owner, index) => (
                <Box tag="fieldset" key={index} borderColor="neutral200" hasRadius padding={3}>
                  <Typography tag="legend" fontWeight="semiBold">
                    {t('household.newOwner', { number: index + 1 })}
                  </Typography>
                  <Grid.Root gap={3}>
                    {OWNER_FIELDS.map((field) => (
                      <Grid.Item key={field} col={4} xs={12} direction="column" alignItems="stretch">
                        <Field.Root
                          name={`owners.${index}.${field}`}
                          required={field === 'name'}
                          error={errors[`owners.${index}.${field}`]}
                        >
                          <Field.Label>{words.first([`resident.field.${field}`, `field.${field}`], field)}</Field.Label>
                          <TextInput
                            value={owner[field] ?? ''}
                            autoComplete="off"
                            onChange={(event) => {
                              settle(`owners.${index}.${field}`);
                              setOwners(
                                owners.map((each, at) =>
                                  at === index ? { ...each, [field]: event.target.value } : each
                                )
                              );
                            }}
                          />
                          <Field.Error />
                        </Field.Root>
                      </Grid.Item>
                    ))}
                  </Grid.Root>
                </Box>
              ))}
              <Flex gap={4}>
                <TextButton type="button" startIcon={<Plus />} onClick={() => setOwners([...owners, {}])}>
                  {t('household.anotherOwner')}
                </TextButton>
                {owners.length > 1 && (
                  <TextButton type="button" onClick={() => setOwners(owners.slice(0, -1))}>
                    {t('household.fewerOwners')}
                  </TextButton>
                )}
              </Flex>
              {others.length > 0 && (
                <Box role="group" aria-label={t('household.alsoLeaving')}>
                  <Typography fontWeight="semiBold" tag="div" paddingBottom={2}>
                    {t('household.alsoLeaving')}
                  </Typography>
                  <Flex direction="column" alignItems="flex-start" gap={2}>
                    {others.map((record) => tick(record, 'resident', leaving, setLeaving))}
                  </Flex>
                </Box>
              )}
              {ENDING.filter((name) => present(file.parts[name]).length > 0).map((name) => (
                <Box key={name} role="group" aria-label={t(`household.part.${name}`)}>
                  <Typography fontWeight="semiBold" tag="div" paddingBottom={2}>
                    {t('household.ending', { what: t(`household.part.${name}`) })}
                  </Typography>
                  <Flex direction="column" alignItems="flex-start" gap={2}>
                    {present(file.parts[name]).map((record) => tick(record, name, ending, setEnding))}
                  </Flex>
                </Box>
              ))}
              <Field.Root name="occupancy">
                <Field.Label>{t('household.occupancyAfter')}</Field.Label>
                <SingleSelect
                  value={occupancy}
                  onChange={(value) => setOccupancy(String(value) as Occupancy)}
                  onClear={() => setOccupancy(null)}
                  clearLabel={t('form.clear')}
                  placeholder={t('household.asBefore')}
                >
                  {OCCUPANCIES.map((each) => (
                    <SingleSelectOption key={each} value={each}>
                      {t(`household.occupancy.${each}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Field.Root name="reason" required error={errors.reason}>
                <Field.Label>{t('household.transferReason')}</Field.Label>
                <TextInput
                  value={reason}
                  onChange={(event) => {
                    settle('reason');
                    setReason(event.target.value);
                  }}
                  autoComplete="off"
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('household.transferNow')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
