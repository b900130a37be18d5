import LetterheadsPage from '../letterheads/LetterheadsPage';
import { LETTERHEAD_READ } from '../permissions';
import { settingsPage } from './SettingsFrame';

/** 红头: the company's own Word files, at home among the settings too. */
export default settingsPage(LetterheadsPage, LETTERHEAD_READ);
