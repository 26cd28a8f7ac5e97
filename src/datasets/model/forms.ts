import type { Bilingual } from '../../domain/bilingual.ts';
import { DATASETS } from '../catalogue.ts';
import { powerBiProject } from '../power-bi/project.ts';
import { odataPbids, postgresqlPbids, reportOdc } from './connections.ts';
import { cubeFiles } from './cube.ts';
import { dbtFiles } from './dbt.ts';
import type { SemanticModel } from './model.ts';
import type { ModelFile, WrittenFor } from './model-file.ts';
import { ossieText } from './ossie.ts';
import { tableauText } from './tableau.ts';

/** A form that the model is taken away in: a file, or a folder that is sent as a zip. */
export interface ModelForm {
  /** Its file at `/models`: `power-bi-odata.zip`. */
  readonly name: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** The files of a folder; of a file that one. */
  readonly write: (model: SemanticModel, written: WrittenFor) => readonly ModelFile[];
}

/** Whether a form is a folder. */
export function isFolder({ name }: Pick<ModelForm, 'name'>): boolean {
  return name.endsWith('.zip');
}

function oneFile(
  name: string,
  text: (model: SemanticModel, written: WrittenFor) => string,
): Pick<ModelForm, 'name' | 'write'> {
  return { name, write: (model, written) => [{ path: name, text: text(model, written) }] };
}

/** The forms of the whole model, and connections to all tables. */
export const FORMS_FOR_TOOLS: readonly ModelForm[] = [
  {
    name: 'power-bi-odata.zip',
    title: { fr: 'Power BI, par OData', en: 'Power BI over OData' },
    description: {
      fr: 'Projet Power BI\u00a0: modèle avec ses mesures et rapport d’une page, sur ce serveur.',
      en: 'Project of Power BI: a model with its measures and a report of one page, on this server.',
    },
    write: (model, written) => powerBiProject(model, written, 'odata'),
  },
  {
    name: 'power-bi-postgresql.zip',
    title: { fr: 'Power BI, par PostgreSQL', en: 'Power BI over PostgreSQL' },
    description: {
      fr: 'Le même projet sur les tables du schéma bi.',
      en: 'The same project on the tables of the schema bi.',
    },
    write: (model, written) => powerBiProject(model, written, 'postgresql'),
  },
  {
    ...oneFile('tableau.tds', tableauText),
    title: { fr: 'Tableau', en: 'Tableau' },
    description: {
      fr: 'Source de données\u00a0: tables liées, calculs et alias des codes, sur le schéma bi.',
      en: 'Data source: related tables, calculations and aliases of codes, on the schema bi.',
    },
  },
  {
    name: 'cube.zip',
    title: { fr: 'Cube', en: 'Cube' },
    description: {
      fr: 'Modèle de données\u00a0: un cube par table du schéma bi et une vue de l’ensemble.',
      en: 'Data model: a cube for each table of the schema bi, and a view of all.',
    },
    write: cubeFiles,
  },
  {
    name: 'dbt.zip',
    title: { fr: 'dbt et MetricFlow', en: 'dbt and MetricFlow' },
    description: {
      fr: 'Projet dbt\u00a0: sources du schéma bi, modèles sémantiques et métriques.',
      en: 'Project of dbt: sources of the schema bi, semantic models and metrics.',
    },
    write: dbtFiles,
  },
  {
    ...oneFile('ossie.yaml', ossieText),
    title: { fr: 'Apache Ossie', en: 'Apache Ossie' },
    description: {
      fr: 'Modèle sémantique d’échange, autrefois Open Semantic Interchange, sur le schéma bi.',
      en: 'Semantic model for interchange, formerly Open Semantic Interchange, on the schema bi.',
    },
  },
  {
    ...oneFile('odata.pbids', (_model, written) => odataPbids(written)),
    title: { fr: 'Connexion Power BI, par OData', en: 'Connection of Power BI over OData' },
    description: {
      fr: 'Ouvre Power BI Desktop sur toutes les tables de ce serveur.',
      en: 'Opens Power BI Desktop at all tables of this server.',
    },
  },
  {
    ...oneFile('postgresql.pbids', postgresqlPbids),
    title: {
      fr: 'Connexion Power BI, par PostgreSQL',
      en: 'Connection of Power BI over PostgreSQL',
    },
    description: {
      fr: 'La même sur le schéma bi\u00a0: y écrire l’adresse du serveur.',
      en: 'The same at the schema bi: the address of its server is to be written into it.',
    },
  },
];

const FOR_EXCEL: readonly ModelForm[] = DATASETS.map((report) => ({
  ...oneFile(`${report.name}.odc`, (_model, written) => reportOdc(report, written)),
  title: { fr: `Excel\u00a0: ${report.title.fr}`, en: `Excel: ${report.title.en}` },
  description: {
    fr: 'Ouvre Excel avec une requête de ce rapport par OData, qui s’actualise.',
    en: 'Opens Excel with a query of this report over OData, which can be refreshed.',
  },
}));

/** All forms of the model, and a connection of Excel for each report, in the order they are listed in. */
export const MODEL_FORMS: readonly ModelForm[] = [...FORMS_FOR_TOOLS, ...FOR_EXCEL];
