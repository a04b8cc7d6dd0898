import { render } from 'preact';
import { Popup } from './Popup.tsx';

const place = document.getElementById('popup');
if (place) render(<Popup address={location.href} />, place);
