import type { SHEET_FR } from '../fr/sheet.ts';

export const SHEET_EN: typeof SHEET_FR = {
  title: 'References of this sheet',
  made: (day, publication, method) =>
    `Sheet made from the register of ${day}, publication ${publication}, method ${method}.`,
  pinned: 'Address that keeps these figures',
  code: 'QR code of the address that says whether these figures still hold',
  check: 'Do these figures still hold?',
};
