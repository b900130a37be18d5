import type * as React from 'react';
import type { Widget } from '../schema';
import { ChoiceControl, RatingControl } from './ChoiceControls';
import { DateControl, DateTimeControl } from './DateTimeControl';
import { ChosenControl } from './ChosenControl';
import { ChosenManyControl } from './ChosenManyControl';
import { EvidenceControl } from './EvidenceControl';
import { MoneyControl } from './MoneyControl';
import { OptionControl } from './OptionControl';
import { PartsControl } from './PartsControl';
import { ActionItemsControl, PreventiveActionsControl } from './PreventiveActionsControl';
import type { ControlProps } from './props';
import { SearchControl } from './SearchControl';
import { StaffListControl } from './StaffListControl';
import { TagsControl } from './TagsControl';
import { LongTextControl, MailControl, NumberControl, TelephoneControl, TextControl } from './TextControls';
import { YesNoControl } from './YesNoControl';

export type { ControlProps, FormContext } from './props';

/** Which control edits which widget. Files are added in the case's own files section. */
export const CONTROLS: Partial<Record<Widget, React.ComponentType<ControlProps>>> = {
  text: TextControl,
  longText: LongTextControl,
  telephone: TelephoneControl,
  mail: MailControl,
  number: NumberControl,
  yesNo: YesNoControl,
  switch: YesNoControl,
  choice: ChoiceControl,
  rating: RatingControl,
  datetime: DateTimeControl,
  date: DateControl,
  money: MoneyControl,
  parts: PartsControl,
  staff: OptionControl,
  category: OptionControl,
  building: OptionControl,
  community: OptionControl,
  household: SearchControl,
  ticket: SearchControl,
  complaint: SearchControl,
  complaintCategory: OptionControl,
  staffList: StaffListControl,
  evidence: EvidenceControl,
  preventiveActions: PreventiveActionsControl,
  actionItems: ActionItemsControl,
  tags: TagsControl,
  member: ChosenControl,
  chosen: ChosenControl,
  chosenMany: ChosenManyControl,
  parkingSpace: ChosenControl,
};
