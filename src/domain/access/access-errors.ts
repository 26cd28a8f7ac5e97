import type { Bilingual } from '../bilingual.ts';
import { DomainError } from '../errors.ts';

/** Why a token is not accepted. */
export type TokenProblem =
  | 'EXPIRED'
  | 'ISSUER'
  | 'AUDIENCE'
  | 'SUBJECT'
  | 'ROLE'
  | 'SIREN'
  | 'UNREADABLE';

const PROBLEMS: Readonly<Record<TokenProblem, Bilingual>> = {
  EXPIRED: {
    en: 'has expired: get a new one from its issuer',
    fr: 'a expiré : demandez-en un nouveau à son émetteur',
  },
  ISSUER: {
    en: 'is of another issuer (iss) than the one that this server trusts',
    fr: 'vient d’un autre émetteur (iss) que celui auquel ce serveur se fie',
  },
  AUDIENCE: {
    en: 'is for another audience (aud) than this server',
    fr: 'est destiné à un autre public (aud) que ce serveur',
  },
  SUBJECT: {
    en: 'names nobody: a subject (sub) of 1 to 255 characters is accepted',
    fr: 'ne nomme personne : un sujet (sub) de 1 à 255 caractères est accepté',
  },
  ROLE: {
    en: 'has a role that is not known here: body, examiner and operator are accepted, or none',
    fr: 'a un rôle qui n’est pas connu ici : body, examiner et operator sont acceptés, ou aucun',
  },
  SIREN: {
    en: 'is of a body without its SIREN: nine digits with a right check digit are accepted, as text',
    fr: 'est celui d’un organisme sans son SIREN : neuf chiffres à la clé juste sont acceptés, en texte',
  },
  UNREADABLE: {
    en: 'cannot be verified: a JWT that a key of its issuer has signed, with an expiry (exp), is accepted',
    fr: 'ne peut pas être vérifié : un JWT signé par une clé de son émetteur, avec une échéance (exp), est accepté',
  },
};

/** A token that is not accepted. Nothing of it is repeated. */
export class TokenRefusedError extends DomainError {
  override readonly name = 'TokenRefusedError';
  readonly code = 'UNAUTHENTICATED';
  constructor(problem: TokenProblem) {
    const { en, fr } = PROBLEMS[problem];
    super({ en: `the token that was given ${en}`, fr: `le jeton donné ${fr}` });
  }
}

/** The keys by which tokens are verified cannot be had from their issuer now. */
export class IssuerUnavailableError extends DomainError {
  override readonly name = 'IssuerUnavailableError';
  readonly code = 'ISSUER_UNAVAILABLE';
  constructor(cause: unknown) {
    super(
      {
        en: 'the keys of the issuer of tokens cannot be fetched now, without which no token is accepted: ask again in some seconds, or without the token for what is open to all',
        fr: 'les clés de l’émetteur des jetons sont hors d’atteinte, sans lesquelles aucun jeton n’est accepté : redemandez dans quelques secondes, ou sans jeton pour ce qui est ouvert à tous',
      },
      { cause },
    );
  }
}

/** That restricted figures were read could not be logged: they are not given. */
export class AccessLogUnavailableError extends DomainError {
  override readonly name = 'AccessLogUnavailableError';
  readonly code = 'ACCESS_LOG_UNAVAILABLE';
  constructor(cause: unknown) {
    super(
      {
        en: 'restricted figures are given only once it is logged who read them, which cannot be done now: ask again in some seconds',
        fr: 'les chiffres réservés ne sont donnés qu’une fois noté qui les lit, ce qui ne peut se faire à présent : redemandez dans quelques secondes',
      },
      { cause },
    );
  }
}
