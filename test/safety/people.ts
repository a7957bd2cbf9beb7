/** All that points to one person. */
export interface Person {
  name: string;
  email: string;
  phone: string;
  address: string;
  postalCode: string;
  city: string;
  region: string;
  url: string;
  username: string;
  employers: readonly [string, string];
  school: string;
  volunteerFor: string;
  client: string;
  reference: string;
  hobby: string;
}

type Row = readonly [
  name: string,
  city: string,
  region: string,
  employers: string,
  school: string,
  reference: string,
];

/** Names in many scripts, names that are words, names with particles, marks and apostrophes. */
const ROWS: readonly Row[] = [
  [
    'Rose Whitcombe',
    'Swindon',
    'Wiltshire',
    'Tolliver Robotics Ltd|Quenby Foods',
    'Oxley Grange College',
    'Ambrose Thackeray',
  ],
  [
    'Hunter Grace',
    'Boise',
    'Idaho',
    'Zephyrine Analytics Inc.|Brackwater Dairy',
    'Larkhaven University',
    'Opal Finnegan',
  ],
  [
    'Grace Field',
    'Dundee',
    'Tayside',
    'Kestrelmoor Systems|Fenwick & Sons',
    'Abertarff Academy',
    'Morag Sinclair',
  ],
  [
    'Will May',
    'Cork',
    'Munster',
    'Skellig Payments|Dunmanway Creamery',
    'Ballyhale Institute',
    'Niamh Considine',
  ],
  [
    'Mark Art',
    'Ghent',
    'Vlaanderen',
    'Zilverbeek NV|Oostkaai Logistics',
    'Leiestad Hogeschool',
    'Griet Vandewalle',
  ],
  [
    'Chase Banks',
    'Tulsa',
    'Oklahoma',
    'Prairiestone Bank|Redbud Credit Union',
    'Cimarron Valley College',
    'Delphine Okafor',
  ],
  ['Joy Summers', 'Perth', 'Westralia', 'Bandicoot Mining|Karri Timber', 'Swanbourne TAFE', 'Kylie Drummond'],
  [
    'Faith Carter',
    'Leeds',
    'Yorkshire',
    'Airedale Spinners|Wharfe Insurance',
    'Headrow College',
    'Gareth Pickles',
  ],
  [
    'Dean Price',
    'Cardiff',
    'Glamorgan',
    'Rhymney Metals|Taffside Media',
    'Splott Polytechnic',
    'Bronwen Howells',
  ],
  [
    'Sky Rivers',
    'Eugene',
    'Oregon',
    'Mossback Outdoor|Willamette Pulp',
    'Cascadia Heights',
    'Juniper Alcott',
  ],
  [
    'Rusty Nails',
    'Mobile',
    'Alabama',
    'Gulfwrack Marine|Pelican Freight',
    'Bienville Tech',
    'Thaddeus Crowe',
  ],
  [
    'Jean-Luc Lefèvre',
    'Villeurbanne',
    'Rhône',
    'Mécaverdun SARL|Boulangerie Champollion',
    'Lycée Montgolfier',
    'Océane Delacroix',
  ],
  [
    'Seán Ó Súilleabháin',
    'Dingle',
    'Kerry',
    'Blasket Software|Corcaigh Credit',
    'Coláiste Bhréanainn',
    'Gráinne Ní Mháille',
  ],
  [
    "Siobhán O'Dwyer",
    'Thurles',
    'Tipperary',
    "O'Mahony Precision|Slievenamon Cider",
    'Cashel Seminary',
    'Declan Hanrahan',
  ],
  [
    'Jürgen Weißmüller',
    'Görlitz',
    'Oberlausitz',
    'Neißewerk GmbH|Käserei Hübschmann',
    'Lausitzer Fachschule',
    'Ännchen Pfefferkorn',
  ],
  [
    'Björn Åkerström',
    'Östersund',
    'Jämtland',
    'Storsjö Fiber AB|Fjällräv Kläder',
    'Frösö folkhögskola',
    'Solveig Lindqvist',
  ],
  [
    'Łukasz Wiśniewski',
    'Bydgoszcz',
    'Kujawy',
    'Brdawid Sp. z o.o.|Młyny Rothera',
    'Politechnika Kujawska',
    'Żaneta Kowalczyk',
  ],
  [
    'Zdeňka Dvořáková',
    'Olomouc',
    'Haná',
    'Moravkov a.s.|Tvarůžkárna',
    'Gymnázium Hejčín',
    'Přemysl Vondráček',
  ],
  [
    'Ștefan Munteanu',
    'Sibiu',
    'Transilvania',
    'Cibinara SRL|Astra Textile',
    'Colegiul Brukenthal',
    'Ileana Cosânzeana',
  ],
  [
    'İbrahim Yıldırım',
    'Eskişehir',
    'Anadolu',
    'Porsuk Yazılım|Odunpazarı Cam',
    'Yunusemre Lisesi',
    'Gülşen Karadağ',
  ],
  [
    'Nguyễn Thị Minh Khai',
    'Đà Nẵng',
    'Quảng Nam',
    'Sơn Trà Digital|Hải Vân Seafood',
    'Trường Phan Châu',
    'Lê Văn Tám',
  ],
  [
    'Ana de la Fuente Iglesias',
    'Ourense',
    'Galicia',
    'Miñotech S.L.|Conservas Ribadavia',
    'Instituto Otero Pedrayo',
    'Xosé Carballo',
  ],
  [
    'João d’Almeida',
    'Covilhã',
    'Beira',
    'Serralã Têxteis|Queijos Estrela',
    'Escola Quinta das Palmeiras',
    'Conceição Figueira',
  ],
  [
    'Maria van der Berg-Östlund',
    'Zwolle',
    'Overijssel',
    'IJsseldata BV|Hanzekoek',
    'Windesheim Noord',
    'Tjeerd Hoekstra',
  ],
  [
    'Иван Петрович Сидоров',
    'Кострома',
    'Поволжье',
    'Волгатех|Льнокомбинат',
    'Костромской лицей',
    'Аграфена Тихонова',
  ],
  [
    'Олена Шевченко',
    'Полтава',
    'Слобожанщина',
    'Ворсклософт|Галушкин дім',
    'Полтавська гімназія',
    'Остап Вишня',
  ],
  [
    'Ελένη Παπαδοπούλου',
    'Καβάλα',
    'Μακεδονία',
    'Θασοτεχνική|Ελαιώνες Νέστου',
    'Λύκειο Ορφέα',
    'Σπύρος Καραγιάννης',
  ],
  ['王小明', '绍兴市', '浙江省', '会稽软件公司|鉴湖酒厂', '稽山中学', '鲁思远'],
  ['山田 太郎', '高松市', '香川県', '屋島電機|讃岐製麺所', '栗林高等学校', '佐々木 花子'],
  ['김서연', '전주시', '전라북도', '한옥소프트|비빔식품', '덕진고등학교', '박지훈'],
  ['محمد الفاسي', 'مكناس', 'الأطلس', 'برمجيات الزيتونة|معمل الخزف', 'ثانوية مولاي إسماعيل', 'فاطمة الزهراء'],
  ['دارا خسروی', 'کرمانشاه', 'زاگرس', 'نرم‌افزار بیستون|شیرینی طاق', 'دبیرستان رازی', 'شیرین فرهادی'],
  ['דוד לוי', 'צפת', 'הגליל', 'תוכנת מירון|יקבי כנען', 'תיכון הגליל', 'רבקה כהן'],
  ['अनन्या शर्मा', 'उज्जैन', 'मालवा', 'शिप्रा सॉफ्टवेयर|महाकाल वस्त्र', 'विक्रम महाविद्यालय', 'देवेंद्र पाटीदार'],
  ['சுப்பிரமணியம் கண்ணன்', 'மதுரை', 'தமிழகம்', 'வைகை மென்பொருள்|மல்லிகை நிறுவனம்', 'தியாகராசர் கல்லூரி', 'மீனாட்சி'],
  ['สมชาย ใจดี', 'ลำปาง', 'ล้านนา', 'วังซอฟต์|เซรามิกเขลางค์', 'บุญวาทย์วิทยาลัย', 'มาลี สุขใจ'],
  ['აკაკი წერეთელი', 'ქუთაისი', 'იმერეთი', 'რიონსოფტი|ჭიათურის ჩაი', 'კლასიკური გიმნაზია', 'ნინო ჭავჭავაძე'],
  ['Արամ Խաչատրյան', 'Գյումրի', 'Շիրակ', 'Ախուրյանսոֆթ|Շիրակ պանիր', 'Տիգրանի վարժարան', 'Անահիտ Սարգսյան'],
  ['አበበ ቢቂላ', 'ጎንደር', 'አማራ', 'ጣና ሶፍትዌር|ፋሲል ቡና', 'ፋሲለደስ ትምህርት', 'ትዕግስት አለሙ'],
  [
    'Chinedu Okonkwo-Eze',
    'Nsukka',
    'Enugu',
    'Adadatech|Palmwine Breweries',
    'Odenigwe Grammar',
    'Ifeoma Nwosu',
  ],
  [
    'Thandiwe kaMabhoko',
    'Emalahleni',
    'Mpumalanga',
    'Olifantscode|Highveld Steelworks',
    'Kwaguqa Secondary',
    'Sipho Dlamini',
  ],
  [
    'Kekoa Kealoha',
    'Hilo',
    'Hawaiʻi',
    'Mauna Kea Orchids|Wailuku Macadamia',
    'Hilo Pōʻai',
    'Leilani Kahananui',
  ],
  [
    'Li Wu',
    'Ipoh',
    'Perak',
    'Kintacloud Sdn Bhd|Teochew Biscuits',
    'Tambun Vocational',
    'Siti Nurhaliza Rahim',
  ],
  ['Al Bo', 'Nuuk', 'Sermersooq', 'Kangerlussoft|Arctic Prawnery', 'Qinngorput Skole', 'Aviaja Petersen'],
  ['Sukarno', 'Malang', 'Jatim', 'Brantasdata|Apel Batu', 'Singosari Vokasi', 'Dewi Sartika'],
  ['X Æ Ashcroft', 'Reno', 'Nevada', 'Truckee Dynamics|Basque Lamb', 'Washoe Flats', 'Peregrine Wolfe'],
  [
    'Dr. Baker J. Cook III',
    'Salem',
    'Massachusetts',
    'Witchhazel Labs|Naumkeag Rope',
    'Peabody Row',
    'Temperance Goodspeed',
  ],
  [
    'JANE SMITHSON',
    'Reading',
    'Berkshire',
    'Kennetline|Caversham Biscuits',
    'Whiteknights Hall',
    'Rupert Featherstone',
  ],
  [
    'Amélie Poulain-Durand',
    'Vesoul',
    'Franche-Comté',
    'Saônelogic|Cancoillotte Frères',
    'Lycée Belin',
    'Hippolyte Grandjean',
  ],
  [
    'Christian Bishop',
    'Wells',
    'Somerset',
    'Mendipware|Cheddar Gorge Caves',
    'Glaston Abbey',
    'Verity Chalcroft',
  ],
];

const HOBBIES = ['falconry', 'bouldering', 'beekeeping', 'origami', 'kitesurfing', 'madrigals', 'go-karting'];

/** Somebody who is made for a life, with values that nobody else has and that are words of no prompt. */
export function nobodyFor(life: number): Person {
  return personOf(
    ['Xyla Quorvex', 'Blonkville', 'Zindomar', 'Vrintop Glarn|Snarfel Dwip', 'Plimbor Yex', 'Uldra Kwimsel'],
    100 + life,
  );
}

/** Fifty people. */
export const PEOPLE: readonly Person[] = ROWS.map(personOf);

function personOf([name, city, region, employers, school, reference]: Row, index: number): Person {
  const [first = '', second = ''] = employers.split('|');
  const username = `kx${index}pfalz${(index * 7919) % 10_007}`;
  // The same for all who share a life, so that their texts differ in values alone.
  const form = (index % 10) % 3;
  const digits = String(100_000_000 + index * 7_654_321).slice(0, 9);
  return {
    name,
    email: `${username}.mail@postfach${index}.example`,
    phone:
      form === 0
        ? `+49 ${digits.slice(0, 3)} ${digits.slice(3)}`
        : form === 1
          ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}0`
          : `0${digits}`,
    address: `${index + 3} Quillfeather Gasse ${digits.slice(0, 3)}`,
    postalCode: `QX${digits.slice(2, 7)}`,
    city,
    region,
    url: `https://${username}-home.example/about`,
    username,
    employers: [first, second],
    school,
    volunteerFor: `Shelter ${username.slice(0, 4)} Birkenhof`,
    client: `Kundwerk ${index}-Ltd`,
    reference,
    hobby: `${HOBBIES[index % HOBBIES.length]}`,
  };
}

/** Every personal value of a person by itself. */
export function valuesOf(person: Person): string[] {
  const { employers, hobby, ...rest } = person;
  return [...Object.values(rest), ...employers, hobby, person.email.split('@')[1] ?? ''];
}

/** Words of the values with four letters or more; of scripts that need fewer letters, two. */
export function partsOf(person: Person): string[] {
  const words = valuesOf(person).flatMap((value) => value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const long = (word: string) =>
    word.length >= (/[\p{Script=Hani}\p{Script=Hira}\p{Script=Hang}]/u.test(word) ? 2 : 4);
  return [...new Set(words.filter(long))];
}
