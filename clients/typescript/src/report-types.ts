/** Written by `npm run generate` from the declarations of the reports; never edited. */

/** Certifications: one row for each certification. */
export interface CertificationsRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Kind of certification. Kind of certification, as typed: TP, BTS, MASTER…; absent when the fiche has none. */
  readonly abbreviation: string | null;
  /** Kind of certification (label). What the abbreviation stands for; absent with it. */
  readonly abbreviation_label: string | null;
  /** Day of the decision. Day of the decision; absent when not published. As 2026-06-30. */
  readonly decision_on: string | null;
  /** Day of effect. Day from which it holds; absent when not published. As 2026-06-30. */
  readonly effective_on: string | null;
  /** Duration of the registration. Years. As decided; absent when not published. */
  readonly registration_years: number | null;
  /** NSF codes (spécialités). NSF codes (spécialités), each once, in the order of the fiche, between « ; »; absent when it has none. */
  readonly nsf_codes: string | null;
  /** ROME codes (métiers). ROME codes (métiers), each once, in the order of the fiche, between « ; »; absent when it has none. */
  readonly rome_codes: string | null;
  /** Formacodes. Formacodes, each once, in the order of the fiche, between « ; »; absent when it has none. */
  readonly formacodes: string | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Open to initial training. Open to initial training; absent when the source does not say. */
  readonly access_initial_training: boolean | null;
  /** Open to apprenticeship. Open to apprenticeship; absent when the source does not say. */
  readonly access_apprenticeship: boolean | null;
  /** Open to continuing training. Open to continuing training; absent when the source does not say. */
  readonly access_continuing_training: boolean | null;
  /** Open to professionalisation contracts. Open to professionalisation contracts; absent when the source does not say. */
  readonly access_professionalisation_contract: boolean | null;
  /** Open to individual application. Open to individual application; absent when the source does not say. */
  readonly access_individual_application: boolean | null;
  /** Open to validation of experience. Open to validation of experience; absent when the source does not say. */
  readonly access_vae: boolean | null;
  /** Competency blocks. Blocks. All that the fiche lists; 0 when it lists none. */
  readonly blocks: number | null;
  /** Cohorts. Cohorts. All that have a line in the statistics; 0 when none has. */
  readonly cohorts: number | null;
  /** Cohorts with a global rate at 6 months. Cohorts. number of cohorts; two are usually looked at, none decides by itself; 0 when there is none; never absent. */
  readonly usable_cohorts: number | null;
  /** Newest cohort. Year of the newest cohort; absent without cohorts. */
  readonly newest_cohort: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: pooled_global_6_months_status says why. */
  readonly pooled_global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of pooled_global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of pooled_global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What pooled_global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly pooled_global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly pooled_global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: pooled_target_occupation_6_months_status says why. */
  readonly pooled_target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of pooled_target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of pooled_target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What pooled_target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly pooled_target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly pooled_target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: pooled_target_occupation_2_years_status says why. */
  readonly pooled_target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of pooled_target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of pooled_target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly pooled_target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What pooled_target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly pooled_target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly pooled_target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `certifications`. */
export interface CertificationsLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of pooled_global_6_months_status: Global rate, 6 months: status. */
  readonly pooled_global_6_months_status_label: string | null;
  /** Label of pooled_target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly pooled_target_occupation_6_months_status_label: string | null;
  /** Label of pooled_target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly pooled_target_occupation_2_years_status_label: string | null;
}

/** Parameters of `certifications`. */
export interface CertificationsParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** How many of the most recent cohorts of a certification are pooled, whether or not their rate is published. 1 to 50. When it is not given: 3. As 3. */
  readonly last_cohorts?: number | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Competency blocks: one row for each block of a certification. */
export interface BlocksRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Place of the block. Place of the block in the fiche, from 1 on. */
  readonly position: number;
  /** Code of the block. Code of the block as published: it may be malformed, or stand twice in a fiche. */
  readonly block_code: string | null;
  /** Title of the block. */
  readonly block_title: string | null;
  /** Skills. Skills of the block; absent when not published. */
  readonly skills: string | null;
  /** Modes of assessment. How the block is assessed; absent when not published. */
  readonly assessment_modes: string | null;
  /** Prerequisites to enter training. Prerequisites to enter training for the block; absent when not published. */
  readonly entry_prerequisites: string | null;
  /** Prerequisites to validate the block. Prerequisites to validate the block; absent when not published. */
  readonly validation_prerequisites: string | null;
}

/** Columns that `labels` adds to `blocks`. */
export interface BlocksLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
}

/** Parameters of `blocks`. */
export interface BlocksParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Cohorts: one row for each certification and cohort. */
export interface CohortsRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Certified. Heads. N, as published; absent when it is not published; never read as 0. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. as published; included in N; absent when it is not published; never read as 0. */
  readonly certified_through_vae: number | null;
  /** Insertion rate at 6 months, any employment. Percent, 0 to 100. Insertion rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'PUBLISHED' | 'PUBLISHED_EARLY' | 'UNREADABLE' | 'NOT_IN_SOURCE' | 'NO_HOLDER' | 'NOT_APPLICABLE' | 'NOT_YET_OBSERVABLE' | 'IN_COLLECTION' | 'CLOSED_BEFORE_DUE' | 'OVERDUE' | 'OVERDUE_OPTIONAL' | 'SUPPRESSED' | null;
  /** Global rate, 6 months: due date. Day, in Paris. 31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace; absent where no rate is expected: on the RS. As 2026-06-30. */
  readonly global_6_months_due_on: string | null;
  /** Insertion at 6 months, target occupation. Percent, 0 to 100. Insertion at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'PUBLISHED' | 'PUBLISHED_EARLY' | 'UNREADABLE' | 'NOT_IN_SOURCE' | 'NO_HOLDER' | 'NOT_APPLICABLE' | 'NOT_YET_OBSERVABLE' | 'IN_COLLECTION' | 'CLOSED_BEFORE_DUE' | 'OVERDUE' | 'OVERDUE_OPTIONAL' | 'SUPPRESSED' | null;
  /** Target rate, 6 months: due date. Day, in Paris. 31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace; absent where no rate is expected: on the RS. As 2026-06-30. */
  readonly target_occupation_6_months_due_on: string | null;
  /** Insertion at 2 years, target occupation. Percent, 0 to 100. Insertion at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'PUBLISHED' | 'PUBLISHED_EARLY' | 'UNREADABLE' | 'NOT_IN_SOURCE' | 'NO_HOLDER' | 'NOT_APPLICABLE' | 'NOT_YET_OBSERVABLE' | 'IN_COLLECTION' | 'CLOSED_BEFORE_DUE' | 'OVERDUE' | 'OVERDUE_OPTIONAL' | 'SUPPRESSED' | null;
  /** Target rate, 2 years: due date. Day, in Paris. 31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace; absent where no rate is expected: on the RS. As 2026-06-30. */
  readonly target_occupation_2_years_due_on: string | null;
  /** Gap between the two rates at 6 months. Percentage points, −100 to 100. global rate at 6 months minus target rate at 6 months, as published; absent when one of the two is not published. */
  readonly gap_6_months: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `cohorts`. */
export interface CohortsLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `cohorts`. */
export interface CohortsParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion rates, one a row: one row for each certification, cohort and indicator. */
export interface InsertionRatesRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Certified. Heads. N, as published; absent when it is not published; never read as 0. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. as published; included in N; absent when it is not published; never read as 0. */
  readonly certified_through_vae: number | null;
  /** Indicator. Which of the three rates. */
  readonly indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS';
  /** Insertion rate. Percent, 0 to 100. Insertion rate. Absent when there is none: rate_status says why. */
  readonly rate: number | null;
  /** Insertion rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of rate at 95 %. Absent when the rate is, or without a base. */
  readonly rate_low: number | null;
  /** Insertion rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of rate at 95 %. Absent when the rate is, or without a base. */
  readonly rate_high: number | null;
  /** Insertion rate: base. Heads. What rate and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly rate_base: number | null;
  /** Insertion rate: status. */
  readonly rate_status: 'PUBLISHED' | 'PUBLISHED_EARLY' | 'UNREADABLE' | 'NOT_IN_SOURCE' | 'NO_HOLDER' | 'NOT_APPLICABLE' | 'NOT_YET_OBSERVABLE' | 'IN_COLLECTION' | 'CLOSED_BEFORE_DUE' | 'OVERDUE' | 'OVERDUE_OPTIONAL' | 'SUPPRESSED' | null;
  /** Due date of the rate. Day, in Paris. 31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace; absent where no rate is expected: on the RS. As 2026-06-30. */
  readonly rate_due_on: string | null;
  /** Days late. Days. as-of day minus due date; 0 up to and including that day; absent unless the rate is overdue. */
  readonly days_late: number | null;
  /** Basis of the interval. What the interval rests on. */
  readonly rate_basis: 'CERTIFIED_WEIGHTED' | 'RESPONDENTS' | null;
  /** Reliability of the rate. */
  readonly rate_reliability: 'VERY_LOW' | 'LOW' | 'MODERATE' | 'GOOD' | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-rates`. */
export interface InsertionRatesLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of indicator: Indicator. */
  readonly indicator_label: string | null;
  /** Label of rate_status: Insertion rate: status. */
  readonly rate_status_label: string | null;
  /** Label of rate_basis: Basis of the interval. */
  readonly rate_basis_label: string | null;
  /** Label of rate_reliability: Reliability of the rate. */
  readonly rate_reliability_label: string | null;
}

/** Parameters of `insertion-rates`. */
export interface InsertionRatesParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion by year: one row for each year of cohorts. */
export interface InsertionByYearRow {
  /** Calendar year of the cohorts. */
  readonly year: number;
  /** Certifications. Certifications. Those that have a cohort in the group, each once. */
  readonly certifications: number | null;
  /** Cohorts. Cohorts. All of the group. */
  readonly cohorts: number | null;
  /** Cohorts without number of certified. Cohorts. Those that do not publish their number of certified: they are in no sum. */
  readonly cohorts_without_certified: number | null;
  /** Certified of a group. Heads. Σ N over the cohorts that publish N; 0 when no cohort publishes it; cohortsWithoutCertified says how many do not. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. Σ over the cohorts that publish it; 0 when no cohort publishes it. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Share through VAE: base. Heads. Σ N over the cohorts that publish N and the number through VAE; 0 when no cohort publishes both. */
  readonly vae_share_base: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Global rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly global_6_months_certifications: number | null;
  /** Global rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly global_6_months_mean: number | null;
  /** Global rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly global_6_months_median: number | null;
  /** Global rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_lower_quartile: number | null;
  /** Global rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_upper_quartile: number | null;
  /** Global rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly global_6_months_coverage: number | null;
  /** Global rate, 6 months: published. Cohorts. Those of the group of which global_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly global_6_months_published: number | null;
  /** Global rate, 6 months: not yet observable. Cohorts. Those of the group of which global_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly global_6_months_not_yet_observable: number | null;
  /** Global rate, 6 months: in collection. Cohorts. Those of the group of which global_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly global_6_months_in_collection: number | null;
  /** Global rate, 6 months: overdue. Cohorts. Those of the group of which global_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly global_6_months_overdue: number | null;
  /** Global rate, 6 months: closed before due. Cohorts. Those of the group of which global_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly global_6_months_closed_before_due: number | null;
  /** Global rate, 6 months: not in source. Cohorts. Those of the group of which global_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly global_6_months_not_in_source: number | null;
  /** Global rate, 6 months: not expected. Cohorts. Those of the group of which global_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly global_6_months_not_expected: number | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_6_months_certifications: number | null;
  /** Target rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_6_months_mean: number | null;
  /** Target rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_median: number | null;
  /** Target rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_lower_quartile: number | null;
  /** Target rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_upper_quartile: number | null;
  /** Target rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_6_months_coverage: number | null;
  /** Target rate, 6 months: published. Cohorts. Those of the group of which target_occupation_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_6_months_published: number | null;
  /** Target rate, 6 months: not yet observable. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_yet_observable: number | null;
  /** Target rate, 6 months: in collection. Cohorts. Those of the group of which target_occupation_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_6_months_in_collection: number | null;
  /** Target rate, 6 months: overdue. Cohorts. Those of the group of which target_occupation_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_6_months_overdue: number | null;
  /** Target rate, 6 months: closed before due. Cohorts. Those of the group of which target_occupation_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_6_months_closed_before_due: number | null;
  /** Target rate, 6 months: not in source. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_6_months_not_in_source: number | null;
  /** Target rate, 6 months: not expected. Cohorts. Those of the group of which target_occupation_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_expected: number | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 2 years: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_2_years_certifications: number | null;
  /** Target rate, 2 years: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_2_years_mean: number | null;
  /** Target rate, 2 years: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_median: number | null;
  /** Target rate, 2 years: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_lower_quartile: number | null;
  /** Target rate, 2 years: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_upper_quartile: number | null;
  /** Target rate, 2 years: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_2_years_coverage: number | null;
  /** Target rate, 2 years: published. Cohorts. Those of the group of which target_occupation_2_years has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_2_years_published: number | null;
  /** Target rate, 2 years: not yet observable. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_yet_observable: number | null;
  /** Target rate, 2 years: in collection. Cohorts. Those of the group of which target_occupation_2_years has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_2_years_in_collection: number | null;
  /** Target rate, 2 years: overdue. Cohorts. Those of the group of which target_occupation_2_years has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_2_years_overdue: number | null;
  /** Target rate, 2 years: closed before due. Cohorts. Those of the group of which target_occupation_2_years has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_2_years_closed_before_due: number | null;
  /** Target rate, 2 years: not in source. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_2_years_not_in_source: number | null;
  /** Target rate, 2 years: not expected. Cohorts. Those of the group of which target_occupation_2_years has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_expected: number | null;
  /** Global rate, 6 months: unreadable. Cohorts. Those of the group of which global_6_months has the status UNREADABLE on the day. Never absent. */
  readonly global_6_months_unreadable: number | null;
  /** Target rate, 6 months: unreadable. Cohorts. Those of the group of which target_occupation_6_months has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_6_months_unreadable: number | null;
  /** Target rate, 2 years: unreadable. Cohorts. Those of the group of which target_occupation_2_years has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_2_years_unreadable: number | null;
  /** Low between certifications, global 6 months. Percent, 0 to 100. Lower bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_low_between: number | null;
  /** High between certifications, global 6 months. Percent, 0 to 100. Upper bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_high_between: number | null;
  /** Global rate, 6 months: design effect. Times. Variance of global_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly global_6_months_design_effect: number | null;
  /** Low between certifications, target 6 months. Percent, 0 to 100. Lower bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_low_between: number | null;
  /** High between certifications, target 6 months. Percent, 0 to 100. Upper bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_high_between: number | null;
  /** Target rate, 6 months: design effect. Times. Variance of target_occupation_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_6_months_design_effect: number | null;
  /** Low between certifications, target 2 years. Percent, 0 to 100. Lower bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_low_between: number | null;
  /** High between certifications, target 2 years. Percent, 0 to 100. Upper bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_high_between: number | null;
  /** Target rate, 2 years: design effect. Times. Variance of target_occupation_2_years beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_2_years_design_effect: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-by-year`. */
export interface InsertionByYearLabels {
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `insertion-by-year`. */
export interface InsertionByYearParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion by level of qualification: one row for each level of qualification, and one for certifications without a level. */
export interface InsertionByLevelRow {
  /** Level of qualification. Level of qualification, 1 to 8; absent for those without one. */
  readonly level: number | null;
  /** Level (label). What the level is called, in French; says so when there is none. */
  readonly level_label: string | null;
  /** Certifications. Certifications. Those that have a cohort in the group, each once. */
  readonly certifications: number | null;
  /** Cohorts. Cohorts. All of the group. */
  readonly cohorts: number | null;
  /** Cohorts without number of certified. Cohorts. Those that do not publish their number of certified: they are in no sum. */
  readonly cohorts_without_certified: number | null;
  /** Certified of a group. Heads. Σ N over the cohorts that publish N; 0 when no cohort publishes it; cohortsWithoutCertified says how many do not. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. Σ over the cohorts that publish it; 0 when no cohort publishes it. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Share through VAE: base. Heads. Σ N over the cohorts that publish N and the number through VAE; 0 when no cohort publishes both. */
  readonly vae_share_base: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Global rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly global_6_months_certifications: number | null;
  /** Global rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly global_6_months_mean: number | null;
  /** Global rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly global_6_months_median: number | null;
  /** Global rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_lower_quartile: number | null;
  /** Global rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_upper_quartile: number | null;
  /** Global rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly global_6_months_coverage: number | null;
  /** Global rate, 6 months: published. Cohorts. Those of the group of which global_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly global_6_months_published: number | null;
  /** Global rate, 6 months: not yet observable. Cohorts. Those of the group of which global_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly global_6_months_not_yet_observable: number | null;
  /** Global rate, 6 months: in collection. Cohorts. Those of the group of which global_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly global_6_months_in_collection: number | null;
  /** Global rate, 6 months: overdue. Cohorts. Those of the group of which global_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly global_6_months_overdue: number | null;
  /** Global rate, 6 months: closed before due. Cohorts. Those of the group of which global_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly global_6_months_closed_before_due: number | null;
  /** Global rate, 6 months: not in source. Cohorts. Those of the group of which global_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly global_6_months_not_in_source: number | null;
  /** Global rate, 6 months: not expected. Cohorts. Those of the group of which global_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly global_6_months_not_expected: number | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_6_months_certifications: number | null;
  /** Target rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_6_months_mean: number | null;
  /** Target rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_median: number | null;
  /** Target rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_lower_quartile: number | null;
  /** Target rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_upper_quartile: number | null;
  /** Target rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_6_months_coverage: number | null;
  /** Target rate, 6 months: published. Cohorts. Those of the group of which target_occupation_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_6_months_published: number | null;
  /** Target rate, 6 months: not yet observable. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_yet_observable: number | null;
  /** Target rate, 6 months: in collection. Cohorts. Those of the group of which target_occupation_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_6_months_in_collection: number | null;
  /** Target rate, 6 months: overdue. Cohorts. Those of the group of which target_occupation_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_6_months_overdue: number | null;
  /** Target rate, 6 months: closed before due. Cohorts. Those of the group of which target_occupation_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_6_months_closed_before_due: number | null;
  /** Target rate, 6 months: not in source. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_6_months_not_in_source: number | null;
  /** Target rate, 6 months: not expected. Cohorts. Those of the group of which target_occupation_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_expected: number | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 2 years: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_2_years_certifications: number | null;
  /** Target rate, 2 years: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_2_years_mean: number | null;
  /** Target rate, 2 years: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_median: number | null;
  /** Target rate, 2 years: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_lower_quartile: number | null;
  /** Target rate, 2 years: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_upper_quartile: number | null;
  /** Target rate, 2 years: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_2_years_coverage: number | null;
  /** Target rate, 2 years: published. Cohorts. Those of the group of which target_occupation_2_years has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_2_years_published: number | null;
  /** Target rate, 2 years: not yet observable. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_yet_observable: number | null;
  /** Target rate, 2 years: in collection. Cohorts. Those of the group of which target_occupation_2_years has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_2_years_in_collection: number | null;
  /** Target rate, 2 years: overdue. Cohorts. Those of the group of which target_occupation_2_years has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_2_years_overdue: number | null;
  /** Target rate, 2 years: closed before due. Cohorts. Those of the group of which target_occupation_2_years has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_2_years_closed_before_due: number | null;
  /** Target rate, 2 years: not in source. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_2_years_not_in_source: number | null;
  /** Target rate, 2 years: not expected. Cohorts. Those of the group of which target_occupation_2_years has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_expected: number | null;
  /** Global rate, 6 months: unreadable. Cohorts. Those of the group of which global_6_months has the status UNREADABLE on the day. Never absent. */
  readonly global_6_months_unreadable: number | null;
  /** Target rate, 6 months: unreadable. Cohorts. Those of the group of which target_occupation_6_months has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_6_months_unreadable: number | null;
  /** Target rate, 2 years: unreadable. Cohorts. Those of the group of which target_occupation_2_years has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_2_years_unreadable: number | null;
  /** Low between certifications, global 6 months. Percent, 0 to 100. Lower bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_low_between: number | null;
  /** High between certifications, global 6 months. Percent, 0 to 100. Upper bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_high_between: number | null;
  /** Global rate, 6 months: design effect. Times. Variance of global_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly global_6_months_design_effect: number | null;
  /** Low between certifications, target 6 months. Percent, 0 to 100. Lower bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_low_between: number | null;
  /** High between certifications, target 6 months. Percent, 0 to 100. Upper bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_high_between: number | null;
  /** Target rate, 6 months: design effect. Times. Variance of target_occupation_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_6_months_design_effect: number | null;
  /** Low between certifications, target 2 years. Percent, 0 to 100. Lower bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_low_between: number | null;
  /** High between certifications, target 2 years. Percent, 0 to 100. Upper bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_high_between: number | null;
  /** Target rate, 2 years: design effect. Times. Variance of target_occupation_2_years beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_2_years_design_effect: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-by-level`. */
export interface InsertionByLevelLabels {
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `insertion-by-level`. */
export interface InsertionByLevelParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion by NSF speciality: one row for each NSF group, three digits, and one for certifications without an NSF code. */
export interface InsertionBySpecialityRow {
  /** NSF domain. NSF domain, one digit. */
  readonly speciality_domain: string | null;
  /** NSF domain (label). Official label of the NSF domain, in French. */
  readonly speciality_domain_label: string | null;
  /** NSF subdomain. NSF subdomain, two digits; absent for a code of one. */
  readonly speciality_subdomain: string | null;
  /** NSF subdomain (label). Official label of the NSF subdomain, in French. */
  readonly speciality_subdomain_label: string | null;
  /** NSF group. NSF group, three digits; shorter where fiches give no more, absent without a code. */
  readonly speciality: string | null;
  /** NSF group (label). What the group is called, in French; says so when there is no code. */
  readonly speciality_label: string | null;
  /** Certifications. Certifications. Those that have a cohort in the group, each once. */
  readonly certifications: number | null;
  /** Cohorts. Cohorts. All of the group. */
  readonly cohorts: number | null;
  /** Cohorts without number of certified. Cohorts. Those that do not publish their number of certified: they are in no sum. */
  readonly cohorts_without_certified: number | null;
  /** Certified of a group. Heads. Σ N over the cohorts that publish N; 0 when no cohort publishes it; cohortsWithoutCertified says how many do not. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. Σ over the cohorts that publish it; 0 when no cohort publishes it. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Share through VAE: base. Heads. Σ N over the cohorts that publish N and the number through VAE; 0 when no cohort publishes both. */
  readonly vae_share_base: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Global rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly global_6_months_certifications: number | null;
  /** Global rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly global_6_months_mean: number | null;
  /** Global rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly global_6_months_median: number | null;
  /** Global rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_lower_quartile: number | null;
  /** Global rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_upper_quartile: number | null;
  /** Global rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly global_6_months_coverage: number | null;
  /** Global rate, 6 months: published. Cohorts. Those of the group of which global_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly global_6_months_published: number | null;
  /** Global rate, 6 months: not yet observable. Cohorts. Those of the group of which global_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly global_6_months_not_yet_observable: number | null;
  /** Global rate, 6 months: in collection. Cohorts. Those of the group of which global_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly global_6_months_in_collection: number | null;
  /** Global rate, 6 months: overdue. Cohorts. Those of the group of which global_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly global_6_months_overdue: number | null;
  /** Global rate, 6 months: closed before due. Cohorts. Those of the group of which global_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly global_6_months_closed_before_due: number | null;
  /** Global rate, 6 months: not in source. Cohorts. Those of the group of which global_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly global_6_months_not_in_source: number | null;
  /** Global rate, 6 months: not expected. Cohorts. Those of the group of which global_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly global_6_months_not_expected: number | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_6_months_certifications: number | null;
  /** Target rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_6_months_mean: number | null;
  /** Target rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_median: number | null;
  /** Target rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_lower_quartile: number | null;
  /** Target rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_upper_quartile: number | null;
  /** Target rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_6_months_coverage: number | null;
  /** Target rate, 6 months: published. Cohorts. Those of the group of which target_occupation_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_6_months_published: number | null;
  /** Target rate, 6 months: not yet observable. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_yet_observable: number | null;
  /** Target rate, 6 months: in collection. Cohorts. Those of the group of which target_occupation_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_6_months_in_collection: number | null;
  /** Target rate, 6 months: overdue. Cohorts. Those of the group of which target_occupation_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_6_months_overdue: number | null;
  /** Target rate, 6 months: closed before due. Cohorts. Those of the group of which target_occupation_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_6_months_closed_before_due: number | null;
  /** Target rate, 6 months: not in source. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_6_months_not_in_source: number | null;
  /** Target rate, 6 months: not expected. Cohorts. Those of the group of which target_occupation_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_expected: number | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 2 years: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_2_years_certifications: number | null;
  /** Target rate, 2 years: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_2_years_mean: number | null;
  /** Target rate, 2 years: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_median: number | null;
  /** Target rate, 2 years: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_lower_quartile: number | null;
  /** Target rate, 2 years: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_upper_quartile: number | null;
  /** Target rate, 2 years: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_2_years_coverage: number | null;
  /** Target rate, 2 years: published. Cohorts. Those of the group of which target_occupation_2_years has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_2_years_published: number | null;
  /** Target rate, 2 years: not yet observable. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_yet_observable: number | null;
  /** Target rate, 2 years: in collection. Cohorts. Those of the group of which target_occupation_2_years has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_2_years_in_collection: number | null;
  /** Target rate, 2 years: overdue. Cohorts. Those of the group of which target_occupation_2_years has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_2_years_overdue: number | null;
  /** Target rate, 2 years: closed before due. Cohorts. Those of the group of which target_occupation_2_years has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_2_years_closed_before_due: number | null;
  /** Target rate, 2 years: not in source. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_2_years_not_in_source: number | null;
  /** Target rate, 2 years: not expected. Cohorts. Those of the group of which target_occupation_2_years has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_expected: number | null;
  /** Global rate, 6 months: unreadable. Cohorts. Those of the group of which global_6_months has the status UNREADABLE on the day. Never absent. */
  readonly global_6_months_unreadable: number | null;
  /** Target rate, 6 months: unreadable. Cohorts. Those of the group of which target_occupation_6_months has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_6_months_unreadable: number | null;
  /** Target rate, 2 years: unreadable. Cohorts. Those of the group of which target_occupation_2_years has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_2_years_unreadable: number | null;
  /** Low between certifications, global 6 months. Percent, 0 to 100. Lower bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_low_between: number | null;
  /** High between certifications, global 6 months. Percent, 0 to 100. Upper bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_high_between: number | null;
  /** Global rate, 6 months: design effect. Times. Variance of global_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly global_6_months_design_effect: number | null;
  /** Low between certifications, target 6 months. Percent, 0 to 100. Lower bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_low_between: number | null;
  /** High between certifications, target 6 months. Percent, 0 to 100. Upper bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_high_between: number | null;
  /** Target rate, 6 months: design effect. Times. Variance of target_occupation_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_6_months_design_effect: number | null;
  /** Low between certifications, target 2 years. Percent, 0 to 100. Lower bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_low_between: number | null;
  /** High between certifications, target 2 years. Percent, 0 to 100. Upper bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_high_between: number | null;
  /** Target rate, 2 years: design effect. Times. Variance of target_occupation_2_years beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_2_years_design_effect: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-by-speciality`. */
export interface InsertionBySpecialityLabels {
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `insertion-by-speciality`. */
export interface InsertionBySpecialityParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion by ROME occupation: one row for each ROME code, and one for certifications without one. */
export interface InsertionByOccupationRow {
  /** ROME domain. ROME domain, three characters. */
  readonly occupation_domain: string | null;
  /** ROME domain (label). Official label of the ROME domain, in French. */
  readonly occupation_domain_label: string | null;
  /** ROME code. ROME code; absent for certifications without one. */
  readonly occupation: string | null;
  /** Occupation (label). What the occupation is called, in French; says so when there is no code. */
  readonly occupation_label: string | null;
  /** Certifications. Certifications. Those that have a cohort in the group, each once. */
  readonly certifications: number | null;
  /** Cohorts. Cohorts. All of the group. */
  readonly cohorts: number | null;
  /** Cohorts without number of certified. Cohorts. Those that do not publish their number of certified: they are in no sum. */
  readonly cohorts_without_certified: number | null;
  /** Certified of a group. Heads. Σ N over the cohorts that publish N; 0 when no cohort publishes it; cohortsWithoutCertified says how many do not. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. Σ over the cohorts that publish it; 0 when no cohort publishes it. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Share through VAE: base. Heads. Σ N over the cohorts that publish N and the number through VAE; 0 when no cohort publishes both. */
  readonly vae_share_base: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Global rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly global_6_months_certifications: number | null;
  /** Global rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly global_6_months_mean: number | null;
  /** Global rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly global_6_months_median: number | null;
  /** Global rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_lower_quartile: number | null;
  /** Global rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_upper_quartile: number | null;
  /** Global rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly global_6_months_coverage: number | null;
  /** Global rate, 6 months: published. Cohorts. Those of the group of which global_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly global_6_months_published: number | null;
  /** Global rate, 6 months: not yet observable. Cohorts. Those of the group of which global_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly global_6_months_not_yet_observable: number | null;
  /** Global rate, 6 months: in collection. Cohorts. Those of the group of which global_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly global_6_months_in_collection: number | null;
  /** Global rate, 6 months: overdue. Cohorts. Those of the group of which global_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly global_6_months_overdue: number | null;
  /** Global rate, 6 months: closed before due. Cohorts. Those of the group of which global_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly global_6_months_closed_before_due: number | null;
  /** Global rate, 6 months: not in source. Cohorts. Those of the group of which global_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly global_6_months_not_in_source: number | null;
  /** Global rate, 6 months: not expected. Cohorts. Those of the group of which global_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly global_6_months_not_expected: number | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_6_months_certifications: number | null;
  /** Target rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_6_months_mean: number | null;
  /** Target rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_median: number | null;
  /** Target rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_lower_quartile: number | null;
  /** Target rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_upper_quartile: number | null;
  /** Target rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_6_months_coverage: number | null;
  /** Target rate, 6 months: published. Cohorts. Those of the group of which target_occupation_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_6_months_published: number | null;
  /** Target rate, 6 months: not yet observable. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_yet_observable: number | null;
  /** Target rate, 6 months: in collection. Cohorts. Those of the group of which target_occupation_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_6_months_in_collection: number | null;
  /** Target rate, 6 months: overdue. Cohorts. Those of the group of which target_occupation_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_6_months_overdue: number | null;
  /** Target rate, 6 months: closed before due. Cohorts. Those of the group of which target_occupation_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_6_months_closed_before_due: number | null;
  /** Target rate, 6 months: not in source. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_6_months_not_in_source: number | null;
  /** Target rate, 6 months: not expected. Cohorts. Those of the group of which target_occupation_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_expected: number | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 2 years: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_2_years_certifications: number | null;
  /** Target rate, 2 years: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_2_years_mean: number | null;
  /** Target rate, 2 years: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_median: number | null;
  /** Target rate, 2 years: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_lower_quartile: number | null;
  /** Target rate, 2 years: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_upper_quartile: number | null;
  /** Target rate, 2 years: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_2_years_coverage: number | null;
  /** Target rate, 2 years: published. Cohorts. Those of the group of which target_occupation_2_years has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_2_years_published: number | null;
  /** Target rate, 2 years: not yet observable. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_yet_observable: number | null;
  /** Target rate, 2 years: in collection. Cohorts. Those of the group of which target_occupation_2_years has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_2_years_in_collection: number | null;
  /** Target rate, 2 years: overdue. Cohorts. Those of the group of which target_occupation_2_years has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_2_years_overdue: number | null;
  /** Target rate, 2 years: closed before due. Cohorts. Those of the group of which target_occupation_2_years has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_2_years_closed_before_due: number | null;
  /** Target rate, 2 years: not in source. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_2_years_not_in_source: number | null;
  /** Target rate, 2 years: not expected. Cohorts. Those of the group of which target_occupation_2_years has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_expected: number | null;
  /** Global rate, 6 months: unreadable. Cohorts. Those of the group of which global_6_months has the status UNREADABLE on the day. Never absent. */
  readonly global_6_months_unreadable: number | null;
  /** Target rate, 6 months: unreadable. Cohorts. Those of the group of which target_occupation_6_months has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_6_months_unreadable: number | null;
  /** Target rate, 2 years: unreadable. Cohorts. Those of the group of which target_occupation_2_years has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_2_years_unreadable: number | null;
  /** Low between certifications, global 6 months. Percent, 0 to 100. Lower bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_low_between: number | null;
  /** High between certifications, global 6 months. Percent, 0 to 100. Upper bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_high_between: number | null;
  /** Global rate, 6 months: design effect. Times. Variance of global_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly global_6_months_design_effect: number | null;
  /** Low between certifications, target 6 months. Percent, 0 to 100. Lower bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_low_between: number | null;
  /** High between certifications, target 6 months. Percent, 0 to 100. Upper bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_high_between: number | null;
  /** Target rate, 6 months: design effect. Times. Variance of target_occupation_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_6_months_design_effect: number | null;
  /** Low between certifications, target 2 years. Percent, 0 to 100. Lower bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_low_between: number | null;
  /** High between certifications, target 2 years. Percent, 0 to 100. Upper bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_high_between: number | null;
  /** Target rate, 2 years: design effect. Times. Variance of target_occupation_2_years beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_2_years_design_effect: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-by-occupation`. */
export interface InsertionByOccupationLabels {
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `insertion-by-occupation`. */
export interface InsertionByOccupationParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Insertion by certifying body: one row for each SIREN of a certifying body in force, and one for certifications without any. */
export interface InsertionByCertifierRow {
  /** SIREN of the certifying body. SIREN of the certifying body; absent for certifications without one in force that is known by SIREN. */
  readonly certifier_siren: string | null;
  /** Certifying body. Name of the certifying body, the one it most often has; says so when there is none. */
  readonly certifier_name: string | null;
  /** Certifications. Certifications. Those that have a cohort in the group, each once. */
  readonly certifications: number | null;
  /** Cohorts. Cohorts. All of the group. */
  readonly cohorts: number | null;
  /** Cohorts without number of certified. Cohorts. Those that do not publish their number of certified: they are in no sum. */
  readonly cohorts_without_certified: number | null;
  /** Certified of a group. Heads. Σ N over the cohorts that publish N; 0 when no cohort publishes it; cohortsWithoutCertified says how many do not. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. Σ over the cohorts that publish it; 0 when no cohort publishes it. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Share through VAE: base. Heads. Σ N over the cohorts that publish N and the number through VAE; 0 when no cohort publishes both. */
  readonly vae_share_base: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Global rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly global_6_months_certifications: number | null;
  /** Global rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly global_6_months_mean: number | null;
  /** Global rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly global_6_months_median: number | null;
  /** Global rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_lower_quartile: number | null;
  /** Global rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly global_6_months_upper_quartile: number | null;
  /** Global rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly global_6_months_coverage: number | null;
  /** Global rate, 6 months: published. Cohorts. Those of the group of which global_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly global_6_months_published: number | null;
  /** Global rate, 6 months: not yet observable. Cohorts. Those of the group of which global_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly global_6_months_not_yet_observable: number | null;
  /** Global rate, 6 months: in collection. Cohorts. Those of the group of which global_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly global_6_months_in_collection: number | null;
  /** Global rate, 6 months: overdue. Cohorts. Those of the group of which global_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly global_6_months_overdue: number | null;
  /** Global rate, 6 months: closed before due. Cohorts. Those of the group of which global_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly global_6_months_closed_before_due: number | null;
  /** Global rate, 6 months: not in source. Cohorts. Those of the group of which global_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly global_6_months_not_in_source: number | null;
  /** Global rate, 6 months: not expected. Cohorts. Those of the group of which global_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly global_6_months_not_expected: number | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 6 months: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_6_months_certifications: number | null;
  /** Target rate, 6 months: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_6_months_mean: number | null;
  /** Target rate, 6 months: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_median: number | null;
  /** Target rate, 6 months: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_lower_quartile: number | null;
  /** Target rate, 6 months: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_6_months_upper_quartile: number | null;
  /** Target rate, 6 months: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_6_months_coverage: number | null;
  /** Target rate, 6 months: published. Cohorts. Those of the group of which target_occupation_6_months has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_6_months_published: number | null;
  /** Target rate, 6 months: not yet observable. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_yet_observable: number | null;
  /** Target rate, 6 months: in collection. Cohorts. Those of the group of which target_occupation_6_months has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_6_months_in_collection: number | null;
  /** Target rate, 6 months: overdue. Cohorts. Those of the group of which target_occupation_6_months has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_6_months_overdue: number | null;
  /** Target rate, 6 months: closed before due. Cohorts. Those of the group of which target_occupation_6_months has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_6_months_closed_before_due: number | null;
  /** Target rate, 6 months: not in source. Cohorts. Those of the group of which target_occupation_6_months has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_6_months_not_in_source: number | null;
  /** Target rate, 6 months: not expected. Cohorts. Those of the group of which target_occupation_6_months has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_6_months_not_expected: number | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Target rate, 2 years: certifications. Certifications. number of certifications with a cohort in the group that publishes both rate and number of certified; 0 when there is none; never absent. */
  readonly target_occupation_2_years_certifications: number | null;
  /** Target rate, 2 years: unweighted mean. Percent, 0 to 100. Σ pooled rates / number of certifications that have one in the group; absent when none has one. */
  readonly target_occupation_2_years_mean: number | null;
  /** Target rate, 2 years: median. Percent, 0 to 100. median of the pooled rates of the certifications in the group, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_median: number | null;
  /** Target rate, 2 years: lower quartile. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_lower_quartile: number | null;
  /** Target rate, 2 years: upper quartile. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent when none has one. */
  readonly target_occupation_2_years_upper_quartile: number | null;
  /** Target rate, 2 years: coverage. Percent, 0 to 100. 100 · N of the cohorts whose rate is published / N of all selected cohorts; absent when the selected cohorts have no certified, or publish no number of them. */
  readonly target_occupation_2_years_coverage: number | null;
  /** Target rate, 2 years: published. Cohorts. Those of the group of which target_occupation_2_years has the status PUBLISHED or PUBLISHED_EARLY on the day. Never absent. */
  readonly target_occupation_2_years_published: number | null;
  /** Target rate, 2 years: not yet observable. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_YET_OBSERVABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_yet_observable: number | null;
  /** Target rate, 2 years: in collection. Cohorts. Those of the group of which target_occupation_2_years has the status IN_COLLECTION on the day. Never absent. */
  readonly target_occupation_2_years_in_collection: number | null;
  /** Target rate, 2 years: overdue. Cohorts. Those of the group of which target_occupation_2_years has the status OVERDUE or OVERDUE_OPTIONAL on the day. Never absent. */
  readonly target_occupation_2_years_overdue: number | null;
  /** Target rate, 2 years: closed before due. Cohorts. Those of the group of which target_occupation_2_years has the status CLOSED_BEFORE_DUE on the day. Never absent. */
  readonly target_occupation_2_years_closed_before_due: number | null;
  /** Target rate, 2 years: not in source. Cohorts. Those of the group of which target_occupation_2_years has the status NOT_IN_SOURCE on the day. Never absent. */
  readonly target_occupation_2_years_not_in_source: number | null;
  /** Target rate, 2 years: not expected. Cohorts. Those of the group of which target_occupation_2_years has the status NO_HOLDER or NOT_APPLICABLE on the day. Never absent. */
  readonly target_occupation_2_years_not_expected: number | null;
  /** Global rate, 6 months: unreadable. Cohorts. Those of the group of which global_6_months has the status UNREADABLE on the day. Never absent. */
  readonly global_6_months_unreadable: number | null;
  /** Target rate, 6 months: unreadable. Cohorts. Those of the group of which target_occupation_6_months has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_6_months_unreadable: number | null;
  /** Target rate, 2 years: unreadable. Cohorts. Those of the group of which target_occupation_2_years has the status UNREADABLE on the day. Never absent. */
  readonly target_occupation_2_years_unreadable: number | null;
  /** Low between certifications, global 6 months. Percent, 0 to 100. Lower bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_low_between: number | null;
  /** High between certifications, global 6 months. Percent, 0 to 100. Upper bound of global_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly global_6_months_high_between: number | null;
  /** Global rate, 6 months: design effect. Times. Variance of global_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly global_6_months_design_effect: number | null;
  /** Low between certifications, target 6 months. Percent, 0 to 100. Lower bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_low_between: number | null;
  /** High between certifications, target 6 months. Percent, 0 to 100. Upper bound of target_occupation_6_months at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_6_months_high_between: number | null;
  /** Target rate, 6 months: design effect. Times. Variance of target_occupation_6_months beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_6_months_design_effect: number | null;
  /** Low between certifications, target 2 years. Percent, 0 to 100. Lower bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_low_between: number | null;
  /** High between certifications, target 2 years. Percent, 0 to 100. Upper bound of target_occupation_2_years at 95 % when certifications differ: what groups are compared by. Absent under five certifications. */
  readonly target_occupation_2_years_high_between: number | null;
  /** Target rate, 2 years: design effect. Times. Variance of target_occupation_2_years beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %. */
  readonly target_occupation_2_years_design_effect: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `insertion-by-certifier`. */
export interface InsertionByCertifierLabels {
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `insertion-by-certifier`. */
export interface InsertionByCertifierParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Expiring certifications: one row for each certification. */
export interface ExpiringRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Stage of renewal. Where it stands on its way to renewal, on the day. */
  readonly renewal_stage: 'UNKNOWN_END' | 'NOT_OPEN' | 'WATCH' | 'FILE_NOW' | 'LATE' | 'ENDED' | null;
  /** Recommended day to file for renewal. Day, in Paris. end of the registration minus 8 months; absent when the end is not known. As 2026-06-30. */
  readonly file_by: string | null;
  /** Last day to file for renewal. Day, in Paris. end of the registration minus 7 months; absent when the end is not known. As 2026-06-30. */
  readonly file_at_latest: string | null;
  /** Recommended day of filing passed. Whether the recommended last day of filing has passed on the day. */
  readonly filing_passed: boolean | null;
  /** Replaced. Whether some fiche, this one or another, says what replaces it. */
  readonly replaced: boolean | null;
}

/** Columns that `labels` adds to `expiring`. */
export interface ExpiringLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of renewal_stage: Stage of renewal. */
  readonly renewal_stage_label: string | null;
}

/** Parameters of `expiring`. */
export interface ExpiringParameters {
  /** Only certifications whose registration ends from the day to so many months later, both included. 1 to 600. When it is not given: 12. As 12. */
  readonly months?: number | undefined;
  /** Only those of which the recommended day of filing has passed, or not. As true. */
  readonly filing_passed?: boolean | undefined;
  /** Only those of which some fiche says what replaces them, or none does. As true. */
  readonly replaced?: boolean | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Readiness for renewal: one row for each certification. */
export interface RenewalReadinessRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Stage of renewal. Where it stands on its way to renewal, on the day. */
  readonly renewal_stage: 'UNKNOWN_END' | 'NOT_OPEN' | 'WATCH' | 'FILE_NOW' | 'LATE' | 'ENDED' | null;
  /** Recommended day to file for renewal. Day, in Paris. end of the registration minus 8 months; absent when the end is not known. As 2026-06-30. */
  readonly file_by: string | null;
  /** Last day to file for renewal. Day, in Paris. end of the registration minus 7 months; absent when the end is not known. As 2026-06-30. */
  readonly file_at_latest: string | null;
  /** Start of the watch. Twelve months before the end; absent when the end is not known. As 2026-06-30. */
  readonly watch_opens_on: string | null;
  /** Cohorts. Cohorts. All that have a line in the statistics; 0 when none has. */
  readonly cohorts: number | null;
  /** Cohorts with a global rate at 6 months. Cohorts. number of cohorts; two are usually looked at, none decides by itself; 0 when there is none; never absent. */
  readonly usable_cohorts: number | null;
  /** Cohorts that are usually looked at. Cohorts. So many are usually looked at; none decides by itself. */
  readonly usual_cohorts: number | null;
  /** Cohorts published. Cohorts. Those whose global rate at 6 months is PUBLISHED on the day; 0 when none is. */
  readonly cohorts_published: number | null;
  /** Cohorts published early. Cohorts. Those whose global rate at 6 months is PUBLISHED_EARLY on the day; 0 when none is. */
  readonly cohorts_published_early: number | null;
  /** Cohorts with nobody certified. Cohorts. Those whose global rate at 6 months is NO_HOLDER on the day; 0 when none is. */
  readonly cohorts_no_holder: number | null;
  /** Cohorts not yet observable. Cohorts. Those whose global rate at 6 months is NOT_YET_OBSERVABLE on the day; 0 when none is. */
  readonly cohorts_not_yet_observable: number | null;
  /** Cohorts in collection. Cohorts. Those whose global rate at 6 months is IN_COLLECTION on the day; 0 when none is. */
  readonly cohorts_in_collection: number | null;
  /** Cohorts closed before due. Cohorts. Those whose global rate at 6 months is CLOSED_BEFORE_DUE on the day; 0 when none is. */
  readonly cohorts_closed_before_due: number | null;
  /** Cohorts overdue. Cohorts. Those whose global rate at 6 months is OVERDUE on the day; 0 when none is. */
  readonly cohorts_overdue: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `renewal-readiness`. */
export interface RenewalReadinessLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of renewal_stage: Stage of renewal. */
  readonly renewal_stage_label: string | null;
}

/** Parameters of `renewal-readiness`. */
export interface RenewalReadinessParameters {
  /** Only certifications whose registration ends from the day to so many months later, both included. 1 to 600. As 12. */
  readonly months?: number | undefined;
  /** Only certifications with so many cohorts, or fewer, whose global rate at 6 months is published. 0 to 100. As 1. */
  readonly usable_cohorts_to?: number | undefined;
  /** Certifications that are active on the day, or those that are not; one of which neither the end nor the flag of the register is known is neither. When it is not given: true. As true. */
  readonly active?: boolean | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Overdue rates at six months: one row for each certification and cohort that owes the rate. */
export interface OverdueRatesRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Certified. Heads. N, as published; absent when it is not published; never read as 0. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. as published; included in N; absent when it is not published; never read as 0. */
  readonly certified_through_vae: number | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Indicator. Which rate is owed. */
  readonly indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS';
  /** Insertion rate: status. */
  readonly rate_status: 'PUBLISHED' | 'PUBLISHED_EARLY' | 'UNREADABLE' | 'NOT_IN_SOURCE' | 'NO_HOLDER' | 'NOT_APPLICABLE' | 'NOT_YET_OBSERVABLE' | 'IN_COLLECTION' | 'CLOSED_BEFORE_DUE' | 'OVERDUE' | 'OVERDUE_OPTIONAL' | 'SUPPRESSED' | null;
  /** Due date of the rate. Day, in Paris. 31 December of the cohort’s year plus 6 months or 2 years, plus 6 months of grace; absent where no rate is expected: on the RS. As 2026-06-30. */
  readonly rate_due_on: string | null;
  /** Days late. Days. as-of day minus due date; 0 up to and including that day; absent unless the rate is overdue. */
  readonly days_late: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `overdue-rates`. */
export interface OverdueRatesLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of indicator: Indicator. */
  readonly indicator_label: string | null;
  /** Label of rate_status: Insertion rate: status. */
  readonly rate_status_label: string | null;
}

/** Parameters of `overdue-rates`. */
export interface OverdueRatesParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** Which of the rates at 6 months. When it is not given: GLOBAL_6_MONTHS. As GLOBAL_6_MONTHS. */
  readonly indicator?: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Comparison with peers: one row for each active certification of the RNCP that has the rate. */
export interface BenchmarkRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Indicator. Which of the three rates is compared. */
  readonly indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | null;
  /** Pooled insertion rate. Percent, 0 to 100. Pooled insertion rate. Absent when there is none: rate_status says why. */
  readonly rate: number | null;
  /** Pooled rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of rate at 95 %. Absent when the rate is, or without a base. */
  readonly rate_low: number | null;
  /** Pooled rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of rate at 95 %. Absent when the rate is, or without a base. */
  readonly rate_high: number | null;
  /** Pooled rate: base. Heads. What rate and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly rate_base: number | null;
  /** Pooled rate: status. */
  readonly rate_status: 'POOLED' | 'NO_RATE' | null;
  /** Reliability of the rate. */
  readonly rate_reliability: 'VERY_LOW' | 'LOW' | 'MODERATE' | 'GOOD' | null;
  /** Cohorts that are pooled. Cohorts. The most recent ones, whether or not their rate is published. */
  readonly cohorts: number | null;
  /** Cohorts whose rate is published. Cohorts. Those of the pooled ones whose rate is published. */
  readonly cohorts_with_rate: number | null;
  /** Status of the comparison. Whether the comparison could be made: under five peers it is withheld. */
  readonly benchmark_status: 'COMPARED' | 'INSUFFICIENT_PEERS' | 'NO_OWN_RATE' | 'NOT_APPLICABLE' | null;
  /** Number of peers. Certifications. certifications of the peer set, itself and its lineage excepted; 0 when there is none; never absent. */
  readonly peer_count: number | null;
  /** Median of the peers. Percent, 0 to 100. median of the peers’ own pooled rates, unweighted, linear interpolation; absent with fewer than five peers. */
  readonly peer_median: number | null;
  /** Lower quartile of the peers. Percent, 0 to 100. first quartile of the same rates, linear interpolation; absent with fewer than five peers. */
  readonly peer_lower_quartile: number | null;
  /** Upper quartile of the peers. Percent, 0 to 100. third quartile of the same rates, linear interpolation; absent with fewer than five peers. */
  readonly peer_upper_quartile: number | null;
  /** Pooled rate of the peers. Percent, 0 to 100. Σ N·r / Σ N over all the peers’ cohorts; absent with fewer than five peers. */
  readonly peer_pooled: number | null;
  /** Percentile among the peers. Percent, 0 to 100. 100 · (L + T/2) / K: L peers below, T equal, K in all; absent with fewer than five peers, and without an own rate. */
  readonly percentile: number | null;
  /** Base large enough to be ranked. Whether its base is 20 or more: under that it stays out of rankings, whatever its percentile. */
  readonly ranked: boolean | null;
  /** Difference to the median of the peers. Percentage points, −100 to 100. own pooled rate minus the median of the peers; absent with fewer than five peers, and without an own rate. */
  readonly difference_to_median: number | null;
  /** Interval leaves the median out. Whether its own interval at 95 % leaves the median of the peers out; absent when the comparison is withheld. */
  readonly excludes_median: boolean | null;
  /** Position in the funnel. Position in the funnel around the pooled rate of the peers; absent when the comparison is withheld. */
  readonly funnel_position: 'BELOW_99_8' | 'BELOW_95' | 'WITHIN' | 'ABOVE_95' | 'ABOVE_99_8' | null;
  /** Verdict. What may be said: below or above only where the adjusted funnel is outside 95 % and the own interval leaves the median out; insufficient under ten peers or on a base under 20. */
  readonly verdict: 'BELOW' | 'ABOVE' | 'NOT_DISTINGUISHABLE' | 'INSUFFICIENT' | null;
  /** p-value. Probability, 0 to 1. Of being as far from the centre of the adjusted funnel by chance. Absent under ten peers. */
  readonly p_value: number | null;
  /** q-value. Share, 0 to 1. Of false calls, by chance, among all certifications that are as far from their peers. Absent under ten peers. */
  readonly q_value: number | null;
  /** Peers on too small a base. Certifications. Those that share as much and whose base is under the smallest of peers: they are left out. */
  readonly peers_too_small: number | null;
  /** Overdispersion φ. Times. Variance of the peers beside that of chance. Absent under ten peers. */
  readonly phi: number | null;
  /** Variance between certifications τ². Squared radians. Variance between the peers on the arcsine scale. Absent under ten peers. */
  readonly tau_squared: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `benchmark`. */
export interface BenchmarkLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of indicator: Indicator. */
  readonly indicator_label: string | null;
  /** Label of rate_status: Pooled rate: status. */
  readonly rate_status_label: string | null;
  /** Label of rate_reliability: Reliability of the rate. */
  readonly rate_reliability_label: string | null;
  /** Label of benchmark_status: Status of the comparison. */
  readonly benchmark_status_label: string | null;
  /** Label of funnel_position: Position in the funnel. */
  readonly funnel_position_label: string | null;
  /** Label of verdict: Verdict. */
  readonly verdict_label: string | null;
}

/** Parameters of `benchmark`. */
export interface BenchmarkParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Which of the three rates is compared. When it is not given: GLOBAL_6_MONTHS. As TARGET_OCCUPATION_2_YEARS. */
  readonly indicator?: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | undefined;
  /** What peers share: a ROME code (OCCUPATION), an NSF code, a Formacode, or nothing but the level. When it is not given: OCCUPATION. As SPECIALITY. */
  readonly peers_by?: 'OCCUPATION' | 'SPECIALITY' | 'FORMACODE' | 'LEVEL' | undefined;
  /** Whether peers have the same level of qualification. When it is not given: true. As false. */
  readonly same_level?: boolean | undefined;
  /** How many of the most recent cohorts of a certification are pooled, whether or not their rate is published. 1 to 50. When it is not given: 3. As 3. */
  readonly last_cohorts?: number | undefined;
  /** Heads. Certifications on a smaller base are no peers; that of the method (20 unless it was chosen otherwise) when it is not given. 0 to 1000000. As 50. */
  readonly minimum_base?: number | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Portfolios of certifying bodies: one row for each certification and SIREN of a certifying body in force, and one for a certification without any. */
export interface CertifierPortfolioRow {
  /** SIREN of the certifying body. SIREN of the certifying body; absent for certifications without one in force that is known by SIREN. */
  readonly certifier_siren: string | null;
  /** Certifying body. Name of the certifying body, the one it most often has; absent with its SIREN. */
  readonly certifier_name: string | null;
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Newest cohort. Year of the newest cohort; absent without cohorts. */
  readonly newest_cohort: number | null;
  /** Cohorts. Cohorts. All that have a line in the statistics; 0 when there is none. */
  readonly cohorts: number | null;
  /** Overdue rates at six months. Cohorts. Those whose global rate at 6 months is overdue on the day, and those whose rate in the target occupation at 6 months is: a cohort that owes both counts twice. Never absent. */
  readonly overdue_rates: number | null;
  /** Pooled rate at 6 months, any employment. Percent, 0 to 100. Pooled rate at 6 months, any employment. Absent when there is none: global_6_months_status says why. */
  readonly global_6_months: number | null;
  /** Global rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_low: number | null;
  /** Global rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly global_6_months_high: number | null;
  /** Global rate, 6 months: base. Heads. What global_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly global_6_months_base: number | null;
  /** Global rate, 6 months: status. */
  readonly global_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Pooled rate at 6 months, target occupation. Percent, 0 to 100. Pooled rate at 6 months, target occupation. Absent when there is none: target_occupation_6_months_status says why. */
  readonly target_occupation_6_months: number | null;
  /** Target rate, 6 months: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_low: number | null;
  /** Target rate, 6 months: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_6_months at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_6_months_high: number | null;
  /** Target rate, 6 months: base. Heads. What target_occupation_6_months and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_6_months_base: number | null;
  /** Target rate, 6 months: status. */
  readonly target_occupation_6_months_status: 'POOLED' | 'NO_RATE' | null;
  /** Pooled rate at 2 years, target occupation. Percent, 0 to 100. Pooled rate at 2 years, target occupation. Absent when there is none: target_occupation_2_years_status says why. */
  readonly target_occupation_2_years: number | null;
  /** Target rate, 2 years: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_low: number | null;
  /** Target rate, 2 years: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_occupation_2_years at 95 %. Absent when the rate is, or without a base. */
  readonly target_occupation_2_years_high: number | null;
  /** Target rate, 2 years: base. Heads. What target_occupation_2_years and its interval rest on: certified, for the register does not publish respondents. Absent when it is not published. */
  readonly target_occupation_2_years_base: number | null;
  /** Target rate, 2 years: status. */
  readonly target_occupation_2_years_status: 'POOLED' | 'NO_RATE' | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `certifier-portfolio`. */
export interface CertifierPortfolioLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of global_6_months_status: Global rate, 6 months: status. */
  readonly global_6_months_status_label: string | null;
  /** Label of target_occupation_6_months_status: Target rate, 6 months: status. */
  readonly target_occupation_6_months_status_label: string | null;
  /** Label of target_occupation_2_years_status: Target rate, 2 years: status. */
  readonly target_occupation_2_years_status_label: string | null;
}

/** Parameters of `certifier-portfolio`. */
export interface CertifierPortfolioParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** How many of the most recent cohorts of a certification are pooled, whether or not their rate is published. 1 to 50. When it is not given: 3. As 3. */
  readonly last_cohorts?: number | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Licensed partners: one row for each certification, role and state that occurs. */
export interface PartnersRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Role of the partners. What the partners may do; absent where it is not published. */
  readonly partner_role: 'TRAIN' | 'ASSESS' | 'TRAIN_AND_ASSESS' | null;
  /** State of the licence. State of the licence as published; absent where it is not. */
  readonly partner_state: string | null;
  /** Licence in force. Whether the licence is in force (état « Actif »). */
  readonly partner_active: boolean | null;
  /** Lines of partners. Rows. Lines of « Partenaires » of the fiche. */
  readonly rows: number | null;
  /** Establishments. Establishments. Each SIRET once; those without one by name. */
  readonly establishments: number | null;
  /** Legal units. Legal units. Each SIREN once; those without one by name. */
  readonly legal_units: number | null;
}

/** Columns that `labels` adds to `partners`. */
export interface PartnersLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of partner_role: Role of the partners. */
  readonly partner_role_label: string | null;
}

/** Parameters of `partners`. */
export interface PartnersParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Findings: one row for each finding. */
export interface FindingsRow {
  /** Identifier of the finding. Opaque identifier, the same for the same finding in every publication. */
  readonly finding_id: string;
  /** Rule. What is wrong. */
  readonly rule: 'REFUSED_FICHE' | 'REFUSED_VALUE' | 'INVALID_RATE' | 'DUPLICATE_FICHE' | 'DUPLICATE_COHORT_YEAR' | 'INVALID_SIRET' | 'MISSING_ACCESS_ROUTE' | 'SOURCES_DISAGREE' | 'RATE_ON_RS' | 'TARGET_ABOVE_GLOBAL' | 'IMPOSSIBLE_RATES' | 'RATE_WITHOUT_HOLDER' | 'VAE_ABOVE_CERTIFIED' | 'IMPLAUSIBLE_COHORT_YEAR' | 'PUBLISHED_BEFORE_OBSERVABLE' | 'ACTIVE_FLAG_CONTRADICTS_END' | 'UNKNOWN_LEVEL' | 'DUPLICATE_BLOCK_CODE' | 'MISSING_CERTIFIER' | 'PERFECT_RATE_ON_LARGE_COHORT' | 'REPEATED_RATES' | 'FIGURE_CHANGED' | 'END_DATE_MISMATCH' | 'TOO_FEW_USABLE_COHORTS' | 'STATISTICS_NOT_UPDATED' | 'STATISTICS_LIKELY_STALE' | 'MISSING_COHORT_YEARS' | 'MALFORMED_BLOCK_CODE' | 'MISSING_SIRET' | 'DANGLING_LINEAGE' | 'ONE_SIDED_LINEAGE' | 'LINK_NOT_URL' | null;
  /** Severity. ERROR: data are lost; WARNING: data are doubtful; INFORMATION: data are worth a look. */
  readonly severity: 'ERROR' | 'WARNING' | 'INFORMATION' | null;
  /** Code of the certification. Code of the certification as written in the source; absent when the fiche has none. */
  readonly certification_code: string | null;
  /** Register. Register of the certification; absent when the fiche was refused. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. Title of the certification; absent when the fiche was refused. */
  readonly title: string | null;
  /** Active. Whether the certification is known to be active on the day; absent when the fiche was refused. */
  readonly active: boolean | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Calendar year of the cohort. Calendar year of the cohort; absent when no cohort is meant. */
  readonly year: number | null;
  /** Element of the source. Element or column of the source; absent when the whole fiche is meant. */
  readonly element: string | null;
  /** Given value. What the source says, cut to 200 characters; absent when it says nothing. */
  readonly given_value: string | null;
  /** Explanation. What is wrong and what would be right, in English. */
  readonly message: string | null;
  /** First publication. Number of the publication that first had it. */
  readonly first_seen_publication: number | null;
  /** Day of the first publication. When that publication became visible. As 2026-06-30T09:00:00.000Z. */
  readonly first_seen_at: string | null;
  /** Explanation in French. The same as message, in French. */
  readonly message_fr: string | null;
}

/** Columns that `labels` adds to `findings`. */
export interface FindingsLabels {
  /** Label of rule: Rule. */
  readonly rule_label: string | null;
  /** Label of severity: Severity. */
  readonly severity_label: string | null;
  /** Label of register: Register. */
  readonly register_label: string | null;
}

/** Parameters of `findings`. */
export interface FindingsParameters {
  /** What is wrong. As PUBLISHED_BEFORE_OBSERVABLE. */
  readonly rule?: 'REFUSED_FICHE' | 'REFUSED_VALUE' | 'INVALID_RATE' | 'DUPLICATE_FICHE' | 'DUPLICATE_COHORT_YEAR' | 'INVALID_SIRET' | 'MISSING_ACCESS_ROUTE' | 'SOURCES_DISAGREE' | 'RATE_ON_RS' | 'TARGET_ABOVE_GLOBAL' | 'RATE_WITHOUT_HOLDER' | 'VAE_ABOVE_CERTIFIED' | 'IMPLAUSIBLE_COHORT_YEAR' | 'PUBLISHED_BEFORE_OBSERVABLE' | 'ACTIVE_FLAG_CONTRADICTS_END' | 'UNKNOWN_LEVEL' | 'DUPLICATE_BLOCK_CODE' | 'MISSING_CERTIFIER' | 'IMPOSSIBLE_RATES' | 'PERFECT_RATE_ON_LARGE_COHORT' | 'REPEATED_RATES' | 'END_DATE_MISMATCH' | 'TOO_FEW_USABLE_COHORTS' | 'STATISTICS_NOT_UPDATED' | 'STATISTICS_LIKELY_STALE' | 'MISSING_COHORT_YEARS' | 'MALFORMED_BLOCK_CODE' | 'MISSING_SIRET' | 'DANGLING_LINEAGE' | 'ONE_SIDED_LINEAGE' | 'LINK_NOT_URL' | 'FIGURE_CHANGED' | readonly ('REFUSED_FICHE' | 'REFUSED_VALUE' | 'INVALID_RATE' | 'DUPLICATE_FICHE' | 'DUPLICATE_COHORT_YEAR' | 'INVALID_SIRET' | 'MISSING_ACCESS_ROUTE' | 'SOURCES_DISAGREE' | 'RATE_ON_RS' | 'TARGET_ABOVE_GLOBAL' | 'RATE_WITHOUT_HOLDER' | 'VAE_ABOVE_CERTIFIED' | 'IMPLAUSIBLE_COHORT_YEAR' | 'PUBLISHED_BEFORE_OBSERVABLE' | 'ACTIVE_FLAG_CONTRADICTS_END' | 'UNKNOWN_LEVEL' | 'DUPLICATE_BLOCK_CODE' | 'MISSING_CERTIFIER' | 'IMPOSSIBLE_RATES' | 'PERFECT_RATE_ON_LARGE_COHORT' | 'REPEATED_RATES' | 'END_DATE_MISMATCH' | 'TOO_FEW_USABLE_COHORTS' | 'STATISTICS_NOT_UPDATED' | 'STATISTICS_LIKELY_STALE' | 'MISSING_COHORT_YEARS' | 'MALFORMED_BLOCK_CODE' | 'MISSING_SIRET' | 'DANGLING_LINEAGE' | 'ONE_SIDED_LINEAGE' | 'LINK_NOT_URL' | 'FIGURE_CHANGED')[] | undefined;
  /** How grave it is. As WARNING. */
  readonly severity?: 'ERROR' | 'WARNING' | 'INFORMATION' | readonly ('ERROR' | 'WARNING' | 'INFORMATION')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Validation of experience: one row for each certification and cohort. */
export interface VaeRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Certified. Heads. N, as published; absent when it is not published; never read as 0. */
  readonly certified: number | null;
  /** Certified through VAE. Heads. as published; included in N; absent when it is not published; never read as 0. */
  readonly certified_through_vae: number | null;
  /** Share of the certified through VAE. Percent, 0 to 100. 100 · Σ VAE / Σ N over the cohorts that publish both; above 100 where more VAE than certified is published (a finding); absent when those cohorts have no certified. */
  readonly vae_share: number | null;
  /** Open to VAE. Whether the certification is open to validation of experience; absent when the source does not say. */
  readonly access_vae: boolean | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `vae`. */
export interface VaeLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
}

/** Parameters of `vae`. */
export interface VaeParameters {
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Changes: one row for each thing of a certification that changed in a publication. */
export interface ChangesRow {
  /** Publication. Number of the publication that has it so. */
  readonly publication_number: number;
  /** Place in the publication. Place among the changes of the publication, from 1 on. */
  readonly position: number;
  /** Day of the publication. Day that the publication stands for: of its publishing, or of exports that were imported later, as history. As 2026-06-30. */
  readonly dated_on: string | null;
  /** Moment of the publication. When it became visible. As 2026-06-30T09:00:00.000Z. */
  readonly published_at: string | null;
  /** Kind of change. What happened. */
  readonly kind: 'CREATED' | 'REAPPEARED' | 'REMOVED' | 'ENDED' | 'REACTIVATED' | 'UPDATED' | 'LINEAGE' | 'RATE_ADDED' | 'RATE_ALTERED' | 'RATE_WITHDRAWN' | 'CERTIFIED_ADDED' | 'CERTIFIED_ALTERED' | 'CERTIFIED_WITHDRAWN' | 'PARTNERS' | null;
  /** Code of the certification. */
  readonly certification_code: string | null;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. Title as it is, or of a certification that is gone as it last was. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8, as it is or last was. */
  readonly level: number | null;
  /** Active. Whether it is known to be active on the day; absent when the registers have it no longer. */
  readonly active: boolean | null;
  /** SIREN of the certifying bodies. SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one. */
  readonly certifier_sirens: string | null;
  /** Certifying bodies. Names of the certifying bodies in force as the fiche gives them, each once, between « ; ». */
  readonly certifier_names: string | null;
  /** Calendar year of the cohort. Calendar year of the cohort of a figure; absent for all else. */
  readonly year: number | null;
  /** Object of the change. What of the fiche has changed; absent when it is new, back or gone as a whole. */
  readonly field: 'TITLE' | 'ABBREVIATION_CODE' | 'ABBREVIATION_LABEL' | 'SHEET_ID' | 'EDITORIAL_STATE' | 'LEVEL_CODE' | 'LEVEL_LABEL' | 'LEVEL_YEARS' | 'ACTIVE_FLAG' | 'REGISTRATION_TYPE' | 'DECISION_ON' | 'EFFECTIVE_ON' | 'REGISTRATION_ENDS_ON' | 'PUBLISHED_ON' | 'LAST_JOURNAL_ON' | 'DELIVERY_LIMIT_ON' | 'REGISTRATION_YEARS' | 'VALIDITY_YEARS' | 'PARTNERS_MAY_EXIST' | 'NEW_CALEDONIA' | 'FRENCH_POLYNESIA' | 'DESCRIPTION_LINK' | 'PARTIAL_VALIDATION' | 'DISTINCT_BLOCK_PREREQUISITES' | 'OBJECTIVES' | 'ACTIVITIES' | 'ATTESTED_SKILLS' | 'ASSESSMENT_MODES' | 'ACQUISITION_BY_BLOCKS' | 'SECTORS' | 'JOB_TYPES' | 'REGULATIONS' | 'ENTRY_PREREQUISITES' | 'VALIDATION_PREREQUISITES' | 'MASTERY_LEVELS' | 'RENEWAL_TERMS' | 'PARTIAL_VALIDATION_SCOPE' | 'COMPONENTS_VALIDITY' | 'PREPARING_BODIES' | 'REFERENCE_FRAMEWORK' | 'BLOCK' | 'BLOCK_SKILLS' | 'BLOCK_ASSESSMENT_MODES' | 'BLOCK_ENTRY_PREREQUISITES' | 'BLOCK_VALIDATION_PREREQUISITES' | 'CERTIFIER' | 'CERTIFIER_STATE' | 'CERTIFIER_STATE_CHANGED_ON' | 'CERTIFIER_TRADE_NAME' | 'CERTIFIER_WEBSITE' | 'OCCUPATION' | 'SPECIALITY' | 'FORMACODE' | 'ACCESS_ROUTE' | 'ACCESS_ROUTE_JURY' | 'ACCESS_ROUTE_CHANGED_ON' | 'LEGAL_REFERENCE' | 'COLLECTIVE_AGREEMENT' | 'EQUIVALENCE' | 'PARTNER' | 'REPLACES' | 'REPLACED_BY' | 'CERTIFIED' | 'CERTIFIED_THROUGH_VAE' | 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | 'PARTNERS_IN_FORCE' | null;
  /** Item of the list. Which one of several, as the code of a block or the SIRET of a body; absent where there is one. */
  readonly item: string | null;
  /** Value before. What it was, of a text past 500 characters the part that differs; absent when there was none. */
  readonly value_before: string | null;
  /** Value after. What it is, likewise; absent when there is none. */
  readonly value_after: string | null;
  /** Figure before. Of a figure what it was, in heads or percent, as field says. Absent for all else, and when it was not published. */
  readonly figure_before: number | null;
  /** Figure after. Of a figure what it is, likewise. Absent for all else, and when it is published no longer. */
  readonly figure_after: number | null;
  /** Source file. File that gives a figure, or a fiche that is new; absent for all else, and for what is gone. */
  readonly source_file: string | null;
  /** Description. All of it in one line, in English. */
  readonly message: string | null;
  /** Description in French. The same in French. */
  readonly message_fr: string | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `changes`. */
export interface ChangesLabels {
  /** Label of kind: Kind of change. */
  readonly kind_label: string | null;
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of field: Object of the change. */
  readonly field_label: string | null;
}

/** Parameters of `changes`. */
export interface ChangesParameters {
  /** Only changes of publications after this one: its number; a day, for the publication that was the newest at its end; or how long before the other end, as P12M or P7D. From where history begins when that is later. When it is not given: P12M. As P7D. */
  readonly since?: string | undefined;
  /** Only changes of publications up to this one: its number, or a day, for the publication that was the newest at its end. The one that answers when it is not given. As 2026-09-01. */
  readonly until?: string | undefined;
  /** What happened. As RATE_ALTERED. */
  readonly kinds?: 'CREATED' | 'REAPPEARED' | 'REMOVED' | 'ENDED' | 'REACTIVATED' | 'UPDATED' | 'LINEAGE' | 'RATE_ADDED' | 'RATE_ALTERED' | 'RATE_WITHDRAWN' | 'CERTIFIED_ADDED' | 'CERTIFIED_ALTERED' | 'CERTIFIED_WITHDRAWN' | 'PARTNERS' | readonly ('CREATED' | 'REAPPEARED' | 'REMOVED' | 'ENDED' | 'REACTIVATED' | 'UPDATED' | 'LINEAGE' | 'RATE_ADDED' | 'RATE_ALTERED' | 'RATE_WITHDRAWN' | 'CERTIFIED_ADDED' | 'CERTIFIED_ALTERED' | 'CERTIFIED_WITHDRAWN' | 'PARTNERS')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Notes: one row for each note that is shown on the day. */
export interface NotesRow {
  /** Number of the note. Number of the note, growing. */
  readonly note_number: number;
  /** Kind of note. NOTE: shown beside the figures that it touches; BREAK_IN_SERIES: it also stops yearly changes across its year. */
  readonly kind: 'NOTE' | 'BREAK_IN_SERIES' | null;
  /** Register. Register that it is about; absent when about both. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Code of the certification. Code of the certification that it is about; absent when about all. */
  readonly certification_code: string | null;
  /** Indicator. Which of the three rates it is about; absent when about all of them and the numbers of certified. */
  readonly indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | null;
  /** First year of cohorts. Calendar year of the first cohorts that it is about, of a break the first of the new series; absent when open. */
  readonly year_from: number | null;
  /** Last year of cohorts. Calendar year of the last cohorts that it is about; absent when open. */
  readonly year_to: number | null;
  /** Shown from. First day on which it is shown; absent when open. As 2026-06-30. */
  readonly shown_from: string | null;
  /** Shown until. Last day on which it is shown; absent when open. As 2026-06-30. */
  readonly shown_until: string | null;
  /** Text in French. What it says, in French. */
  readonly text_fr: string | null;
  /** Text. What it says, in English; in French where there is no English text. */
  readonly text_en: string | null;
}

/** Columns that `labels` adds to `notes`. */
export interface NotesLabels {
  /** Label of kind: Kind of note. */
  readonly kind_label: string | null;
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of indicator: Indicator. */
  readonly indicator_label: string | null;
}

/** Parameters of `notes`. */
export interface NotesParameters {
  /** Notes, or breaks in series. As BREAK_IN_SERIES. */
  readonly kind?: 'NOTE' | 'BREAK_IN_SERIES' | readonly ('NOTE' | 'BREAK_IN_SERIES')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Notes about this rate, those about all of them included. As GLOBAL_6_MONTHS. */
  readonly indicator?: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Rates computed from surveys: one row for each surveyed cohort, horizon and rate. */
export interface SurveyRatesRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Horizon in months. Months after the award at which holders were asked. */
  readonly horizon: number;
  /** Kind of rate. In any employment, or in the target occupation. */
  readonly rate_kind: 'GLOBAL' | 'TARGET_OCCUPATION';
  /** Status of the survey. Whether the figures of the row are shown. */
  readonly status: 'SHOWN' | 'SUPPRESSED' | null;
  /** Reason of the suppression. Why the figures are suppressed; absent when they are shown. */
  readonly reason: 'SMALL_BASE' | 'COMPLEMENTARY' | 'WINDOW' | 'OTHER_HORIZON' | 'FEW_CERTIFICATIONS' | 'FEW_BODIES' | 'NEAR_CERTAIN' | null;
  /** Read in full. Whether who asks reads the survey in full, and not only what everybody may. */
  readonly in_full: boolean | null;
  /** Holders of the cohort, by its roster. Heads. N, the holders of the roster who obtained the whole certification; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly holders: number | null;
  /** Respondents. Heads. R, the holders whose situation is known; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly respondents: number | null;
  /** Neutralised respondents. Heads. Z, the respondents who study, are in work-study contracts, cannot work, or work outside the French market; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly neutralised: number | null;
  /** Eligible respondents. Heads. n = R − Z, respondents less neutralised; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly eligible: number | null;
  /** Numerator. Heads. E, the employed respondents, or M, those in the target occupation, as rate_kind says. Absent when the figure is suppressed. */
  readonly numerator: number | null;
  /** Computed rate. Percent, 0 to 100. 100·E / n, or 100·M / n in the target occupation; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly rate: number | null;
  /** Computed rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly rate_low: number | null;
  /** Computed rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly rate_high: number | null;
  /** Computed rate: least possible. Percent, 0 to 100. 100·E / (n + N − R), if no non-respondent is employed; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly bound_low: number | null;
  /** Computed rate: most possible. Percent, 0 to 100. 100·(E + N − R) / (n + N − R), if all non-respondents are; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly bound_high: number | null;
  /** Rate weighted by access route. Percent, 0 to 100. Σ w·E / Σ w·n, with w = N/R of the route; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly weighted_rate: number | null;
  /** Weighted rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of weighted_rate at 95 %, on effective_base. Absent when the weighted rate is. */
  readonly weighted_rate_low: number | null;
  /** Weighted rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of weighted_rate at 95 %, on effective_base. Absent when the weighted rate is. */
  readonly weighted_rate_high: number | null;
  /** Effective base of the weighted rate. Heads. (Σ w)² / Σ w² of the eligible respondents; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly effective_base: number | null;
  /** Response rate. Percent, 0 to 100. 100·R / N, the respondents of the holders; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly response_rate: number | null;
  /** Neutralised share. Percent, 0 to 100. 100·Z / R, the neutralised of the respondents; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly neutralised_share: number | null;
  /** Share of the holders that the rates speak of. Percent, 0 to 100. 100·n / N, the eligible of the holders; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly coverage: number | null;
  /** Published rate. Percent, 0 to 100. Rate that the register publishes of the same cohort, at the same horizon. Absent when it publishes none. */
  readonly published_rate: number | null;
  /** Differs from the published rate. Whether the computed rate, rounded, differs by more than one point from the published one; absent when one of them is. */
  readonly differs: boolean | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `survey-rates`. */
export interface SurveyRatesLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of rate_kind: Kind of rate. */
  readonly rate_kind_label: string | null;
  /** Label of status: Status of the survey. */
  readonly status_label: string | null;
  /** Label of reason: Reason of the suppression. */
  readonly reason_label: string | null;
}

/** Parameters of `survey-rates`. */
export interface SurveyRatesParameters {
  /** Only these horizons: months after the award at which holders are asked. As 6. */
  readonly horizon?: 6 | '6' | 12 | '12' | 24 | '24' | readonly (6 | '6' | 12 | '12' | 24 | '24')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Outcomes of surveys: one row for each surveyed cohort, horizon, attribute and class of holders. */
export interface SurveyOutcomesRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Horizon in months. Months after the award at which holders were asked. */
  readonly horizon: number;
  /** Attribute. What tells the holders of the row apart. */
  readonly dimension: 'ALL' | 'ROUTE' | 'SEX' | 'AGE_BAND' | 'REGION';
  /** Code of the class. Code of the class of holders; absent of all holders, and when the attribute is not known. */
  readonly class_code: string | null;
  /** Class in French. Label of the class, in French. */
  readonly class_fr: string | null;
  /** Class. Label of the class, in English. */
  readonly class_en: string | null;
  /** Status of the survey. Whether the figures of the row are shown. */
  readonly status: 'SHOWN' | 'SUPPRESSED' | null;
  /** Reason of the suppression. Why the figures are suppressed; absent when they are shown. */
  readonly reason: 'SMALL_BASE' | 'COMPLEMENTARY' | 'WINDOW' | 'OTHER_HORIZON' | 'FEW_CERTIFICATIONS' | 'FEW_BODIES' | 'NEAR_CERTAIN' | null;
  /** Read in full. Whether who asks reads the survey in full, and not only what everybody may. */
  readonly in_full: boolean | null;
  /** Holders of the cohort, by its roster. Heads. N, the holders of the roster who obtained the whole certification; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly holders: number | null;
  /** Respondents. Heads. R, the holders whose situation is known; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly respondents: number | null;
  /** Neutralised respondents. Heads. Z, the respondents who study, are in work-study contracts, cannot work, or work outside the French market; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly neutralised: number | null;
  /** Eligible respondents. Heads. n = R − Z, respondents less neutralised; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly eligible: number | null;
  /** Employed respondents. Heads. E, those of n who are employed; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly employed: number | null;
  /** Employed in the target occupation. Heads. M, those of E whose job is in the target occupation; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly in_target: number | null;
  /** Response rate. Percent, 0 to 100. 100·R / N, the respondents of the holders; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly response_rate: number | null;
  /** Neutralised share. Percent, 0 to 100. 100·Z / R, the neutralised of the respondents; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly neutralised_share: number | null;
  /** Share of the holders that the rates speak of. Percent, 0 to 100. 100·n / N, the eligible of the holders; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly coverage: number | null;
  /** Global rate. Percent, 0 to 100. 100·E / n, or 100·M / n in the target occupation; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly global_rate: number | null;
  /** Global rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of global_rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly global_rate_low: number | null;
  /** Global rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of global_rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly global_rate_high: number | null;
  /** Global rate: least possible. Percent, 0 to 100. 100·E / (n + N − R), if no non-respondent is employed; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly global_bound_low: number | null;
  /** Global rate: most possible. Percent, 0 to 100. 100·(E + N − R) / (n + N − R), if all non-respondents are; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly global_bound_high: number | null;
  /** Target rate. Percent, 0 to 100. 100·E / n, or 100·M / n in the target occupation; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly target_rate: number | null;
  /** Target rate: lower bound at 95 %. Percent, 0 to 100. Lower bound of the Wilson interval of target_rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly target_rate_low: number | null;
  /** Target rate: upper bound at 95 %. Percent, 0 to 100. Upper bound of the Wilson interval of target_rate at 95 %, on the eligible respondents. Absent when the rate is. */
  readonly target_rate_high: number | null;
  /** Target rate: least possible. Percent, 0 to 100. 100·E / (n + N − R), if no non-respondent is employed; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly target_bound_low: number | null;
  /** Target rate: most possible. Percent, 0 to 100. 100·(E + N − R) / (n + N − R), if all non-respondents are; absent when nobody is in the denominator, when there is no survey, or the figure is suppressed. */
  readonly target_bound_high: number | null;
  /** Could not be reached. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly unreachable: number | null;
  /** Refused to answer. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly refused: number | null;
  /** Were not asked. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly not_asked: number | null;
  /** Further studies. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly studying: number | null;
  /** Work-study contract. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly work_study: number | null;
  /** Unable to work. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly unable: number | null;
  /** Employed outside the French market. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly abroad: number | null;
  /** Looking for a job. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly searching: number | null;
  /** Not looking for a job. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly inactive: number | null;
  /** Internship or volunteering. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly interning: number | null;
  /** Employed, target occupation not known. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly target_unknown: number | null;
  /** Permanent contract. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly permanent: number | null;
  /** Fixed-term contract. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly fixed_term: number | null;
  /** Temporary agency work. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly temporary: number | null;
  /** Civil servants. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly civil_servant: number | null;
  /** Public contract agents. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly public_contract: number | null;
  /** Self-employed. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly self_employed: number | null;
  /** Another contract. Heads. the holders with this code; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly other_contract: number | null;
  /** Share in stable employment. Percent, 0 to 100. 100·part / base, of the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly stable_share: number | null;
  /** Share in stable employment: base. Heads. the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly stable_share_base: number | null;
  /** Share full time. Percent, 0 to 100. 100·part / base, of the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly full_time_share: number | null;
  /** Share full time: base. Heads. the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly full_time_share_base: number | null;
  /** Share of executives (cadres). Percent, 0 to 100. 100·part / base, of the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly managers_share: number | null;
  /** Share of executives (cadres): base. Heads. the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly managers_share_base: number | null;
  /** Share outside the region. Percent, 0 to 100. 100·part / base, of the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly outside_region_share: number | null;
  /** Share outside the region: base. Heads. the employed respondents of whom it is known; absent for who does not read the survey in full, and when nobody is in the denominator. */
  readonly outside_region_share_base: number | null;
  /** Lower quartile of pay. Euros. quantile by interpolation of gross yearly pay, bonuses included, of who works full time; absent when no pay is known, when fewer than 20 are and the survey is not read in full, and of several cohorts. */
  readonly pay_lower: number | null;
  /** Median of pay. Euros. quantile by interpolation of gross yearly pay, bonuses included, of who works full time; absent when no pay is known, when fewer than 20 are and the survey is not read in full, and of several cohorts. */
  readonly pay_median: number | null;
  /** Upper quartile of pay. Euros. quantile by interpolation of gross yearly pay, bonuses included, of who works full time; absent when no pay is known, when fewer than 20 are and the survey is not read in full, and of several cohorts. */
  readonly pay_upper: number | null;
  /** Values of pay behind the quartiles. Heads. the holders who work full time and whose pay is known; absent when there is no survey, or the figure is suppressed: the status says why. */
  readonly pay_base: number | null;
  /** Notes. What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note. */
  readonly notes: string | null;
}

/** Columns that `labels` adds to `survey-outcomes`. */
export interface SurveyOutcomesLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of dimension: Attribute. */
  readonly dimension_label: string | null;
  /** Label of status: Status of the survey. */
  readonly status_label: string | null;
  /** Label of reason: Reason of the suppression. */
  readonly reason_label: string | null;
}

/** Parameters of `survey-outcomes`. */
export interface SurveyOutcomesParameters {
  /** Only these horizons: months after the award at which holders are asked. As 6. */
  readonly horizon?: 6 | '6' | 12 | '12' | 24 | '24' | readonly (6 | '6' | 12 | '12' | 24 | '24')[] | undefined;
  /** Only rows of all holders (ALL), or by these attributes. As ROUTE. */
  readonly dimension?: 'ALL' | 'ROUTE' | 'SEX' | 'AGE_BAND' | 'REGION' | readonly ('ALL' | 'ROUTE' | 'SEX' | 'AGE_BAND' | 'REGION')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Quality of surveys: one row for each surveyed cohort, horizon and remark. */
export interface SurveyQualityRow {
  /** Code of the certification. */
  readonly certification_code: string;
  /** Register. */
  readonly register: 'RNCP' | 'RS' | null;
  /** Title. */
  readonly title: string | null;
  /** Level of qualification. Level of qualification, 1 to 8. */
  readonly level: number | null;
  /** Kind of registration. */
  readonly registration_type: 'BY_LAW' | 'ON_REQUEST' | null;
  /** Active. Whether it is known to be active on the day. */
  readonly active: boolean | null;
  /** Last day of the registration. As 2026-06-30. */
  readonly registration_ends_on: string | null;
  /** Calendar year of the cohort. */
  readonly year: number;
  /** Horizon in months. Months after the award at which holders were asked; absent when it is about the roster. */
  readonly horizon: number | null;
  /** Rule. What is remarkable. */
  readonly rule: 'JOB_DETAILS_MISSING' | 'TARGET_UNKNOWN' | 'JOB_DETAILS_DISAGREE' | 'PAY_UNLIKELY' | 'OBSERVED_LATE' | 'LOW_RESPONSE' | 'ONE_SOURCE' | 'TOO_PERFECT' | 'SAME_DATE_AND_PAY' | 'CERTIFIED_DIFFERS' | 'VAE_DIFFERS' | 'RATE_DIFFERS';
  /** Indicator. Which of the three rates of the register differs; absent when it is no rate. */
  readonly indicator: 'GLOBAL_6_MONTHS' | 'TARGET_OCCUPATION_6_MONTHS' | 'TARGET_OCCUPATION_2_YEARS' | null;
  /** Explanation. What is remarkable, in English. */
  readonly message: string | null;
  /** Explanation in French. The same as message, in French. */
  readonly message_fr: string | null;
  /** Rows that it is about. Heads. Holders whose row it is about. Absent of a difference from the register. */
  readonly rows: number | null;
  /** Rows that were looked at. Heads. Holders whose row was looked at. Absent of a difference from the register. */
  readonly of_rows: number | null;
  /** Figure of the survey. What the survey gives, in heads, or in percent of a rate. Absent when it is no difference from the register. */
  readonly computed: number | null;
  /** Figure of the register. What the register publishes, likewise. Absent when it is no difference from it. */
  readonly published: number | null;
}

/** Columns that `labels` adds to `survey-quality`. */
export interface SurveyQualityLabels {
  /** Label of register: Register. */
  readonly register_label: string | null;
  /** Label of registration_type: Kind of registration. */
  readonly registration_type_label: string | null;
  /** Label of rule: Rule. */
  readonly rule_label: string | null;
  /** Label of indicator: Indicator. */
  readonly indicator_label: string | null;
}

/** Parameters of `survey-quality`. */
export interface SurveyQualityParameters {
  /** Only these horizons: months after the award at which holders are asked. As 6. */
  readonly horizon?: 6 | '6' | 12 | '12' | 24 | '24' | readonly (6 | '6' | 12 | '12' | 24 | '24')[] | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** RNCP or RS. As RNCP. */
  readonly register?: 'RNCP' | 'RS' | undefined;
  /** Only certifications that are active on the day, or only those that are not. One of which neither the end nor the flag of the register is known is neither. As true. */
  readonly active?: boolean | undefined;
  /** Levels of qualification (niveau), 1 to 8. 1 to 8. As 6. */
  readonly level?: number | readonly number[] | undefined;
  /** NSF codes (spécialités) or the starts of some. As 326. */
  readonly speciality?: string | readonly string[] | undefined;
  /** ROME codes (métiers) or the starts of some. As M18. */
  readonly occupation?: string | readonly string[] | undefined;
  /** Formacodes, whole. As 31054. */
  readonly formacode?: string | readonly string[] | undefined;
  /** Certifying bodies (certificateurs), by SIREN. As 130025265. */
  readonly certifier?: string | readonly string[] | undefined;
  /** Only cohorts of this year and later ones. 1 to 9999. As 2022. */
  readonly year_from?: number | undefined;
  /** Only cohorts of this year and earlier ones. 1 to 9999. As 2022. */
  readonly year_to?: number | undefined;
  /** Only cohorts of these years, in place of `year_from` and `year_to`: `latest(3)`, the newest three years that have cohorts, which stay the newest with each publication; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year. As latest(3). */
  readonly years?: string | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Access to surveys: one row for each read and certification that was read. */
export interface SurveyAccessRow {
  /** Number of the read. Number of the read in the log. */
  readonly access_number: number;
  /** Moment of the read. Moment just before the figures were sent. As 2026-06-30T09:00:00.000Z. */
  readonly read_at: string | null;
  /** Identifier of the request. Identifier of the request, as in the log of the server. */
  readonly request_id: string | null;
  /** Role. In what role the figures were read. */
  readonly role: 'BODY' | 'EXAMINER' | 'OPERATOR' | null;
  /** Reader. Name of the key, or subject of the token. */
  readonly reader: string | null;
  /** SIREN of the reader. SIREN of the certifying body that read; absent of other roles. */
  readonly siren: string | null;
  /** Operation. Name of the operation or report; absent when it has none. */
  readonly operation: string | null;
  /** Code of the certification. Code of the certification of which restricted figures were read. */
  readonly certification_code: string;
}

/** Columns that `labels` adds to `survey-access`. */
export interface SurveyAccessLabels {
  /** Label of role: Role. */
  readonly role_label: string | null;
}

/** Parameters of `survey-access`. */
export interface SurveyAccessParameters {
  /** Only reads of this day, in Paris, and later ones. As 2026-09-01. */
  readonly read_from?: string | undefined;
  /** Only reads of this day, in Paris, and earlier ones. As 2026-09-01. */
  readonly read_to?: string | undefined;
  /** Register codes, in any form they are written in. As RNCP35746. */
  readonly code?: string | readonly string[] | undefined;
  /** The day that the figures are looked at: decides what is active and which rates are due. Today in Paris when it is not given, or the day of the publication when that is. As 2026-06-30. */
  readonly as_of?: string | undefined;
  /** How many rows at most, from the start; all of them when it is not given. 0 to 1000000000. As 1000. */
  readonly limit?: number | undefined;
  /** Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given. As fr. */
  readonly labels?: 'fr' | 'en' | undefined;
  /** Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day. 1 to 2147483647. As 12. */
  readonly publication?: number | undefined;
  /** A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`. As 2026-09-30. */
  readonly known_on?: string | undefined;
  /** What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`. As q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA. */
  readonly publication_token?: string | undefined;
}

/** Rows of reports by name. */
export interface ReportRows {
  readonly 'certifications': CertificationsRow;
  readonly 'blocks': BlocksRow;
  readonly 'cohorts': CohortsRow;
  readonly 'insertion-rates': InsertionRatesRow;
  readonly 'insertion-by-year': InsertionByYearRow;
  readonly 'insertion-by-level': InsertionByLevelRow;
  readonly 'insertion-by-speciality': InsertionBySpecialityRow;
  readonly 'insertion-by-occupation': InsertionByOccupationRow;
  readonly 'insertion-by-certifier': InsertionByCertifierRow;
  readonly 'expiring': ExpiringRow;
  readonly 'renewal-readiness': RenewalReadinessRow;
  readonly 'overdue-rates': OverdueRatesRow;
  readonly 'benchmark': BenchmarkRow;
  readonly 'certifier-portfolio': CertifierPortfolioRow;
  readonly 'partners': PartnersRow;
  readonly 'findings': FindingsRow;
  readonly 'vae': VaeRow;
  readonly 'changes': ChangesRow;
  readonly 'notes': NotesRow;
  readonly 'survey-rates': SurveyRatesRow;
  readonly 'survey-outcomes': SurveyOutcomesRow;
  readonly 'survey-quality': SurveyQualityRow;
  readonly 'survey-access': SurveyAccessRow;
}

/** Columns that `labels` adds to them. */
export interface ReportLabels {
  readonly 'certifications': CertificationsLabels;
  readonly 'blocks': BlocksLabels;
  readonly 'cohorts': CohortsLabels;
  readonly 'insertion-rates': InsertionRatesLabels;
  readonly 'insertion-by-year': InsertionByYearLabels;
  readonly 'insertion-by-level': InsertionByLevelLabels;
  readonly 'insertion-by-speciality': InsertionBySpecialityLabels;
  readonly 'insertion-by-occupation': InsertionByOccupationLabels;
  readonly 'insertion-by-certifier': InsertionByCertifierLabels;
  readonly 'expiring': ExpiringLabels;
  readonly 'renewal-readiness': RenewalReadinessLabels;
  readonly 'overdue-rates': OverdueRatesLabels;
  readonly 'benchmark': BenchmarkLabels;
  readonly 'certifier-portfolio': CertifierPortfolioLabels;
  readonly 'partners': PartnersLabels;
  readonly 'findings': FindingsLabels;
  readonly 'vae': VaeLabels;
  readonly 'changes': ChangesLabels;
  readonly 'notes': NotesLabels;
  readonly 'survey-rates': SurveyRatesLabels;
  readonly 'survey-outcomes': SurveyOutcomesLabels;
  readonly 'survey-quality': SurveyQualityLabels;
  readonly 'survey-access': SurveyAccessLabels;
}

/** Parameters of reports by name. */
export interface ReportParameters {
  readonly 'certifications': CertificationsParameters;
  readonly 'blocks': BlocksParameters;
  readonly 'cohorts': CohortsParameters;
  readonly 'insertion-rates': InsertionRatesParameters;
  readonly 'insertion-by-year': InsertionByYearParameters;
  readonly 'insertion-by-level': InsertionByLevelParameters;
  readonly 'insertion-by-speciality': InsertionBySpecialityParameters;
  readonly 'insertion-by-occupation': InsertionByOccupationParameters;
  readonly 'insertion-by-certifier': InsertionByCertifierParameters;
  readonly 'expiring': ExpiringParameters;
  readonly 'renewal-readiness': RenewalReadinessParameters;
  readonly 'overdue-rates': OverdueRatesParameters;
  readonly 'benchmark': BenchmarkParameters;
  readonly 'certifier-portfolio': CertifierPortfolioParameters;
  readonly 'partners': PartnersParameters;
  readonly 'findings': FindingsParameters;
  readonly 'vae': VaeParameters;
  readonly 'changes': ChangesParameters;
  readonly 'notes': NotesParameters;
  readonly 'survey-rates': SurveyRatesParameters;
  readonly 'survey-outcomes': SurveyOutcomesParameters;
  readonly 'survey-quality': SurveyQualityParameters;
  readonly 'survey-access': SurveyAccessParameters;
}

/** A report. */
export type ReportName = keyof ReportRows;

