"""The words around names that tell what is named: titles, heads of firms and places, verbs.

All are lower case. They are general English of news, courts, parliaments and obituaries.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mrs ms miss mx dr sir dame lord lady mme mlle monsieur madame signor signora senor senora "
    "señor señora herr frau don doña donna dom sheikh sheik shaykh rabbi imam ayatollah mullah hajji "
    "haji father fr sister mother brother rev reverend msgr mgr monsignor hon honourable honorable "
    "prof professor justice judge attorney maestro esq messrs pan paní ato woizero weyzero sri shri "
    "smt datuk datin dato tun puan encik cik toh tengku ustaz hon'ble chevalier capitano colonnello generale tenente comandante maggiore kapitän oberst doktor profesor profesora "
    "professeur professore général capitaine presidente ministro senador licenciado ingeniero ing dott "
    "dottor avv sig sigra sra srta hr frk fru pána soudruh gospodin fitaurari dejazmatch lij blatta "
    "grazmach abba abune cmdre academician daw ausa headmistress"
)
"""Words that come before a person's name and before nothing else."""

RANKS = _words(
    "gen general col colonel lt lieutenant capt captain maj major sgt sergeant cpl corporal pvt "
    "private adm admiral cmdr commander brig brigadier marshal ensign cadet officer constable "
    "inspector insp supt superintendent detective det sheriff commodore midshipman warrant petty "
    "chief staff master gunnery airman seaman"
)
TITLE_HEADS = (
    _words(
        "president premier minister chancellor secretary senator sen representative rep congressman "
        "congresswoman governor gov mayor ambassador amb envoy consul counselor counsellor attaché "
        "attache director chairman chairwoman chairperson chair king queen prince princess emperor "
        "empress duke duchess count countess baron baroness earl marquis tsar czar sultan emir king "
        "shah pope cardinal archbishop bishop abbot dean rector provost principal headmaster coach "
        "manager analyst spokesman spokeswoman spokesperson editor reporter correspondent journalist "
        "author poet novelist painter actor actress singer pianist composer conductor architect "
        "engineer historian economist lawyer prosecutor advocate counsel agent defector activist "
        "leader boss owner founder ceo cfo coo chief commissioner comptroller treasurer auditor "
        "ombudsman speaker whip lawmaker deputy councillor councilman councilwoman alderman mp mep "
        "comrade citizen witness defendant plaintiff appellant respondent petitioner claimant "
        "striker goalkeeper midfielder defender pitcher quarterback captain doctor nurse pastor "
        "chaplain preacher missionary evangelist saint blessed patriarch metropolitan catholicos "
        "widow widower sergeant-at-arms taoiseach tánaiste dictator strongman warlord general "
        "researcher scientist scholar fellow economist diplomat clerk usher photographer designer "
        "chef skipper driver pilot astronaut cosmonaut uncle aunt auntie grandfather grandmother "
        "grandpa grandma maharaja nawab rani raja negus dejazmach pharaoh caliph coroner registrar arbiter umpire referee grandmaster headteacher "
        "surveyor commodore regent viceroy magistrate alderman sub-lieutenant bailiff hydrologist "
        "veterinarian physicist chemist biologist linguist anthropologist archaeologist"
    )
    | HONORIFICS
    | RANKS
)
TITLE_WORDS = TITLE_HEADS | _words(
    "vice deputy assistant associate acting interim former ex-president ex-minister prime foreign "
    "defence defense finance interior justice education health culture trade transport labour labor "
    "agriculture energy environment economy unification undersecretary under-secretary state first "
    "second third senior junior chief supreme paramount great dear special permanent resident "
    "executive managing general national security press public police district attorney high court "
    "crown grand opposition party majority minority house senate parliamentary co-founder then "
    "lead head team tan principal political judicial military naval air trade cultural late veteran retired "
    "emeritus elect president-elect"
)
TITLE_LEADERS = _words("president chancellor king queen emperor pope emir sultan tsar czar")

ORG_HEADS = _words(
    "ministry ministries department dept office bureau agency administration authority commission "
    "committee council board cabinet parliament congress senate assembly knesset bundestag duma diet "
    "politburo presidium secretariat government party union league alliance coalition front movement "
    "army navy force forces corps brigade regiment battalion division fleet guard guards police "
    "militia gendarmerie intelligence service services court tribunal chamber inquisition prosecutor "
    "university college school academy institute institution faculty seminary conservatory laboratory "
    "lab labs observatory foundation trust fund society association federation confederation club fc "
    "afc cf united rovers wanderers athletic team guild order church synod diocese archdiocese parish "
    "congregation mission missions bank group holding holdings company companies co corp corporation "
    "inc incorporated ltd limited llc llp plc gmbh ag sa spa nv bv oy ab sro a.s. s.r.o. s.a. s.p.a. "
    "partners partnership associates brothers bros sons enterprise enterprises industries works "
    "airlines airways air aviation shipping lines line railways railway motors electronics "
    "pharmaceuticals energy oil gas petroleum mining steel trading consulting consultants advisers "
    "advisors capital securities insurance media press times post herald tribune gazette journal news "
    "telegraph guardian observer chronicle mirror star sun mail independent daily weekly sinmun shimbun "
    "ilbo pravda izvestia zeitung agency radio television tv channel network broadcasting studios "
    "pictures records orchestra philharmonic symphony ensemble choir quartet band theatre theater opera "
    "ballet museum gallery library archive archives hospital clinic centre center hotel restaurant cafe "
    "organisation organization programme program project initiative campaign consortium forum panel "
    "directorate inspectorate registry treasury exchange chambers workers' watch amnesty cartel mafia "
    "gang clan battalion embassy consulate legation delegation task unit squad unicef unesco "
    "supermarket stores store shop dynamos spartak sporting real atletico inter juventus"
)
ORG_SUFFIXES = _words(
    "asa aps kgaa sarl sas srl bhd sdn pte pty pjsc jsc ooo oao zao zrt kft nyrt doo oyj kk se inc ltd llc llp plc gmbh ag sa spa nv bv oy ab corp co a/s s.a s.p.a"
)
ORG_OPENERS = _words(
    "banco banca banque société societe societé compagnie compañía grupo groupe gruppo "
    "constructora fundación fundação fondation instituto institut universidad universität università "
    "université ministerio ministère ministero partido parti partito crédit caixa bank ministry university institute embassy church museum house order knights"
)

PLACE_HEADS = _words(
    "province county prefecture oblast krai okrug raion republic kingdom emirate state territory region "
    "district municipality township borough commune ward city town village hamlet settlement capital "
    "river rivers creek stream lake lakes lagoon reservoir sea ocean gulf bay strait straits channel "
    "sound fjord island islands isle isles atoll archipelago peninsula cape coast beach desert plain "
    "plateau valley canyon gorge basin delta forest jungle wood woods hills hill mountain mountains "
    "mount range peak volcano glacier pass heights highlands lowlands steppe marsh swamp oasis falls "
    "springs cave caves harbour harbor passage sands bend narrows reef shoal port spa"
)
PLACE_OPENERS = _words(
    "mount mt lake cape gulf bay strait straits isle island port fort saint st sea river rio río puerto "
    "san santa são los las costa sierra côte pik gora sungai kampung "
    "kampong pulau bukit wadi jebel jabal ras tell nahr bandar kota teluk lac monte cerro loch glen ust ulan"
)
SITE_OPENERS = _words(
    "jalan lorong rue calle via viale piazza triq ulitsa ul praça rua avenida strada allée quai pont "
    "palazzo plaza camino pasaje"
)
SITE_HEADS = _words(
    "street st avenue ave road rd boulevard blvd lane drive square plaza piazza quarter park gardens "
    "garden bridge tower towers palace castle cathedral basilica mosque temple synagogue monastery abbey "
    "airport station terminal dock docks stadium arena hall house building prison "
    "jail camp base barracks cemetery highway motorway tunnel dam canal market zone line border crossing "
    "pier wharf villa mall estate farm ranch mine refinery plant room suite court close way terrace row"
)
"""Built things, named after people and places: no person, and a place only by its own name."""

THING_HEADS = _words(
    "prize prizes award awards medal cup trophy bowl championship championships open games olympics "
    "grand prix derby tour race act bill law code treaty pact accord accords agreement convention "
    "protocol charter declaration doctrine plan amendment resolution summit conference congress talks "
    "war wars battle siege revolution uprising rebellion massacre crisis scandal affair day night week "
    "month year festival carnival fair exhibition expo biennale symphony concerto sonata opus report "
    "review papers files diary diaries letters bible quran effect syndrome disease theorem constant "
    "number scale index test method principle law equation award fellowship scholarship chair lecture "
    "lectures memorial monument statue storm hurricane typhoon cyclone virus strain variant missile "
    "rocket submarine destroyer frigate carrier ferry tanker freighter trawler vessel ship yacht liner "
    "collection edition trilogy series show model era age dynasty period regime doctrine administration "
    "presidency government cabinet campaign loyalists supporters family families clan household "
    "foundation case trial judgment ruling inquiry commission defence defense gambit opening"
)
THING_OPENERS = _words(
    "hurricane typhoon cyclone storm operation project act uss hms hmas ss mv mt ms rms hmcs ins rfa fv "
    "m/v m/t f/v article section chapter figure table appendix annex exhibit volume vol flight"
)
FAMILY_HEADS = _words(
    "dynasty family families clan household regime brothers sisters siblings twins era cult bloodline"
)

SPEECH = _words(
    "said says say told tells asked asks added adds replied replies answered answers wrote writes "
    "argued argues claimed claims confirmed confirms denied denies explained explains insisted insists "
    "noted notes recalled recalls stated states testified testifies warned warns admitted admits "
    "announced announces acknowledged acknowledges believed believes thought thinks knew knows "
    "remembered remembers laughed smiled nodded shrugged sighed died dies married marries retired "
    "resigned born lived lives grew joined studied graduated defected fled escaped wept walked spoke "
    "who whose whom aged pleaded pled"
)
SPEECH_BEFORE = _words(
    "said says told asked added replied wrote argued recalled explained by named called"
)
PLACE_BEFORE = _words(
    "in at from to near into toward towards across through via outside inside around throughout "
    "within reached reaching leaving visited visiting left entered entering between northern southern "
    "eastern western central north south east west downtown"
)
PERSON_BEFORE = _words("by with against for and named called alias aka nicknamed")
KIN = _words(
    "wife husband son daughter father mother brother sister parents parent children child grandson "
    "granddaughter nephew niece uncle aunt cousin widow widower fiancé fiancée partner family relatives "
    "grandfather grandmother stepson stepdaughter son-in-law daughter-in-law brother-in-law "
    "sister-in-law lawyer spokesman colleague friend boyfriend girlfriend career life death body voice "
    "face hands testimony memoir memoirs defection arrest execution successor predecessor deputy"
)
PARTICLES = _words(
    "de del della dello dei degli di da dal das do dos du des van von der den ter ten te zu zur zum af "
    "av bin binti bint ibn ben abu al el ul ul- y e la le los las lo st san santa mac mc o' ap op 't"
)
"""Words that stand in lower case inside names of people."""

FUNCTION = _words(
    "the a an and or but nor yet so if as at by for from in into of off on onto out over per than that "
    "to under until up upon via with within without about above across after against along amid among "
    "around because before behind below beneath beside besides between beyond despite down during "
    "except inside like near once outside past since though through throughout toward towards unless "
    "unlike when whenever where wherever whereas whether while who whom whose which what why how he "
    "she it they we you i him her his hers its our ours my mine your yours their theirs me us them this "
    "these those there here then thus therefore hence however moreover meanwhile instead also only even "
    "just still already again almost both either neither each every all any some none few several many "
    "much more most less least other others another such same own no not never nothing nobody yes is "
    "are was were be been being am has have had having do does did done can could shall should may "
    "might must would let lets today yesterday tomorrow tonight now later earlier soon ago perhaps "
    "maybe indeed although according asked one two three four five six seven eight nine ten eleven "
    "twelve twenty hundred thousand million billion first second third last next mr. new old "
    "it's he's she's that's there's i'm don't didn't wasn't isn't can't won't we're they're you're i've "
    "we've they've i'd he'd she'd we'd they'd i'll he'll she'll we'll they'll what's let's"
) - {"will", "new", "mr."}

CALENDAR = _words(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon "
    "tue tues wed thu thur thurs fri sat sun christmas easter ramadan spring summer autumn fall winter "
    "am pm gmt utc bce bc ad ce"
)
ABBREVIATIONS = _words(
    "jas wm chas geo thos jos jno robt edw saml benj danl mr mrs ms dr gen col lt capt maj sgt cpl adm cmdr brig prof rev hon sen rep gov pres amb supt insp "
    "det fr st ste sta sto mt ft jr sr mgr msgr messrs mme mlle pvt bros"
)
CLUTTER = _words(
    "qur'an quran koran bible torah talmud tel fax phone mobile www url subscribe share tweet email facebook twitter instagram linkedin whatsapp youtube telegram cookie "
    "cookies login log sign menu home search about contact contacts privacy terms policy copyright "
    "newsletter advertisement read click skip comments comment photo photos image images video videos "
    "related stories story article articles source sources file tags tag category categories published "
    "updated author editor editors page print download follow next previous back top more getty "
    "shutterstock laughter applause laughs transcript evidence sensation pob dob imo passport gender "
    "nationality flag individual entity reuters wikipedia google apple android app rss"
)
"""Words of web pages around the text: never names of people or places by themselves."""

RELATIONS = KIN | _words("who")
SUFFIXES = _words(
    "mp m.p mep ret jr sr ii iii iv jnr snr esq md phd phd. m.d. obe mbe cbe kc qc sj osb ofm"
)

VESSELS = _words(
    "ship steamship steam-ship steamer vessel cruiser trawler ferry tanker frigate icebreaker boat "
    "submarine yacht destroyer battleship schooner freighter bulker carrier liner tug barge barque brig "
    "launch lifeboat locomotive spacecraft satellite newspaper daily magazine novel film movie opera "
    "play song album band restaurant hotel pub cafe café bar brand horse"
)
"""A name after one of these is a thing's: "the steamer Princess Alexandra"."""

PLACE_NOUNS = _words(
    "city town village port capital river region province district county state country island "
    "township borough hamlet suburb area territory prefecture mountain lake peninsula republic canton "
    "commune municipality camp valley coast border frontier enclave settlement neighbourhood "
    "neighborhood quarter oblast department"
)
PLACE_OF = PLACE_NOUNS | _words(
    "native resident residents citizen citizens people population streets outskirts suburbs mayor "
    "governor north south east west northeast northwest southeast southwest centre center heart port "
    "coast shores banks invasion siege fall liberation annexation occupation bombing km kilometres "
    "kilometers miles short waters skies government king queen emperor bishop archbishop princes "
    "source side rest parts part much"
)
"""Nouns before "of" that make a place of what follows."""

OF_PLACES = _words(
    "republic kingdom state states province county gulf bay sea strait straits cape isle isles island "
    "islands city port mount lake valley union commonwealth principality duchy emirate emirates "
    "sultanate district region town village borough"
)
"""Heads that take "of" inside the name of a place."""

AMBIGUOUS_TAILS = _words(
    "park hall house lane castle close way church court hill hills lake wood woods forest field fields "
    "banks bank bush rivers marsh brook glen dale stone mills mill camp law price case day weeks may "
    "page bell guard temple abbey mount battle power story holiday weather race cole plant cross ford "
    "moor heath green grove garden gardener post star sun king pope bishop marshal major price lord "
    "lodge barn farm ridge gorman west east north south young best love sharp rich moon song sung son "
    "chin min tower towers shore shores beach cliff stream pool wells well waters rice fair parish "
    "porter cook club band team mann guild gates street kirk miles light lightfoot mars spring winter "
    "summers summer snow frost rain wind storm flood bay cape key keys island isle"
)
"""Heads that are family names as well."""
WEAK_TITLES = _words(
    "general major chief private senior head principal special staff managing executive master sister "
    "father mother brother justice fellow team state first second third chair dear great grand"
)
"""Titles that are everyday adjectives or nouns as well ("General Cargo")."""
QUESTIONS = _words("will may can")
HONORIFIC_LETTERS = _words("h.e. h.m. h.r.h. hrh h.h. rt.")
MOTION = _words(
    "go goes going gone went move moves moved moving flee flees fled fly flies flew flown sail sails "
    "sailed return returns returned come came travel travels travelled traveled drive drove walk walked "
    "deported transferred sent send flight flights train road bus trip trips visit visits journey way "
    "ferry voyage exiled escape escaped back home headed bound left leave leaves departed arrived "
    "arriving drives emigrated defected defection posted shipped exported delivered brought taken took "
    "extradited repatriated smuggled sends passage border move moves commute"
)
"""Words before "to" or "for" that make a place of what follows."""
OF_PERSON = _words(
    "regime administration government family dynasty era presidency campaign case trial brothers sisters "
    "doctrine years loyalists supporters leadership legacy cult estate household name clan"
)
"""Nouns to which a person's name is put with "the" before it ("the Obama administration")."""
