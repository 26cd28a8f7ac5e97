/** The sheet « Mode d’emploi » of the template: what each line is about, and what it says. */
export const GUIDE: readonly (readonly [subject: string, text: string])[] = [
  [
    'Ce classeur',
    'Il sert à transmettre le devenir des titulaires d’une certification, pour en calculer les taux d’insertion comme le fait France compétences. Il n’a ni macro ni formule.',
  ],
  [
    'Feuille Titulaires',
    'Une ligne par personne qui a obtenu la certification entière, qu’elle ait répondu ou non\u00a0: c’est elle qui donne le nombre de certifiés (N). Une personne qui l’a obtenue deux fois a deux lignes, sous deux identifiants.',
  ],
  [
    'Feuille Situations',
    'Une ligne par titulaire et par horizon (6 et 24 mois), y compris pour ceux qui n’ont pas répondu\u00a0: leur statut dit pourquoi. Un horizon sans aucune ligne n’a pas été enquêté, et n’a pas de taux.',
  ],
  [
    'Feuille Valeurs',
    'Les codes que les colonnes acceptent, ce qu’ils veulent dire, et ce qu’ils comptent dans les taux. Les listes des deux premières feuilles y puisent\u00a0: ne la modifiez pas.',
  ],
  [
    'Feuilles d’exemple',
    'Des lignes fictives, comme elles seraient acceptées. Elles ne sont pas importées.',
  ],
  [
    'Cellule vide',
    'La valeur n’est pas connue. N’écrivez ni «\u00a0NC\u00a0», ni «\u00a0-\u00a0», ni 0.',
  ],
  [
    'Dates',
    'Des dates du tableur, ou un texte comme 31/12/2023 ou 2023-12-31, du 1er janvier 2000 à aujourd’hui.',
  ],
  [
    'Codes',
    'Ces colonnes sont au format Texte, pour garder les zéros qui commencent un code\u00a0: 01 n’est pas 1. Collez les valeurs sans la mise en forme (collage spécial, Valeurs).',
  ],
  [
    'Aucune identité',
    'Ni nom, ni prénom, ni date ou lieu de naissance, ni NIR, ni INE, ni adresse, ni adresse électronique, ni téléphone. Un fichier qui en contient est refusé en entier, avant que rien n’en soit conservé\u00a0; le message nomme la colonne.',
  ],
  [
    'Identifiant',
    'Un numéro interne qui ne dit rien de la personne, le même dans les deux feuilles. Seule son empreinte est conservée, calculée avec un secret.',
  ],
  [
    'Année de naissance',
    'Elle n’est pas conservée\u00a0: seule la tranche d’âge à l’obtention l’est (moins de 26 ans, 26 à 29, 30 à 39, 40 à 49, 50 et plus).',
  ],
  [
    'Ce qui est refusé',
    'Une certification absente du répertoire, un code inconnu, une date ou un nombre illisible, un titulaire ou un horizon en double, une situation sans titulaire, une situation sans REPONDU ou l’inverse, un contrat ou une rémunération sans emploi, une observation avant l’horizon. Rien du fichier n’est alors importé.',
  ],
  [
    'Ce qui est signalé',
    'Un emploi sans contrat, temps de travail ou rémunération, un métier visé qui n’est pas dit, une rémunération surprenante, un nombre de certifiés ou un taux autre que celui du répertoire, moins de 50\u00a0% de réponses. Le fichier est importé.',
  ],
  [
    'Calcul',
    'R\u00a0: titulaires qui ont répondu. n\u00a0: ceux dont la situation n’est pas neutralisée. E\u00a0: ceux de n qui sont en emploi. M\u00a0: ceux de E dont l’emploi est dans un métier visé. Taux global\u00a0: E sur n. Taux dans le métier visé\u00a0: M sur n.',
  ],
  [
    'Seuils de diffusion',
    'Vous voyez tous vos chiffres. Le public ne voit ceux d’une promotion que si n vaut au moins 20, et ceux d’une voie d’accès, d’un sexe, d’une tranche d’âge ou d’une région que si n y vaut au moins 20 aussi.',
  ],
  [
    'Nouvel envoi',
    'Un fichier remplace en entier le précédent de la même certification, de la même année et du même horizon.',
  ],
];
