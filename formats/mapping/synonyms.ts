/**
 * What columns of the field's files are called, by the property that they usually fill; for suggestions only (suggest.ts). Words as
 * `folded` (cells.ts) leaves them: no case, accents, spaces or punctuation. English, Spanish, French, Portuguese, Bosnian,
 * Ukrainian, Russian, Arabic, as far as the files have them.
 */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  local_id:
    'id code ref reference haid hazardid hazardareaid minefieldid areaid taskid accidentid victimid number no nr imsmaid localid siteid codigo identificador номер код الرقم'.split(
      ' ',
    ),
  name: 'name title areaname hazardname sitename nombre nom naziv назва название الاسم'.split(' '),
  hazard_class:
    'class type typearea areatype hazardtype hazardclass contaminationtype typeofarea tipo категория'.split(
      ' ',
    ),
  hazard_status: 'status state hazardstatus areastatus estado statut статус الحالة'.split(' '),
  work_status: 'workstatus taskstatus progress clearancestatus'.split(' '),
  reported_area:
    'area size areasize surface superficie povrsina areasqm aream2 areaha sqm m2 hectares площа площадь المساحة'.split(
      ' ',
    ),
  stated_remaining_area: 'remaining remainingarea arearemaining sizeremaining'.split(' '),
  device_count:
    'mines devices numberofmines numberofdevices minecount nofmines items quantity cantidad brojmina'.split(
      ' ',
    ),
  quantity: 'quantity number count qty amount cantidad quantite кількість количество العدد'.split(' '),
  identified_on: 'date datefound dateidentified identified surveydate datesurvey recorded fecha дата'.split(
    ' ',
  ),
  occurred: 'date dateofaccident accidentdate eventdate incidentdate fecha дата'.split(' '),
  found_on: 'date datefound founddate fecha дата'.split(' '),
  seen_on: 'date dateseen reported fecha дата'.split(' '),
  closed_on: 'dateclosed closed closuredate'.split(' '),
  ended_on: 'enddate end finished completed completiondate dateend'.split(' '),
  started_on: 'startdate start begun datestart'.split(' '),
  pcode: 'pcode admcode adm3pcode adm2pcode adm4pcode unitcode'.split(' '),
  place:
    'municipality district village settlement community location municipio opcina hromada громада місце'.split(
      ' ',
    ),
  responsible: 'operator organisation organization org agency responsible'.split(' '),
  organisation: 'operator organisation organization org agency'.split(' '),
  remark: 'remarks comment comments notes note observaciones napomena примітка примечание ملاحظات'.split(' '),
  map_sheet: 'sheet mapsheet fileid map'.split(' '),
  categories: 'ordnance contamination devicetypes categories'.split(' '),
  category: 'category ordnance devicetype itemtype typeofdevice'.split(' '),
  model_named: 'model devicename itemname munition'.split(' '),
  models_named: 'models model devices'.split(' '),
  priority: 'priority prioridad prioritet'.split(' '),
  land_use: 'landuse use'.split(' '),
  marked: 'marked marking ismarked'.split(' '),
  fenced: 'fenced fence isfenced'.split(' '),
  accuracy: 'accuracy gpsaccuracy precision'.split(' '),
  age: 'age edad vozrast вік'.split(' '),
  sex: 'sex gender sexo genero pol стать'.split(' '),
  outcome: 'outcome condition injury condicion'.split(' '),
};

/** Headings of a pair of coordinates, each with its other half. */
export const pairs: readonly (readonly [x: readonly string[], y: readonly string[]])[] = [
  [
    'lon long lng longitude longitud longitudine lonwgs84 gpslon x xcoord coordx pointx'.split(' '),
    'lat latitude latitud latitudine latwgs84 gpslat y ycoord coordy pointy'.split(' '),
  ],
  ['easting este east utmx utmeasting'.split(' '), 'northing norte north utmy utmnorthing'.split(' ')],
];

/** Headings that say when a row's information is from. */
export const informationDates: readonly string[] =
  'dateofinformation informationdate reportdate dateofreport datereported infodate surveydate'.split(' ');

export const years: readonly string[] = 'year anio ano annee godina рік год'.split(' ');
