import type { Better, Unit } from '../src/core/catalog/definition.js';

/** The catalogue page's own words; names, definitions and formulas come from the library's languages. */
export interface CatalogueWords {
  readonly title: string;
  readonly intro: string;
  readonly search: string;
  readonly found: string;
  readonly formula: string;
  readonly unit: string;
  readonly better: string;
  readonly needs: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly directions: Readonly<Record<Better, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

const en: CatalogueWords = {
  title: 'Every KPI',
  intro: 'What each means, how it is worked out and what it needs, with a card over the data of a Nordic shop.',
  search: 'Search',
  found: '{count} of {all} KPIs',
  formula: 'Formula',
  unit: 'Unit',
  better: 'Better',
  needs: 'Needs',
  units: {
    currency: 'money',
    percent: 'per cent',
    ratio: 'ratio',
    count: 'number',
    duration: 'time',
    score: 'score from −100 to 100',
    rating: 'rating',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: 'higher', down: 'lower', neutral: 'neither' },
  groups: {
    sales: 'Sales',
    profit: 'Profit',
    customers: 'Customers',
    traffic: 'Traffic',
    cart: 'Cart',
    stock: 'Stock and delivery',
    marketing: 'Marketing',
    service: 'Service',
    mobile: 'Mobile',
    social: 'Social media',
    sustainability: 'Sustainability',
    analysis: 'Analysis',
  },
};

const da: CatalogueWords = {
  title: 'Alle nøgletal',
  intro: 'Hvad hvert betyder, hvordan det beregnes, og hvad det kræver, med et kort over en nordisk butiks data.',
  search: 'Søg',
  found: '{count} af {all} nøgletal',
  formula: 'Formel',
  unit: 'Enhed',
  better: 'Bedst',
  needs: 'Kræver',
  units: {
    currency: 'penge',
    percent: 'procent',
    ratio: 'forhold',
    count: 'antal',
    duration: 'tid',
    score: 'score fra −100 til 100',
    rating: 'bedømmelse',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: 'højere', down: 'lavere', neutral: 'hverken eller' },
  groups: {
    sales: 'Salg',
    profit: 'Fortjeneste',
    customers: 'Kunder',
    traffic: 'Trafik',
    cart: 'Kurv',
    stock: 'Lager og levering',
    marketing: 'Markedsføring',
    service: 'Service',
    mobile: 'Mobil',
    social: 'Sociale medier',
    sustainability: 'Bæredygtighed',
    analysis: 'Analyse',
  },
};

const nb: CatalogueWords = {
  title: 'Alle nøkkeltall',
  intro: 'Hva hvert betyr, hvordan det regnes ut, og hva det trenger, med et kort over en nordisk butikks data.',
  search: 'Søk',
  found: '{count} av {all} nøkkeltall',
  formula: 'Formel',
  unit: 'Enhet',
  better: 'Best',
  needs: 'Trenger',
  units: {
    currency: 'penger',
    percent: 'prosent',
    ratio: 'forhold',
    count: 'antall',
    duration: 'tid',
    score: 'score fra −100 til 100',
    rating: 'vurdering',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: 'høyere', down: 'lavere', neutral: 'verken eller' },
  groups: {
    sales: 'Salg',
    profit: 'Fortjeneste',
    customers: 'Kunder',
    traffic: 'Trafikk',
    cart: 'Handlekurv',
    stock: 'Lager og levering',
    marketing: 'Markedsføring',
    service: 'Service',
    mobile: 'Mobil',
    social: 'Sosiale medier',
    sustainability: 'Bærekraft',
    analysis: 'Analyse',
  },
};

const sv: CatalogueWords = {
  title: 'Alla nyckeltal',
  intro: 'Vad vart och ett betyder, hur det räknas ut och vad det behöver, med ett kort över en nordisk butiks data.',
  search: 'Sök',
  found: '{count} av {all} nyckeltal',
  formula: 'Formel',
  unit: 'Enhet',
  better: 'Bäst',
  needs: 'Behöver',
  units: {
    currency: 'pengar',
    percent: 'procent',
    ratio: 'kvot',
    count: 'antal',
    duration: 'tid',
    score: 'poäng från −100 till 100',
    rating: 'betyg',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: 'högre', down: 'lägre', neutral: 'varken eller' },
  groups: {
    sales: 'Försäljning',
    profit: 'Vinst',
    customers: 'Kunder',
    traffic: 'Trafik',
    cart: 'Varukorg',
    stock: 'Lager och leverans',
    marketing: 'Marknadsföring',
    service: 'Service',
    mobile: 'Mobilt',
    social: 'Sociala medier',
    sustainability: 'Hållbarhet',
    analysis: 'Analys',
  },
};

const pl: CatalogueWords = {
  title: 'Wszystkie wskaźniki',
  intro: 'Co każdy oznacza, jak się go oblicza i czego wymaga, z kartą na danych nordyckiego sklepu.',
  search: 'Szukaj',
  found: 'Wskaźniki: {count} z {all}',
  formula: 'Wzór',
  unit: 'Jednostka',
  better: 'Lepiej',
  needs: 'Wymaga',
  units: {
    currency: 'kwota',
    percent: 'procent',
    ratio: 'stosunek',
    count: 'liczba',
    duration: 'czas',
    score: 'wynik od −100 do 100',
    rating: 'ocena',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: 'wyżej', down: 'niżej', neutral: 'obojętnie' },
  groups: {
    sales: 'Sprzedaż',
    profit: 'Zysk',
    customers: 'Klienci',
    traffic: 'Ruch',
    cart: 'Koszyk',
    stock: 'Zapasy i dostawy',
    marketing: 'Marketing',
    service: 'Obsługa',
    mobile: 'Urządzenia mobilne',
    social: 'Media społecznościowe',
    sustainability: 'Zrównoważony rozwój',
    analysis: 'Analiza',
  },
};

const zhHant: CatalogueWords = {
  title: '所有指標',
  intro: '各項指標的意義、計算方式與所需資料，並附上以一家北歐商店的資料繪製的卡片。',
  search: '搜尋',
  found: '{all} 項指標中的 {count} 項',
  formula: '公式',
  unit: '單位',
  better: '較佳方向',
  needs: '所需資料',
  units: {
    currency: '金額',
    percent: '百分比',
    ratio: '比值',
    count: '數量',
    duration: '時間',
    score: '−100 至 100 分',
    rating: '評分',
    kgCO2e: 'kg CO₂e',
    kWh: 'kWh',
    kg: 'kg',
  },
  directions: { up: '越高越好', down: '越低越好', neutral: '無好壞之分' },
  groups: {
    sales: '銷售',
    profit: '獲利',
    customers: '客戶',
    traffic: '流量',
    cart: '購物車',
    stock: '庫存與配送',
    marketing: '行銷',
    service: '服務',
    mobile: '行動裝置',
    social: '社群媒體',
    sustainability: '永續',
    analysis: '分析',
  },
};

const languages: Readonly<Record<string, CatalogueWords>> = { en, da, nb, sv, pl, 'zh-Hant': zhHant };

/** The page in one of the library's languages. */
export const pageWords = (lang: string): CatalogueWords => languages[lang] ?? en;
