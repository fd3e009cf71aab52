/**
 * States and other areas, one a line: ISO 3166-1 alpha-3 code | name | other names | adjectives | capital by which a government is
 * spoken of (further spellings after it) | alpha-2. "Other areas" stand here as the monitors of the treaties list them; that says nothing about
 * anybody's claims. Names by the UN terminology database; former names as depositaries still print them.
 */
export const statesTable = `
AFG|Afghanistan||Afghan|Kabul|AF
ALB|Albania||Albanian|Tirana|AL
DZA|Algeria||Algerian|Algiers|DZ
AND|Andorra||Andorran|Andorra la Vella|AD
AGO|Angola||Angolan|Luanda|AO
ATG|Antigua and Barbuda|Antigua & Barbuda|Antiguan||AG
ARG|Argentina||Argentine,Argentinian|Buenos Aires|AR
ARM|Armenia||Armenian|Yerevan|AM
AUS|Australia||Australian|Canberra|AU
AUT|Austria||Austrian|Vienna|AT
AZE|Azerbaijan||Azerbaijani|Baku|AZ
BHS|Bahamas|Bahamas (The),The Bahamas|Bahamian|Nassau|BS
BHR|Bahrain||Bahraini|Manama|BH
BGD|Bangladesh||Bangladeshi|Dhaka|BD
BRB|Barbados||Barbadian|Bridgetown|BB
BLR|Belarus|Byelorussia,Byelorussian SSR|Belarusian|Minsk|BY
BEL|Belgium||Belgian||BE
BLZ|Belize||Belizean|Belmopan|BZ
BEN|Benin||Beninese|Porto-Novo|BJ
BTN|Bhutan||Bhutanese|Thimphu|BT
BOL|Bolivia|Bolivia (Plurinational State of),Plurinational State of Bolivia|Bolivian|La Paz|BO
BIH|Bosnia and Herzegovina|Bosnia,BiH,Bosnia-Herzegovina,Bosnia & Herzegovina,Bosnia-Hercegovina|Bosnian|Sarajevo|BA
BWA|Botswana||Botswanan|Gaborone|BW
BRA|Brazil||Brazilian|Brasília|BR
BRN|Brunei|Brunei Darussalam|Bruneian||BN
BGR|Bulgaria||Bulgarian|Sofia|BG
BFA|Burkina Faso||Burkinabe|Ouagadougou|BF
BDI|Burundi||Burundian|Bujumbura|BI
CPV|Cabo Verde|Cape Verde|Cabo Verdean|Praia|CV
KHM|Cambodia||Cambodian|Phnom Penh|KH
CMR|Cameroon||Cameroonian|Yaoundé|CM
CAN|Canada||Canadian|Ottawa|CA
CAF|Central African Republic||Central African|Bangui|CF
TCD|Chad||Chadian|N'Djamena|TD
CHL|Chile||Chilean|Santiago|CL
CHN|China|People's Republic of China,PRC|Chinese|Beijing|CN
COL|Colombia||Colombian|Bogotá|CO
COM|Comoros||Comorian|Moroni|KM
COG|Congo|Republic of the Congo,Congo-Brazzaville,Congo (Republic of the),Congo (Rep.),Congo (Brazzaville)|Congolese|Brazzaville|CG
COD|Democratic Republic of the Congo|DR Congo,DRC,Congo-Kinshasa,Congo (Dem. Rep.),Democratic Republic of Congo,Zaire,Zaïre||Kinshasa|CD
COK|Cook Islands||Cook Islander||CK
CRI|Costa Rica||Costa Rican|San José|CR
CIV|Côte d'Ivoire|Ivory Coast,Cote d'Ivoire,C&ocirc;te d'Ivoire,Republic of Côte d'Ivoire|Ivorian|Abidjan|CI
HRV|Croatia||Croatian|Zagreb|HR
CUB|Cuba||Cuban|Havana|CU
CYP|Cyprus||Cypriot|Nicosia|CY
CZE|Czechia|Czech Republic|Czech|Prague|CZ
DNK|Denmark||Danish|Copenhagen|DK
DJI|Djibouti||Djiboutian||DJ
DMA|Dominica|||Roseau|DM
DOM|Dominican Republic||Dominican|Santo Domingo|DO
ECU|Ecuador||Ecuadorian|Quito|EC
EGY|Egypt||Egyptian|Cairo|EG
SLV|El Salvador||Salvadoran|San Salvador|SV
GNQ|Equatorial Guinea||Equatoguinean|Malabo|GQ
ERI|Eritrea||Eritrean|Asmara|ER
EST|Estonia||Estonian|Tallinn|EE
SWZ|Eswatini|Swaziland,Kingdom of Eswatini|Swazi|Mbabane|SZ
ETH|Ethiopia||Ethiopian|Addis Ababa|ET
FJI|Fiji||Fijian|Suva|FJ
FIN|Finland||Finnish|Helsinki|FI
FRA|France||French|Paris|FR
GAB|Gabon||Gabonese|Libreville|GA
GMB|Gambia|The Gambia,Gambia (Republic of The),Gambia (The)|Gambian|Banjul|GM
GEO|Georgia||Georgian|Tbilisi|GE
DEU|Germany|Federal Republic of Germany|German|Berlin|DE
GHA|Ghana||Ghanaian|Accra|GH
GRC|Greece|Hellenic Republic|Greek|Athens|GR
GRD|Grenada||Grenadian||GD
GTM|Guatemala||Guatemalan||GT
GIN|Guinea||Guinean|Conakry|GN
GNB|Guinea-Bissau|Guinea Bissau|Bissau-Guinean|Bissau|GW
GUY|Guyana||Guyanese|Georgetown|GY
HTI|Haiti||Haitian|Port-au-Prince|HT
VAT|Holy See|Vatican,Vatican City,Vatican City State|||VA
HND|Honduras||Honduran|Tegucigalpa|HN
HUN|Hungary||Hungarian|Budapest|HU
ISL|Iceland||Icelandic|Reykjavik|IS
IND|India||Indian|New Delhi|IN
IDN|Indonesia||Indonesian|Jakarta|ID
IRN|Iran|Islamic Republic of Iran,Iran (Islamic Republic of)|Iranian|Tehran|IR
IRQ|Iraq||Iraqi|Baghdad|IQ
IRL|Ireland||Irish|Dublin|IE
ISR|Israel||Israeli|Jerusalem|IL
ITA|Italy||Italian|Rome|IT
JAM|Jamaica||Jamaican|Kingston|JM
JPN|Japan||Japanese|Tokyo|JP
JOR|Jordan||Jordanian|Amman|JO
KAZ|Kazakhstan||Kazakh,Kazakhstani|Astana|KZ
KEN|Kenya||Kenyan|Nairobi|KE
KIR|Kiribati||I-Kiribati||KI
PRK|North Korea|Democratic People's Republic of Korea,DPRK,Korea (North),Korea (Democratic People's Republic of)|North Korean|Pyongyang|KP
KOR|South Korea|Republic of Korea,ROK,Korea (South),Korea (Republic of)|South Korean|Seoul|KR
KWT|Kuwait||Kuwaiti|Kuwait City|KW
KGZ|Kyrgyzstan||Kyrgyz|Bishkek|KG
LAO|Laos|Lao People's Democratic Republic,Lao PDR|Lao,Laotian|Vientiane|LA
LVA|Latvia||Latvian|Riga|LV
LBN|Lebanon||Lebanese|Beirut|LB
LSO|Lesotho||Basotho|Maseru|LS
LBR|Liberia||Liberian|Monrovia|LR
LBY|Libya||Libyan|Tripoli|LY
LIE|Liechtenstein|||Vaduz|LI
LTU|Lithuania||Lithuanian|Vilnius|LT
LUX|Luxembourg||Luxembourgish||LU
MDG|Madagascar||Malagasy|Antananarivo|MG
MWI|Malawi||Malawian|Lilongwe|MW
MYS|Malaysia||Malaysian|Kuala Lumpur|MY
MDV|Maldives||Maldivian|Malé|MV
MLI|Mali||Malian|Bamako|ML
MLT|Malta||Maltese|Valletta|MT
MHL|Marshall Islands|Marshall Is.|Marshallese|Majuro|MH
MRT|Mauritania||Mauritanian|Nouakchott|MR
MUS|Mauritius||Mauritian|Port Louis|MU
MEX|Mexico||Mexican|Mexico City|MX
FSM|Micronesia|Micronesia (Federated States of),Federated States of Micronesia|Micronesian||FM
MDA|Moldova|Republic of Moldova,Moldova (Republic of)|Moldovan|Chișinău|MD
MCO|Monaco||Monegasque||MC
MNG|Mongolia||Mongolian|Ulaanbaatar|MN
MNE|Montenegro||Montenegrin|Podgorica|ME
MAR|Morocco||Moroccan|Rabat|MA
MOZ|Mozambique||Mozambican|Maputo|MZ
MMR|Myanmar|Burma|Burmese|Naypyidaw|MM
NAM|Namibia||Namibian|Windhoek|NA
NRU|Nauru||Nauruan||NR
NPL|Nepal||Nepali,Nepalese|Kathmandu|NP
NLD|Netherlands|Netherlands (Kingdom of the),The Netherlands,Holland,Kingdom of the Netherlands,Netherlands (the)|Dutch|The Hague|NL
NZL|New Zealand|||Wellington|NZ
NIC|Nicaragua||Nicaraguan|Managua|NI
NER|Niger||Nigerien|Niamey|NE
NGA|Nigeria||Nigerian|Abuja|NG
NIU|Niue||Niuean||NU
MKD|North Macedonia|The former Yugoslav Republic of Macedonia,Macedonia,FYROM,FYR Macedonia,Republic of Macedonia|Macedonian|Skopje|MK
NOR|Norway||Norwegian|Oslo|NO
OMN|Oman||Omani|Muscat|OM
PAK|Pakistan||Pakistani|Islamabad|PK
PLW|Palau||Palauan||PW
PSE|Palestine|State of Palestine|Palestinian|Ramallah|PS
PAN|Panama||Panamanian||PA
PNG|Papua New Guinea|||Port Moresby|PG
PRY|Paraguay||Paraguayan|Asunción|PY
PER|Peru||Peruvian|Lima|PE
PHL|Philippines||Philippine,Filipino|Manila|PH
POL|Poland||Polish|Warsaw|PL
PRT|Portugal||Portuguese|Lisbon|PT
QAT|Qatar||Qatari|Doha|QA
ROU|Romania||Romanian|Bucharest|RO
RUS|Russia|Russian Federation|Russian|Moscow|RU
RWA|Rwanda||Rwandan|Kigali|RW
KNA|Saint Kitts and Nevis|St. Kitts and Nevis,St Kitts and Nevis,Saint Kitts & Nevis,St. Kitts & Nevis,St Kitts & Nevis,Saint Christopher and Nevis||Basseterre|KN
LCA|Saint Lucia|St. Lucia,St Lucia|Saint Lucian|Castries|LC
VCT|Saint Vincent and the Grenadines|St. Vincent and the Grenadines,St Vincent and the Grenadines,Saint Vincent & the Grenadines,St. Vincent & the Grenadines||Kingstown|VC
WSM|Samoa||Samoan|Apia|WS
SMR|San Marino||Sammarinese||SM
STP|Sao Tome and Principe|São Tomé and Príncipe,Sao Tome & Principe,São Tomé & Príncipe||São Tomé|ST
SAU|Saudi Arabia||Saudi|Riyadh|SA
SEN|Senegal||Senegalese|Dakar|SN
SRB|Serbia||Serbian|Belgrade|RS
SYC|Seychelles||Seychellois||SC
SLE|Sierra Leone||Sierra Leonean|Freetown|SL
SGP|Singapore||Singaporean||SG
SVK|Slovakia|Slovak Republic|Slovak|Bratislava|SK
SVN|Slovenia||Slovenian|Ljubljana|SI
SLB|Solomon Islands|Solomon Is.|Solomon Islander|Honiara|SB
SOM|Somalia||Somali|Mogadishu|SO
ZAF|South Africa||South African|Pretoria|ZA
SSD|South Sudan||South Sudanese|Juba|SS
ESP|Spain||Spanish|Madrid|ES
LKA|Sri Lanka|Ceylon|Sri Lankan|Colombo|LK
SDN|Sudan||Sudanese|Khartoum|SD
SUR|Suriname||Surinamese|Paramaribo|SR
SWE|Sweden||Swedish|Stockholm|SE
CHE|Switzerland||Swiss|Bern|CH
SYR|Syria|Syrian Arab Republic|Syrian|Damascus|SY
TWN|Taiwan|Republic of China,Chinese Taipei|Taiwanese|Taipei|TW
TJK|Tajikistan||Tajik|Dushanbe|TJ
TZA|Tanzania|United Republic of Tanzania|Tanzanian|Dodoma|TZ
THA|Thailand||Thai|Bangkok|TH
TLS|Timor-Leste|East Timor,Timor Leste|Timorese|Dili|TL
TGO|Togo||Togolese|Lomé|TG
TON|Tonga||Tongan|Nukuʻalofa|TO
TTO|Trinidad and Tobago|Trinidad & Tobago|Trinidadian||TT
TUN|Tunisia||Tunisian|Tunis|TN
TUR|Türkiye|Turkey,Turkiye|Turkish|Ankara|TR
TKM|Turkmenistan||Turkmen|Ashgabat|TM
TUV|Tuvalu||Tuvaluan||TV
UGA|Uganda||Ugandan|Kampala|UG
UKR|Ukraine||Ukrainian|Kyiv,Kiev|UA
ARE|United Arab Emirates|UAE,Emirates|Emirati|Abu Dhabi|AE
GBR|United Kingdom|UK,U.K.,Britain,Great Britain,United Kingdom of Great Britain and Northern Ireland,Great Britain and Northern Ireland|British|London|GB
USA|United States|US,U.S.,USA,U.S.A.,America,United States of America|American|Washington|US
URY|Uruguay||Uruguayan|Montevideo|UY
UZB|Uzbekistan||Uzbek|Tashkent|UZ
VUT|Vanuatu||Vanuatuan|Port Vila|VU
VEN|Venezuela|Venezuela (Bolivarian Republic of),Bolivarian Republic of Venezuela|Venezuelan|Caracas|VE
VNM|Viet Nam|Vietnam|Vietnamese|Hanoi|VN
YEM|Yemen||Yemeni|Sanaa|YE
ZMB|Zambia||Zambian|Lusaka|ZM
ZWE|Zimbabwe||Zimbabwean|Harare|ZW
XKX|Kosovo||Kosovar|Pristina|XK
ESH|Western Sahara|Sahrawi Arab Democratic Republic|Sahrawi||EH
`;
