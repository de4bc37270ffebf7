import { DateField } from './field';
import { RangeField } from './range';

customElements.define('vafa-date', DateField);
customElements.define('vafa-range', RangeField);
