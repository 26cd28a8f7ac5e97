export const SHEET_FR = {
  title: 'Références de cette feuille',
  made: (day: string, publication: string, method: string) =>
    `Feuille établie sur le registre du ${day}, publication ${publication}, méthode ${method}.`,
  pinned: 'Adresse qui garde ces chiffres',
  code: 'Code QR de l’adresse qui dit si ces chiffres tiennent toujours',
  check: 'Ces chiffres tiennent-ils toujours\u00a0?',
};
