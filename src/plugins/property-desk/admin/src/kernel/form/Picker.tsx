import * as React from 'react';
import { Box, Field, IconButton, Popover, TextInput, Typography } from '@strapi/design-system';
import { CaretDown, Cross } from '@strapi/icons';
import { useWords } from '../words';

/** One thing that a {@link Picker} offers. */
export interface PickerItem {
  value: string;
  text: string;
}

interface PickerProps {
  name: string;
  value: string | null;
  items: PickerItem[];
  onPick: (value: string | null) => void;
  /** What was typed, for lists that the server narrows. */
  onTyped?: (typed: string) => void;
  /** The items are narrowed already; show them all. */
  narrowed?: boolean;
  busy?: boolean;
  placeholder: string;
  /** Said when there is nothing to choose. */
  empty: string;
}

/**
 * Chooses one of a list by typing. The design system's Combobox opens on key presses only, so that it stays shut under
 * a Chinese input method, and takes nothing with Enter unless the arrow keys were used; this one does both.
 */
export function Picker(props: PickerProps) {
  const { name, value, items, onPick, onTyped, narrowed = false, busy = false, placeholder, empty } = props;
  const { t } = useWords();
  const field = Field.useField('Picker');
  const [typed, setTyped] = React.useState<string | null>(null);
  const [open, setOpen] = React.useState(false);
  const [active, setActive] = React.useState(0);
  const box = React.useRef<HTMLInputElement>(null);
  const listId = React.useId();
  const chosen = items.find((item) => item.value === value);
  const wanted = (typed ?? '').trim().toLowerCase();
  const shown = narrowed || wanted === '' ? items : items.filter(({ text }) => text.toLowerCase().includes(wanted));
  const current = shown[Math.min(active, shown.length - 1)];

  const type = (text: string | null) => {
    setTyped(text);
    setActive(0);
    onTyped?.(text ?? '');
  };
  const pick = (item: PickerItem | undefined) => {
    setOpen(false);
    setTyped(null);
    if (item) onPick(item.value);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (shown.length > 0) setActive((Math.min(active, shown.length - 1) + move + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) pick(current);
      else setOpen(true);
    } else if (event.key === 'Tab' && open) {
      // Leaving after typing takes what is marked; leaving untouched leaves it as it is.
      pick(wanted === '' ? undefined : current);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      pick(undefined);
    }
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor>
        <TextInput
          ref={box}
          name={name}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && current ? `${listId}-${current.value}` : undefined}
          autoComplete="off"
          placeholder={placeholder}
          value={typed ?? chosen?.text ?? ''}
          onChange={(event) => {
            type(event.target.value);
            setOpen(true);
            if (event.target.value === '') onPick(null);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setTyped(null);
            setOpen(false);
          }}
          endAction={
            chosen && !field.required ? (
              <IconButton
                variant="ghost"
                size="XS"
                type="button"
                label={t('form.clear')}
                onClick={() => {
                  type(null);
                  onPick(null);
                }}
              >
                <Cross />
              </IconButton>
            ) : (
              <CaretDown aria-hidden />
            )
          }
        />
      </Popover.Anchor>
      <Popover.Content
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => box.current?.contains(event.target as Node) && event.preventDefault()}
        // The box keeps the focus, so that its blur is the one sign that the person has gone elsewhere.
        onMouseDown={(event) => event.preventDefault()}
        style={{ width: 'var(--radix-popover-trigger-width)', maxHeight: '24rem', overflowY: 'auto' }}
      >
        <Box tag="ul" role="listbox" id={listId} padding={1} style={{ listStyle: 'none' }}>
          {shown.map((item) => (
            <Line
              key={item.value}
              id={`${listId}-${item.value}`}
              text={item.text}
              marked={item === current}
              chosen={item.value === value}
              onPick={() => pick(item)}
            />
          ))}
        </Box>
        {shown.length === 0 && (
          <Box padding={3} role="status">
            <Typography textColor="neutral600">{busy ? t('form.loading') : empty}</Typography>
          </Box>
        )}
      </Popover.Content>
    </Popover.Root>
  );
}

interface LineProps {
  id: string;
  text: string;
  marked: boolean;
  chosen: boolean;
  onPick: () => void;
}

function Line({ id, text, marked, chosen, onPick }: LineProps) {
  const line = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (marked) line.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <Box
      tag="li"
      ref={line}
      id={id}
      role="option"
      aria-selected={marked}
      padding={2}
      paddingLeft={4}
      hasRadius
      cursor="pointer"
      background={marked ? 'primary100' : 'neutral0'}
      onClick={onPick}
    >
      <Typography textColor={chosen ? 'primary600' : 'neutral800'} fontWeight={chosen ? 'bold' : 'regular'}>
        {text}
      </Typography>
    </Box>
  );
}
