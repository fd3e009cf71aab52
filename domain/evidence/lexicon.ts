/** English words the suggestions are made by: data, so that another language is another file of this shape. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs by which somebody is said to speak, as lemmas. What is said after them is the speaker's. */
export const saying =
  words(`say tell add note announce declare state claim report explain acknowledge admit concede confirm
  argue insist maintain stress warn write reply respond comment describe call urge emphasize emphasise underline point
  conclude estimate believe think suggest caution assert allege accuse deny reject dismiss condemn criticize criticise pledge promise
  vow assure reveal disclose indicate testify recall repeat reiterate predict caution affirm view consider find demand ask expect doubt fear hope
  show complain observe recount remember hint boast counter
  blame denounce inform agree deplore regret welcome condemn lament dispute`);

/** Of these what follows is taken for a fact or a call, not as a thing said: the whole clause is the claim. */
export const acting =
  words(`accuse urge condemn criticize criticise dismiss call ask demand view consider pledge promise vow
  reject deny describe expect doubt fear hope blame denounce inform agree deplore regret welcome lament dispute`);

/** Of these also a thing may follow instead of what is said: "acknowledged their use", "reports no exchange of fire". */
export const naming = words('acknowledge admit concede confirm report claim allege describe find');

/** Verbs of a judgement: the clause is somebody's opinion. */
export const judging =
  words(`believe think view consider regard maintain argue insist emphasize emphasise stress feel hope
  fear doubt deem worry`);

export const judged =
  words(`controversial disappointing deplorable shocking reckless irresponsible dangerous unacceptable
  necessary essential vital crucial justified unjustified tragic disastrous shameful devastating appalling welcome important
  outrageous horrific immoral wrong right unlikely regrettable difficult unlawful illegal inhumane indiscriminate barbaric worthless cynical
  mistake error betrayal disgrace disgraceful scandal grave gravely alarming alarmed unjust cruel dishonest honest hypocritical
  naive brave courageous heartbreaking heartbroken horrified appalled outraged saddened disappointed concerned worrying worried
  deeply crime unforgivable indefensible intolerable pointless futile absurd dangerously urgent
  poor sad saddest astonishing abhorrent remarkable admirable commendable troubling unfortunate foolish reckless unwise wise
  better worse worst best farce lie lies propaganda nonsense myth illusion fantasy shame tragedy catastrophe miracle outrage
  sensible reasonable unreasonable fair unfair inexcusable scandalous monstrous sinister perverse dishonourable laudable
  ridiculous hollow timid cowardly shortsighted short-sighted misguided unconscionable repugnant heinous vile inspiring
  encouraging discouraging worthwhile invaluable overdue impressive pathetic dire ominous bleak priceless insult mockery
  hypocrisy folly blunder gamble victory defeat milestone proud glad grateful happy sorry convinced confident pleased
  delighted ashamed furious angry`);

/** Verbs of how somebody feels about a thing. */
export const feeling = words(
  'regret regrets regretted deplore deplores deplored lament laments lamented welcome welcomes welcomed applaud applauds applauded hails hailed fear fears feared doubt doubts doubted trust trusts worry worries worried dread dreads mourn mourns',
);

/** What ought to be, or what comes of it in somebody's view. */
export const normative = words('should must ought');

/** "is believed to have …": somebody's suspicion that nobody signs. */
export const suspecting = words('alleged believed suspected accused said');

export const alleging = words(
  'accuse allege allegation accusation accusations allegations allegedly suspected purported purportedly',
);
export const denying = words(
  'deny denied denies reject rejects rejected refute refutes refuted dismiss dismisses dismissed',
);
export const planning = words(
  'plan plans planned planning intend intends intended intention aim aims seek seeks prepare preparing prepares consider considering weigh weighing weighs considers mulled hopes hoping hoped wants want eyes eyeing expect expected propose proposed proposes mull mulling',
);
/** Verbs of a promise, before what is promised: "pledged to destroy them". */
export const promising = words(
  'pledge pledges pledged promise promises promised vow vows vowed agree agrees agreed undertake undertakes undertook undertaken commit commits committed offer offers offered volunteered',
);
export const supposing = words('if unless would could might whether');

/** Verbs of what something is for, after "to". */
export const purposes =
  words(`reduce slow help protect prevent deter stop halt counter bolster ensure allow limit support
  strengthen avoid minimize minimise mitigate defend contain curb delay repel secure enable hinder blunt impede address
  encourage facilitate improve speed save`);

/** Verbs after which "for …ing" states what somebody did. */
export const blaming = words(
  'criticize criticise blame condemn praise thank sanction fault denounce rebuke slam commend congratulate sentence convict jail fine charge indict arrest prosecute acquit',
);

/** Words that begin a clause of its own within a sentence. */
export const connecting =
  words(`as though although while whereas because since despite after before if unless when but
  and meaning so once`);

export const relative = words('which who whom whose that where');

/** A speaker that is nobody by name. */
export const nobody =
  /\b(?:officials?(?! (?:data|figures|records|statistics|reports?|documents?|papers?)\b)|sources?|researchers?|scientists?|doctors?|villagers?|survivors?|relatives|operators?|investigators?|engineers?|teachers?|farmers?|refugees|diplomats?|lawmakers?|experts?|analysts?|people|persons|interviewees|delegates|participants|medics|nurses|neighbou?rs|drivers|aides?|insiders?|witnesses|residents|critics|activists|observers|commanders?|advis[eo]rs?|prosecutors|lawyers?|judges|soldiers?|deminers?|campaigners|groups?|person|man|woman|locals|insurgents|fighters|parents|workers|scholars|academics|ministers|politicians|generals|opponents|supporters)\b/i;
export const unnamedSaid =
  /\b(?:unnamed|anonymous|unidentified|on condition of anonymity|who (?:spoke|asked))\b/i;

/** Offices whose bearer speaks as an official. */
export const offices =
  /\b(?:President|Vice President|Prime Minister|Chancellor|King|Queen|Minister|Secretary|Under-?Secretary|Secretary-General|Ambassador|Envoy|Representative|Commissioner|Adviser|Advisor|General|Colonel|Major|Lieutenant|Captain|Admiral|Commander|Chief of (?:Staff|the)|Governor|Mayor|Senator|Congress(?:man|woman)|MP|[Ll]awmaker|[Ll]egislator|Pope|Ombuds(?:man|woman|person)|(?:Col|Gen|Lt|Maj|Brig|Capt|Adm)(?=\.)|Deputy Minister|[Ss]pokes(?:person|man|woman)|Speaker|Prosecutor|Judge|Premier|Rapporteur|High Representative|Director of the (?:National|State))\b/i;

/** Bodies whose spokespeople speak for themselves, not for a state. */
export const bodies =
  /(?<!\p{L})(?:United Nations|UN|U\.N\.|UNICEF|UNMAS|UNDP|UNHCR|OCHA|OSCE|NATO|European Union|EU|ICRC|Red Cross|Red Crescent|Human Rights Watch|HRW|Amnesty(?: International)?|International Campaign to Ban Landmines|ICBL|ICBL-CMC|CMC|Cluster Munition Coalition|Landmine Monitor|HALO(?: Trust)?|MAG|Mines Advisory Group|Norwegian People[’']s Aid|NPA|Humanity (?:&|and) Inclusion|Handicap International|FSD|GICHD|DanChurchAid|Danish Refugee Council|Geneva Call|Mine Action Review|Bellingcat|[Cc]oalition|[Cc]ampaign|[Ff]oundation|[Ii]nstitute|[Aa]ssociation|[Cc]ommittee|[Cc]ouncil|[Cc]harity|NGOs?|[Cc]ommission|[Oo]rgani[sz]ation|M[ée]decins Sans Fronti[èe]res|MSF|Save the Children|Doctors Without Borders|Oxfam|Ansar Allah|Brussels|[Cc]ompany|[Ff]irm|[Mm]anufacturer|[Cc]ontractor|[Tt]ribunal|[Cc]ourt|[Oo]pposition|Hamas|Hezbollah|Houthis?|Taliban|Islamic State|Rapid Support Forces|RSF|Wagner(?: Group)?|Action (?:Centre|Center|Authority|Agency|Office)|(?:[Mm]ine [Aa]ction|[Dd]emining|[Cc]learance) (?:centre|center|agency|authority|office|service)|ambulance service|watchdog|think tank|hospital|\p{Lu}[\p{L}-]+ (?:project|mission|programme|group|network|militia|faction|rebels|charity|foundation|trust)|(?:\p{Lu}[\p{L}-]+ ){1,6}(?:Centre|Center|Monitor|Observatory|Watch|Trust|Fund|Agency|Authority|Federation|Network|Society|Alliance|Union|Initiative|Group|Movement|Front|Party|Bank|Court|Service|Programme|Program|Mission|Team|Project|Lab|Laboratory|Archive|Collective|Consortium|Survey|Association|Institute))(?!\p{L})/u;

/** Names by which a government or a part of it is spoken of. */
export const governments =
  /(?<!\p{L})(?:White House|Pentagon|Kremlin|State Department|Defen[cs]e Department|Department of (?:Defen[cs]e|State)|Downing Street|Foreign Ministry|Defen[cs]e Ministry|Ministry of (?:Defen[cs]e|Foreign Affairs)|[Mm]inistry|[Gg]overnment|[Aa]dministration|[Pp]arliament|Congress|Senate|Duma|Rada|Seimas|Sejm|[Aa]rmy|[Mm]ilitary|[Aa]rmed [Ff]orces|General Staff|[Cc]hancellery|[Jj]unta|[Rr]egime|[Pp]olice|[Bb]order [Gg]uard|[Cc]oast [Gg]uard|[Aa]uthorities|[Ee]mbassy|[Ff]oreign [Oo]ffice|[Cc]abinet|[Pp]residency|[Aa]ir [Ff]orce|[Nn]avy|Tatmadaw|Bundeswehr|[EÉ]lys[ée]e|Whitehall|Number 10|[Rr]uling party)(?!\p{L})/u;

export const outlets =
  /\b(?:Washington Post|New York Times|Wall Street Journal|Financial Times|Guardian|Times|Telegraph|Economist|Politico|Axios|Bloomberg|Reuters|AFP|Agence France-Presse|AP|Associated Press|BBC|CNN|NBC|CBS|ABC|Fox News|NPR|Al Jazeera|Der Spiegel|Le Monde|Le Figaro|Libération|El Pa[íi]s|El Mundo|Haaretz|Die Zeit|S[üu]ddeutsche(?: Zeitung)?|H[üu]rriyet|Kommersant|Novaya Gazeta|Al Arabiya|Al-Monitor|Deutsche Welle|France 24|Euronews|Sky News|NHK|Kyodo|Yonhap|KCNA|SANA|IRNA|Tasnim|TOLOnews|Radio Free \w+|Voice of America|The New Humanitarian|TASS|RIA(?: Novosti)?|Interfax|Ukrinform|Kyiv Independent|Kyiv Post|Moscow Times|Meduza|Xinhua|DPA|Anadolu|[A-Z][a-z]+ (?:Post|News|Herald|Tribune|Gazette|Journal|Chronicle|Observer|Mirror|Radio|Television))\b/;
export const media =
  /\b(?:[Mm]edia|[Pp]ress|[Nn]ewspapers?|[Rr]eports?|[Jj]ournalists?|[Bb]roadcasters?|[Nn]ews agenc(?:y|ies)|[Oo]utlets?|[Tt]elevision|TV)\b/;

/** Papers that speak: what stands in them is said by them. */
export const papers =
  /\b(?:[Rr]eport|[Ss]tatement|[Mm]emo(?:randum)?|[Dd]ocument|[Ll]etter|[Tt]reaty|[Cc]onvention|[Pp]rotocol|[Dd]ecree|[Ll]aw|[Rr]esolution|[Ss]tudy|[Pp]aper|[Dd]irective|[Pp]olicy|[Tt]ranscript|[Dd]ossier|[Ss]urvey|[Vv]erdict|[Rr]uling(?! party)|[Jj]udge?ment|[Ii]ndictment|[Nn]otification|[Aa]ssessment|[Aa]udit|[Bb]riefing|[Aa]nalysis|[Dd]ata(?:base|set)?|[Ff]igures|[Rr]ecords|[Ff]indings|[Nn]ote verbale|[Bb]rochure|[Ll]eaflet|[Bb]ooklet|[Mm]anual|[Dd]ata ?sheet|[Mm]anifest(?=s?\b)|[Ff]iling|[Mm]inutes|[Ll]eak(?:ed)?)s?\b/;
