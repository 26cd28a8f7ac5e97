-- What the views of reports with one group of cohorts a row are made with.

-- officialSpecialityLabel
create function bi.official_speciality_label(code text) returns text
language sql immutable parallel safe as $$
  select case code
    when '1' then 'Domaines disciplinaires'
    when '2' then 'Domaines technico-professionnels de la production'
    when '3' then 'Domaines technico-professionnels des services'
    when '4' then 'Domaines du développement personnel'
    when '10' then 'Formations générales'
    when '11' then 'Mathématiques et sciences'
    when '12' then 'Sciences humaines et droit'
    when '13' then 'Lettres et arts'
    when '20' then 'Spécialités pluritechnologiques de la production'
    when '21' then 'Agriculture, pêche, forêt et espaces verts'
    when '22' then 'Transformations'
    when '23' then 'Génie civil, construction, bois'
    when '24' then 'Matériaux souples'
    when '25' then 'Mécanique, électricité, électronique'
    when '30' then 'Spécialités plurivalentes des services'
    when '31' then 'Échanges et gestion'
    when '32' then 'Communication et information'
    when '33' then 'Services aux personnes'
    when '34' then 'Services à la collectivité'
    when '41' then 'Domaines des capacités individuelles'
    when '42' then 'Domaines des activités quotidiennes et de loisirs'
  end
$$;

-- officialOccupationLabel
create function bi.official_occupation_label(code text) returns text
language sql immutable parallel safe as $$
  select case code
    when 'A11' then 'Engins agricoles et forestiers'
    when 'A12' then 'Espaces naturels et espaces verts'
    when 'A13' then 'Etudes et assistance technique'
    when 'A14' then 'Production'
    when 'A15' then 'Soins aux animaux'
    when 'B11' then 'Arts plastiques'
    when 'B12' then 'Céramique'
    when 'B13' then 'Décoration'
    when 'B14' then 'Fibres et papier'
    when 'B15' then 'Instruments de musique'
    when 'B16' then 'Métal, verre, bijouterie et horlogerie'
    when 'B17' then 'Taxidermie'
    when 'B18' then 'Tissu et cuirs'
    when 'C11' then 'Assurance'
    when 'C12' then 'Banque'
    when 'C13' then 'Finance'
    when 'C14' then 'Gestion administrative banque et assurances'
    when 'C15' then 'Immobilier'
    when 'D11' then 'Commerce alimentaire et métiers de bouche'
    when 'D12' then 'Commerce non alimentaire et de prestations de confort'
    when 'D13' then 'Direction de magasin de détail'
    when 'D14' then 'Force de vente'
    when 'D15' then 'Grande distribution'
    when 'E11' then 'Edition et communication'
    when 'E12' then 'Images et sons'
    when 'E13' then 'Industries graphiques'
    when 'E14' then 'Publicité'
    when 'F11' then 'Conception et études'
    when 'F12' then 'Conduite et encadrement de chantier - travaux'
    when 'F13' then 'Engins de chantier'
    when 'F14' then 'Extraction'
    when 'F15' then 'Montage de structures'
    when 'F16' then 'Second oeuvre'
    when 'F17' then 'Travaux et gros oeuvre'
    when 'G11' then 'Accueil et promotion touristique'
    when 'G12' then 'Animation d’activités de loisirs'
    when 'G13' then 'Conception, commercialisation et vente de produits touristiques'
    when 'G14' then 'Gestion et direction'
    when 'G15' then 'Personnel d’étage en hôtellerie'
    when 'G16' then 'Production culinaire'
    when 'G17' then 'Accueil en hôtellerie'
    when 'G18' then 'Service'
    when 'H11' then 'Affaires et support technique client'
    when 'H12' then 'Conception, recherche, études et développement'
    when 'H13' then 'Hygiène Sécurité Environnement -HSE- industriels'
    when 'H14' then 'Méthodes et gestion industrielles'
    when 'H15' then 'Qualité et analyses industrielles'
    when 'H21' then 'Alimentaire'
    when 'H22' then 'Bois'
    when 'H23' then 'Chimie et pharmacie'
    when 'H24' then 'Cuir et textile'
    when 'H25' then 'Direction, encadrement et pilotage de fabrication et production industrielles'
    when 'H26' then 'Electronique et électricité'
    when 'H27' then 'Energie'
    when 'H28' then 'Matériaux de construction, céramique et verre'
    when 'H29' then 'Mécanique, travail des métaux et outillage'
    when 'H31' then 'Papier et carton'
    when 'H32' then 'Plastique, caoutchouc'
    when 'H33' then 'Préparation et conditionnement'
    when 'H34' then 'Traitements thermiques et traitements de surfaces'
    when 'I11' then 'Encadrement'
    when 'I12' then 'Entretien technique'
    when 'I13' then 'Equipements de production, équipements collectifs'
    when 'I14' then 'Equipements domestiques et informatique'
    when 'I15' then 'Travaux d’accès difficile'
    when 'I16' then 'Véhicules, engins, aéronefs'
    when 'J11' then 'Praticiens médicaux'
    when 'J12' then 'Praticiens médico-techniques'
    when 'J13' then 'Professionnels médico-techniques'
    when 'J14' then 'Rééducation et appareillage'
    when 'J15' then 'Soins paramédicaux'
    when 'K11' then 'Accompagnement de la personne'
    when 'K12' then 'Action sociale, socio-éducative et socio-culturelle'
    when 'K13' then 'Aide à la vie quotidienne'
    when 'K14' then 'Conception et mise en oeuvre des politiques publiques'
    when 'K15' then 'Contrôle public'
    when 'K16' then 'Culture et gestion documentaire'
    when 'K17' then 'Défense, sécurité publique et secours'
    when 'K18' then 'Développement territorial et emploi'
    when 'K19' then 'Droit'
    when 'K21' then 'Formation initiale et continue'
    when 'K22' then 'Nettoyage et propreté industriels'
    when 'K23' then 'Propreté et environnement urbain'
    when 'K24' then 'Recherche'
    when 'K25' then 'Sécurité privée'
    when 'K26' then 'Services funéraires'
    when 'L11' then 'Animation de spectacles'
    when 'L12' then 'Artistes - interprètes du spectacle'
    when 'L13' then 'Conception et production de spectacles'
    when 'L14' then 'Sport professionnel'
    when 'L15' then 'Techniciens du spectacle'
    when 'M11' then 'Achats'
    when 'M12' then 'Comptabilité et gestion'
    when 'M13' then 'Direction d’entreprise'
    when 'M14' then 'Organisation et études'
    when 'M15' then 'Ressources humaines'
    when 'M16' then 'Secrétariat et assistance'
    when 'M17' then 'Stratégie commerciale, marketing et supervision des ventes'
    when 'M18' then 'Systèmes d’information et de télécommunication'
    when 'N11' then 'Magasinage, manutention des charges et déménagement'
    when 'N12' then 'Organisation de la circulation des marchandises'
    when 'N13' then 'Personnel d’encadrement de la logistique'
    when 'N21' then 'Personnel navigant du transport aérien'
    when 'N22' then 'Personnel sédentaire du transport aérien'
    when 'N31' then 'Personnel navigant du transport maritime et fluvial'
    when 'N32' then 'Personnel sédentaire du transport maritime et fluvial'
    when 'N41' then 'Personnel de conduite du transport routier'
    when 'N42' then 'Personnel d’encadrement du transport routier'
    when 'N43' then 'Personnel navigant du transport terrestre'
    when 'N44' then 'Personnel sédentaire du transport ferroviaire et réseau filo guidé'
  end
$$;

-- What groupLabel calls a code.
create function bi.coded(code text, label text) returns text
language sql immutable parallel safe as $$ select code || coalesce(' ' || nullif(label, ''), '') $$;

-- Makes the view <report>_report over the stored groups of a grouping by one dimension, in the
-- schema that is first on the search path. key_columns: SQL of the columns that come first; key is
-- the key of the group as text.
create function create_group_view(report text, grouping_name text, key_columns text)
returns void language plpgsql as $$
declare
  rate_columns text;
  status_columns text;
begin
  select string_agg(format($columns$
      bi.rounded(groups.%1$s_weighted / nullif(groups.%1$s_base, 0)) as %1$s,
      bi.wilson_low(groups.%1$s_weighted / nullif(groups.%1$s_base, 0), groups.%1$s_base)
        as %1$s_low,
      bi.wilson_high(groups.%1$s_weighted / nullif(groups.%1$s_base, 0), groups.%1$s_base)
        as %1$s_high,
      groups.%1$s_base::integer as %1$s_base,
      case when groups.%1$s_base > 0 then 'POOLED' else 'NO_RATE' end as %1$s_status,
      groups.%1$s_certifications,
      bi.rounded(groups.%1$s_mean) as %1$s_mean,
      bi.rounded(groups.%1$s_quartiles[2]) as %1$s_median,
      bi.rounded(groups.%1$s_quartiles[1]) as %1$s_lower_quartile,
      bi.rounded(groups.%1$s_quartiles[3]) as %1$s_upper_quartile,
      bi.rounded(100 * groups.%1$s_base / nullif(groups.certified, 0)) as %1$s_coverage,
      counts.%1$s_published,
      counts.%1$s_not_yet_observable,
      counts.%1$s_in_collection,
      counts.%1$s_overdue,
      counts.%1$s_closed_before_due,
      counts.%1$s_not_in_source,
      counts.%1$s_not_expected$columns$, rate), ',' order by place)
  into rate_columns
  from unnest(array['global_6_months', 'target_occupation_6_months', 'target_occupation_2_years'])
    with ordinality as rates (rate, place);
  select string_agg(format(
      'coalesce(sum(cohorts) filter (where %1$s_status in (%3$s)), 0)::integer as %1$s_%2$s',
      rate, suffix, statuses), ', ')
  into status_columns
  from unnest(array['global_6_months', 'target_occupation_6_months', 'target_occupation_2_years'])
    as rates (rate)
  cross join (
    values
      ('published', '''PUBLISHED'', ''PUBLISHED_EARLY'''),
      ('not_yet_observable', '''NOT_YET_OBSERVABLE'''),
      ('in_collection', '''IN_COLLECTION'''),
      ('overdue', '''OVERDUE'', ''OVERDUE_OPTIONAL'''),
      ('closed_before_due', '''CLOSED_BEFORE_DUE'''),
      ('not_in_source', '''NOT_IN_SOURCE'''),
      ('not_expected', '''NO_HOLDER'', ''NOT_APPLICABLE''')
  ) as counted (suffix, statuses);
  execute format(
    $view$create view %1$I as
    with counts as (
      select keys, %4$s
      from (
        select keys, cohorts,
          bi.rate_status(global_6_months_outcome, year, 6, bi.as_of()) as global_6_months_status,
          bi.rate_status(target_occupation_6_months_outcome, year, 6, bi.as_of())
            as target_occupation_6_months_status,
          bi.rate_status(target_occupation_2_years_outcome, year, 24, bi.as_of())
            as target_occupation_2_years_status
        from insertion_group_outcome where grouping_name = %2$L
      ) as outcomes
      group by keys
    )
    select %3$s,
      groups.certifications,
      groups.cohorts,
      groups.cohorts_without_certified,
      groups.certified::integer as certified,
      groups.certified_through_vae::integer as certified_through_vae,
      bi.rounded(
        100 * groups.vae_with_certified_known / nullif(groups.certified_with_vae_known, 0))
        as vae_share,
      groups.certified_with_vae_known::integer as vae_share_base,
      %5$s
    from insertion_group as groups
    cross join lateral (select groups.keys[1] as key) as dimension
    -- Arrays are equal where both have a null: the group whose key is not known is joined too.
    join counts on counts.keys = groups.keys
    where groups.grouping_name = %2$L$view$,
    report || '_report', grouping_name, key_columns, status_columns, rate_columns);
end
$$;
