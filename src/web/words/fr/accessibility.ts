export const ACCESSIBILITY_FR = {
  title: 'Déclaration d’accessibilité',
  lead: (site: string) =>
    `Cette déclaration porte sur les pages de ${site}, selon le référentiel général d’amélioration de l’accessibilité (RGAA 4.1), qui applique l’article 47 de la loi du 11 février 2005.`,
  toFillIn:
    'Déclaration à compléter par l’exploitant de ce serveur\u00a0: ce qui est entre crochets lui revient.',
  state: {
    title: 'État de conformité',
    text: '[À compléter par l’exploitant\u00a0: conformité totale, partielle ou non-conformité, après un audit selon le RGAA 4.1.] Aucun audit complet n’a encore été mené\u00a0: sans lui, ces pages sont à déclarer non conformes, quoi que disent les tests ci-dessous.',
  },
  tested: {
    title: 'Ce qui est testé',
    text: 'Le logiciel est livré avec des tests de ses pages dans un vrai navigateur, menés à chaque modification\u00a0:',
  },
  tests: [
    'axe-core sur chaque page, en clair et en sombre, règles WCAG 2.0, 2.1 et 2.2 aux niveaux A et AA\u00a0: contrastes, noms, étiquettes, titres, langues\u00a0;',
    'le clavier seul\u00a0: aller au contenu, chercher, ouvrir un résultat\u00a0;',
    'l’agrandissement\u00a0: à 320 pixels de large, soit 400\u00a0% sur un écran de 1 280, rien ne déborde de la page\u00a0; les tableaux larges défilent, au clavier aussi\u00a0;',
    'les pages sans JavaScript\u00a0: tout se lit et tout formulaire s’envoie\u00a0;',
    'chaque graphique est suivi des mêmes chiffres en tableau.',
  ],
  checkedOn: 'Cette liste a été revue le',
  known: {
    title: 'Contenus qui ne sont pas accessibles',
    text: '[À compléter par l’exploitant après l’audit.] Ce qui est connu\u00a0:',
  },
  limits: [
    'les textes des fiches sont ceux que les certificateurs ont déposés\u00a0: abréviations, casse et mise en forme ne sont pas corrigées\u00a0;',
    'GraphiQL, l’outil des développeurs, n’a pas été évalué selon le RGAA\u00a0;',
    'aucun lecteur d’écran n’a été essayé.',
  ],
  made: {
    title: 'Établissement de cette déclaration',
    text: '[À compléter par l’exploitant\u00a0: date de la déclaration, date de sa mise à jour, technologies et outils de l’audit, pages de l’échantillon.] Technologies utilisées\u00a0: HTML, CSS, SVG\u00a0; JavaScript en complément.',
  },
  contact: {
    title: 'Retour d’information et contact',
    text: '[À compléter par l’exploitant\u00a0: adresse électronique, formulaire, téléphone ou adresse postale du responsable de ce site.] Si un contenu vous est inaccessible, écrivez-lui\u00a0: il vous en donnera un équivalent.',
  },
  recourse: {
    title: 'Voies de recours',
    text: 'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu et n’avez pas eu de réponse satisfaisante, vous pouvez\u00a0:',
  },
  ways: [
    'écrire un message au Défenseur des droits (formulaire.defenseurdesdroits.fr)\u00a0;',
    'contacter le délégué du Défenseur des droits de votre région\u00a0;',
    'écrire par la poste, sans timbre\u00a0: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
  ],
};
