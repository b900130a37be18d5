import RulebookPage from '../rulebook/RulebookPage';
import { POLICY_READ } from '../permissions';
import { settingsPage } from './SettingsFrame';

/** 规则: the values that apply, and where each comes from; they are changed by promulgating a policy, never here. */
export default settingsPage(RulebookPage, POLICY_READ);
