import type * as React from 'react';
import type { Widget } from '../schema';
import { ChoiceControl, RatingControl } from './ChoiceControls';
import { DateTimeControl } from './DateTimeControl';
import { MoneyControl } from './MoneyControl';
import { OptionControl } from './OptionControl';
import { PartsControl } from './PartsControl';
import type { ControlProps } from './props';
import { SearchControl } from './SearchControl';
import { LongTextControl, NumberControl, TelephoneControl, TextControl, YesNoControl } from './TextControls';

export type { ControlProps, FormContext } from './props';

/** Which control edits which widget. Files are added in the case's own files section. */
export const CONTROLS: Partial<Record<Widget, React.ComponentType<ControlProps>>> = {
  text: TextControl,
  longText: LongTextControl,
  telephone: TelephoneControl,
  number: NumberControl,
  yesNo: YesNoControl,
  choice: ChoiceControl,
  rating: RatingControl,
  datetime: DateTimeControl,
  money: MoneyControl,
  parts: PartsControl,
  staff: OptionControl,
  category: OptionControl,
  building: OptionControl,
  community: OptionControl,
  household: SearchControl,
  ticket: SearchControl,
};
