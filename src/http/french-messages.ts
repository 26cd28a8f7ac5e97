import type { ErrorCode } from '../domain/errors.ts';

/** What a problem is called in French, by its status. */
export const TITLES_FR: Readonly<Record<number, string>> = {
  400: 'Requête incorrecte',
  401: 'Clé refusée',
  403: 'Interdit',
  404: 'Introuvable',
  405: 'Méthode refusée',
  406: 'Format non servi',
  410: 'Publication remplacée',
  413: 'Contenu trop grand',
  415: 'Type de contenu refusé',
  499: 'Connexion fermée par le client',
  500: 'Erreur du serveur',
  503: 'Service indisponible',
};

/** Messages in French of errors that are the same for all requests, or nearly. */
export const MESSAGES_FR: Readonly<Partial<Record<ErrorCode, string>>> = {
  UNAUTHENTICATED: 'la clé donnée n’est pas une clé de ce serveur',
  TIMEOUT: 'la réponse a pris plus de temps que permis : demandez moins de lignes',
  NO_PUBLICATION:
    'aucun répertoire n’a été importé : lancez « npm run import -- FICHIER… », ou « npm start » pour le répertoire de démonstration',
  PUBLICATION_REPLACED:
    'une autre publication a pris la place de celle qui était lue : redemandez la même chose',
  TOO_MANY_EXPORTS: 'trop de rapports sont en cours de lecture : redemandez plus tard',
  INTERNAL_SERVER_ERROR: 'erreur inattendue',
  BAD_REQUEST: 'la requête ne peut pas être lue',
};
