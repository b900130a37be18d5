import type { PickerItem } from '../Picker';
import type { FormField } from '../schema';

/** What a form knows about where it stands; option lists are narrowed by it. */
export interface FormContext {
  /** Case type, e.g. `ticket`. */
  type: string;
  action: string;
  community: string | null;
  /** Records that a field may name, where the page knows them itself. */
  choices?: Record<string, PickerItem[]>;
}

/** What every control of a form gets. Values are shaped as the API wants them. */
export interface ControlProps {
  field: FormField;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
  context: FormContext;
  /** All errors of the form, for controls with parts of their own (`parts.0.name`). */
  errors: Record<string, string>;
}
