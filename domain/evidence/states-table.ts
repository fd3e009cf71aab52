/**
 * States and other areas, one a line: ISO 3166-1 alpha-3 code | name | other names | adjectives | capital by which a government is
 * spoken of (further spellings after it). "Other areas" stand here as the monitors of the treaties list them; that says nothing about
 * anybody's claims. Names by the UN terminology database; former names as depositaries still print them.
 */
export const statesTable = `
AFG|Afghanistan||Afghan|Kabul
ALB|Albania||Albanian|Tirana
DZA|Algeria||Algerian|Algiers
AND|Andorra||Andorran|Andorra la Vella
AGO|Angola||Angolan|Luanda
ATG|Antigua and Barbuda||Antiguan|
ARG|Argentina||Argentine,Argentinian|Buenos Aires
ARM|Armenia||Armenian|Yerevan
AUS|Australia||Australian|Canberra
AUT|Austria||Austrian|Vienna
AZE|Azerbaijan||Azerbaijani|Baku
BHS|Bahamas|Bahamas (The),The Bahamas|Bahamian|Nassau
BHR|Bahrain||Bahraini|Manama
BGD|Bangladesh||Bangladeshi|Dhaka
BRB|Barbados||Barbadian|Bridgetown
BLR|Belarus|Byelorussia|Belarusian|Minsk
BEL|Belgium||Belgian|
BLZ|Belize||Belizean|Belmopan
BEN|Benin||Beninese|Porto-Novo
BTN|Bhutan||Bhutanese|Thimphu
BOL|Bolivia|Bolivia (Plurinational State of)|Bolivian|La Paz
BIH|Bosnia and Herzegovina|Bosnia,BiH,Bosnia-Herzegovina|Bosnian|Sarajevo
BWA|Botswana||Botswanan|Gaborone
BRA|Brazil||Brazilian|Brasília
BRN|Brunei|Brunei Darussalam|Bruneian|
BGR|Bulgaria||Bulgarian|Sofia
BFA|Burkina Faso||Burkinabe|Ouagadougou
BDI|Burundi||Burundian|Bujumbura
CPV|Cabo Verde|Cape Verde|Cabo Verdean|Praia
KHM|Cambodia||Cambodian|Phnom Penh
CMR|Cameroon||Cameroonian|Yaoundé
CAN|Canada||Canadian|Ottawa
CAF|Central African Republic||Central African|Bangui
TCD|Chad||Chadian|N'Djamena
CHL|Chile||Chilean|Santiago
CHN|China|People's Republic of China,PRC|Chinese|Beijing
COL|Colombia||Colombian|Bogotá
COM|Comoros||Comorian|Moroni
COG|Congo|Republic of the Congo,Congo-Brazzaville|Congolese|Brazzaville
COD|Democratic Republic of the Congo|DR Congo,DRC,Congo-Kinshasa||Kinshasa
COK|Cook Islands||Cook Islander|
CRI|Costa Rica||Costa Rican|San José
CIV|Côte d'Ivoire|Ivory Coast,Cote d'Ivoire,C&ocirc;te d'Ivoire|Ivorian|Abidjan
HRV|Croatia||Croatian|Zagreb
CUB|Cuba||Cuban|Havana
CYP|Cyprus||Cypriot|Nicosia
CZE|Czechia|Czech Republic|Czech|Prague
DNK|Denmark||Danish|Copenhagen
DJI|Djibouti||Djiboutian|
DMA|Dominica|||Roseau
DOM|Dominican Republic||Dominican|Santo Domingo
ECU|Ecuador||Ecuadorian|Quito
EGY|Egypt||Egyptian|Cairo
SLV|El Salvador||Salvadoran|San Salvador
GNQ|Equatorial Guinea||Equatoguinean|Malabo
ERI|Eritrea||Eritrean|Asmara
EST|Estonia||Estonian|Tallinn
SWZ|Eswatini|Swaziland|Swazi|Mbabane
ETH|Ethiopia||Ethiopian|Addis Ababa
FJI|Fiji||Fijian|Suva
FIN|Finland||Finnish|Helsinki
FRA|France||French|Paris
GAB|Gabon||Gabonese|Libreville
GMB|Gambia|The Gambia,Gambia (Republic of The)|Gambian|Banjul
GEO|Georgia||Georgian|Tbilisi
DEU|Germany||German|Berlin
GHA|Ghana||Ghanaian|Accra
GRC|Greece||Greek|Athens
GRD|Grenada||Grenadian|
GTM|Guatemala||Guatemalan|
GIN|Guinea||Guinean|Conakry
GNB|Guinea-Bissau||Bissau-Guinean|Bissau
GUY|Guyana||Guyanese|Georgetown
HTI|Haiti||Haitian|Port-au-Prince
VAT|Holy See|Vatican,Vatican City||
HND|Honduras||Honduran|Tegucigalpa
HUN|Hungary||Hungarian|Budapest
ISL|Iceland||Icelandic|Reykjavik
IND|India||Indian|New Delhi
IDN|Indonesia||Indonesian|Jakarta
IRN|Iran|Islamic Republic of Iran,Iran (Islamic Republic of)|Iranian|Tehran
IRQ|Iraq||Iraqi|Baghdad
IRL|Ireland||Irish|Dublin
ISR|Israel||Israeli|Jerusalem
ITA|Italy||Italian|Rome
JAM|Jamaica||Jamaican|Kingston
JPN|Japan||Japanese|Tokyo
JOR|Jordan||Jordanian|Amman
KAZ|Kazakhstan||Kazakh,Kazakhstani|Astana
KEN|Kenya||Kenyan|Nairobi
KIR|Kiribati||I-Kiribati|
PRK|North Korea|Democratic People's Republic of Korea,DPRK|North Korean|Pyongyang
KOR|South Korea|Republic of Korea,ROK|South Korean|Seoul
KWT|Kuwait||Kuwaiti|Kuwait City
KGZ|Kyrgyzstan||Kyrgyz|Bishkek
LAO|Laos|Lao People's Democratic Republic,Lao PDR|Lao,Laotian|Vientiane
LVA|Latvia||Latvian|Riga
LBN|Lebanon||Lebanese|Beirut
LSO|Lesotho||Basotho|Maseru
LBR|Liberia||Liberian|Monrovia
LBY|Libya||Libyan|Tripoli
LIE|Liechtenstein|||Vaduz
LTU|Lithuania||Lithuanian|Vilnius
LUX|Luxembourg||Luxembourgish|
MDG|Madagascar||Malagasy|Antananarivo
MWI|Malawi||Malawian|Lilongwe
MYS|Malaysia||Malaysian|Kuala Lumpur
MDV|Maldives||Maldivian|Malé
MLI|Mali||Malian|Bamako
MLT|Malta||Maltese|Valletta
MHL|Marshall Islands||Marshallese|Majuro
MRT|Mauritania||Mauritanian|Nouakchott
MUS|Mauritius||Mauritian|Port Louis
MEX|Mexico||Mexican|Mexico City
FSM|Micronesia|Micronesia (Federated States of)|Micronesian|
MDA|Moldova|Republic of Moldova|Moldovan|Chișinău
MCO|Monaco||Monegasque|
MNG|Mongolia||Mongolian|Ulaanbaatar
MNE|Montenegro||Montenegrin|Podgorica
MAR|Morocco||Moroccan|Rabat
MOZ|Mozambique||Mozambican|Maputo
MMR|Myanmar|Burma|Burmese|Naypyidaw
NAM|Namibia||Namibian|Windhoek
NRU|Nauru||Nauruan|
NPL|Nepal||Nepali,Nepalese|Kathmandu
NLD|Netherlands|Netherlands (Kingdom of the),The Netherlands,Holland|Dutch|The Hague
NZL|New Zealand|||Wellington
NIC|Nicaragua||Nicaraguan|Managua
NER|Niger||Nigerien|Niamey
NGA|Nigeria||Nigerian|Abuja
NIU|Niue||Niuean|
MKD|North Macedonia|The former Yugoslav Republic of Macedonia,Macedonia|Macedonian|Skopje
NOR|Norway||Norwegian|Oslo
OMN|Oman||Omani|Muscat
PAK|Pakistan||Pakistani|Islamabad
PLW|Palau||Palauan|
PSE|Palestine|State of Palestine|Palestinian|Ramallah
PAN|Panama||Panamanian|
PNG|Papua New Guinea|||Port Moresby
PRY|Paraguay||Paraguayan|Asunción
PER|Peru||Peruvian|Lima
PHL|Philippines||Philippine,Filipino|Manila
POL|Poland||Polish|Warsaw
PRT|Portugal||Portuguese|Lisbon
QAT|Qatar||Qatari|Doha
ROU|Romania||Romanian|Bucharest
RUS|Russia|Russian Federation|Russian|Moscow
RWA|Rwanda||Rwandan|Kigali
KNA|Saint Kitts and Nevis|St. Kitts and Nevis||Basseterre
LCA|Saint Lucia|St. Lucia|Saint Lucian|Castries
VCT|Saint Vincent and the Grenadines|St. Vincent and the Grenadines||Kingstown
WSM|Samoa||Samoan|Apia
SMR|San Marino||Sammarinese|
STP|Sao Tome and Principe|São Tomé and Príncipe||São Tomé
SAU|Saudi Arabia||Saudi|Riyadh
SEN|Senegal||Senegalese|Dakar
SRB|Serbia||Serbian|Belgrade
SYC|Seychelles||Seychellois|
SLE|Sierra Leone||Sierra Leonean|Freetown
SGP|Singapore||Singaporean|
SVK|Slovakia|Slovak Republic|Slovak|Bratislava
SVN|Slovenia||Slovenian|Ljubljana
SLB|Solomon Islands||Solomon Islander|Honiara
SOM|Somalia||Somali|Mogadishu
ZAF|South Africa||South African|Pretoria
SSD|South Sudan||South Sudanese|Juba
ESP|Spain||Spanish|Madrid
LKA|Sri Lanka||Sri Lankan|Colombo
SDN|Sudan||Sudanese|Khartoum
SUR|Suriname||Surinamese|Paramaribo
SWE|Sweden||Swedish|Stockholm
CHE|Switzerland||Swiss|Bern
SYR|Syria|Syrian Arab Republic|Syrian|Damascus
TWN|Taiwan||Taiwanese|Taipei
TJK|Tajikistan||Tajik|Dushanbe
TZA|Tanzania|United Republic of Tanzania|Tanzanian|Dodoma
THA|Thailand||Thai|Bangkok
TLS|Timor-Leste|East Timor|Timorese|Dili
TGO|Togo||Togolese|Lomé
TON|Tonga||Tongan|Nukuʻalofa
TTO|Trinidad and Tobago||Trinidadian|
TUN|Tunisia||Tunisian|Tunis
TUR|Türkiye|Turkey|Turkish|Ankara
TKM|Turkmenistan||Turkmen|Ashgabat
TUV|Tuvalu||Tuvaluan|
UGA|Uganda||Ugandan|Kampala
UKR|Ukraine||Ukrainian|Kyiv,Kiev
ARE|United Arab Emirates|UAE|Emirati|Abu Dhabi
GBR|United Kingdom|UK,U.K.,Britain,Great Britain,United Kingdom of Great Britain and Northern Ireland|British|London
USA|United States|US,U.S.,USA,U.S.A.,America,United States of America|American|Washington
URY|Uruguay||Uruguayan|Montevideo
UZB|Uzbekistan||Uzbek|Tashkent
VUT|Vanuatu||Vanuatuan|Port Vila
VEN|Venezuela|Venezuela (Bolivarian Republic of)|Venezuelan|Caracas
VNM|Viet Nam|Vietnam|Vietnamese|Hanoi
YEM|Yemen||Yemeni|Sanaa
ZMB|Zambia||Zambian|Lusaka
ZWE|Zimbabwe||Zimbabwean|Harare
XKX|Kosovo||Kosovar|Pristina
ESH|Western Sahara||Sahrawi|
`;
