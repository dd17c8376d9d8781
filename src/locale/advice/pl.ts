import type { AdviceMessages } from '../advice.js';

export const advicePolish: AdviceMessages = {
  reviewed: [],
  rules: {
    R01: 'Nowy klient kosztuje więcej, niż przynosi: sklep traci pieniądze na wzroście.',
    R02: 'Klient przynosi mniej niż trzykrotność kosztu: trzykrotność kosztu pozyskania to częsty cel.',
    R03: 'Marża brutto jest ujemna: każda sprzedaż przynosi stratę.',
    R04: 'Reklamy są poniżej progu opłacalności: wydana kwota powinna zwrócić się co najmniej 1 ÷ marża brutto razy.',
    R05: 'Reklamy nie pokrywają też wysyłki i opłat: wydana kwota powinna zwrócić się co najmniej 1 ÷ marża kontrybucyjna razy.',
    R06: 'Marketing przewyższa marżę kontrybucyjną: łącznie kosztuje więcej niż to, z czego jest opłacany.',
    R07: 'Pierwsze zamówienie nie zwraca kosztu klienta: sklep zależy od kolejnych zakupów.',
    R08: 'Liczby klientów się nie zgadzają: nie o każdym zamówieniu wiadomo, czy było pierwsze.',
    R11: 'Sprzedaż po rabatach się nie zgadza: nie równa się sprzedaży brutto pomniejszonej o rabaty.',
    R12: 'Sesji z zakupem jest więcej niż sesji.',
    R13: 'Kliknięć reklam jest więcej niż ich wyświetleń.',
    R14: 'Zasięg jest większy niż liczba wyświetleń: to niemożliwe.',
    R15: 'Platformy reklamowe podają za dużo sprzedaży: zamówienia są liczone podwójnie. Więcej mówi stosunek całej sprzedaży do całego marketingu.',
    R16: 'Recyklingu jest więcej niż odpadów: poddano mu więcej, niż ich powstało.',
    R17: 'Dane za ten okres są niepełne.',
    R18: 'Więcej kliknięć, ale mniej zakupów: treści przyciągają osoby, których sklep nie przekonuje.',
    R19: 'Większa widoczność, ale słabszy odzew: wyświetlenia nie przekładają się na działanie.',
    R20: 'Więcej pobrań, ale mniejszy odsetek aktywnych.',
    R21: 'Więcej osób rezygnuje z subskrypcji: sprawdź, jak często przychodzą wiadomości i czy są dla odbiorców istotne.',
    R22: 'Wolne strony i więcej odrzuceń: najpierw przyjrzyj się czasowi wczytywania.',
    R23: 'Więcej porzuconych koszyków: sprawdź kroki zamówienia, metody płatności, ceny i moment pokazania kosztu wysyłki.',
    R24: 'Strata powstaje w samym procesie zakupowym.',
    R25: 'Większość ruchu nie jest organiczna: warto popracować nad pozycją w wynikach wyszukiwania.',
    R26: 'Więcej zwrotów: przeanalizuj ich przyczyny, jakość produktów i opisy.',
    R27: 'Więcej klientów odchodzi: sprawdź jakość produktów, obsługę, warunki zwrotów i całe doświadczenie.',
    R28: 'Więcej produktów jest niedostępnych: sprzedaż ucieka.',
    R29: 'Zapasy rosną, a sprzedają się wolniej: jest ich za dużo albo spada popyt.',
    R30: 'Ruch mobilny rośnie, ale kupuje rzadziej: zainwestuj w sklep mobilny.',
    R31: 'Więcej skarg na zamówienie: jakość produktów, obsługa lub oczekiwania.',
    R32: 'Mniej klientów kupuje ponownie: przyjrzyj się jakości produktów, cenom i obsłudze.',
  },
  advice: {
    'conversion-rate': {
      meaning: ['Wyższa konwersja to więcej sprzedaży bez większego ruchu.'],
      diagnosis: ['Niski: słaba wygoda korzystania, niekonkurencyjne ceny lub inne przeszkody w zakupie.'],
      action: [
        'Spraw, by kupowanie było proste i szybkie.',
        'Podawaj jasne informacje o produktach.',
        'Pokazuj opinie i ułatw ich pisanie: w newsletterze, programie lojalnościowym i mediach społecznościowych.',
        'Popraw wersję mobilną.',
        'Dopasuj ofertę i wygląd strony do odwiedzającego.',
      ],
    },
    'average-order-value': {
      meaning: [
        'Podniesienie jej jest często tańsze niż zdobywanie nowych klientów. Pokazuje, jak ludzie kupują, ile zarabia zamówienie i jak konkurencyjny jest sklep.',
      ],
      action: [
        'Zaproponuj darmową wysyłkę od określonej kwoty.',
        'Podsuwaj to, co pasuje, i to, co lepsze („inni kupili także”).',
        'Oferuj zestawy i nagrody za większe zakupy.',
        'Zachęcaj do droższych wersji.',
      ],
    },
    'customer-lifetime-value': {
      meaning: ['Wysoka oznacza, że klienci zostają; niższa niż koszt pozyskania oznacza stratę.'],
      action: [
        'Stosuj program lojalnościowy, oferty osobiste, newsletter i media społecznościowe.',
        'Znajdź najcenniejsze grupy klientów i inwestuj w nie.',
      ],
    },
    'customer-acquisition-cost': {
      diagnosis: [
        'Porównaj z wartością życiową klienta, aby zobaczyć, czy marketing zdobywa klientów za rozsądną cenę.',
      ],
    },
    'cost-per-acquisition': {
      action: ['Porównuj kanały i kampanie i przenoś środki tam, gdzie klientów zdobywa się tanio.'],
    },
    'organic-traffic-share': {
      diagnosis: ['Wysoki: wyszukiwanie działa. Jeśli ruch zależy od reklam, popraw pozycję w wynikach wyszukiwania.'],
    },
    'customer-retention-rate': {
      meaning: [
        'Lojalny klient jest często wart więcej niż nowy. Wyższy wskaźnik to większa lojalność i zadowolenie, klucz do trwałego wzrostu.',
      ],
      action: ['Popraw obsługę klienta i program lojalnościowy.'],
    },
    'customer-churn-rate': {
      diagnosis: [
        'Wysoki: problemy z jakością produktów, obsługą lub całym doświadczeniem. Najważniejszy przy subskrypcjach i stałych nawykach zakupowych.',
      ],
      action: [
        'Dawaj premie za lojalność, dobre warunki zwrotów i lepszą obsługę; ustal, dlaczego klienci nie wracają.',
      ],
    },
    'repeat-purchase-rate': { diagnosis: ['Niski: sprawdź ponownie jakość produktów, ceny lub obsługę.'] },
    'returning-customer-rate': {
      diagnosis: ['Niski: niezadowoleni klienci lub silniejsza konkurencja. Obserwuj go w czasie.'],
    },
    'cart-abandonment-rate': {
      diagnosis: ['Wysoki: kłopoty z płatnością, ceny lub utrudnienia przy zamawianiu.'],
      action: [
        'Oferuj proste metody płatności: BLIK, przelew, karty.',
        'Wcześnie pokazuj koszt wysyłki.',
        'Wysyłaj przypomnienia o porzuconych koszykach.',
        'Pozwól kupować bez rejestracji.',
      ],
    },
    'page-load-time': { meaning: ['Wolne strony tracą niecierpliwych odwiedzających: dbaj o szybkość.'] },
    'bounce-rate': {
      diagnosis: [
        'Wysoki: reklamy trafiają do niewłaściwych osób, strona jest wolna, treść nie pasuje albo wersja mobilna jest słaba.',
      ],
    },
    'average-session-duration': { meaning: ['Dłuższy oznacza większe zainteresowanie.'] },
    'website-traffic': { meaning: ['Pokazuje, co dają wyszukiwarki, treści i media społecznościowe.'] },
    'traffic-source-share': {
      action: ['Sprawdź, które platformy i partnerzy dają najwięcej wizyt, i dopasuj działania marketingowe.'],
    },
    'inventory-level': { action: ['Pilnuj go, aby nic się nie wyprzedało i aby w magazynie nie leżało za dużo.'] },
    'inventory-turnover': {
      diagnosis: ['Wysoka: dobra sprzedaż lub dobre zarządzanie zapasami. Niska: za duże zapasy albo spadający popyt.'],
      action: ['Optymalizuj zapasy: ich utrzymanie kosztuje mniej, a pieniądze są wolne.'],
    },
    'stockout-rate': { diagnosis: ['Wysoki: utracona sprzedaż i niezadowoleni klienci.'] },
    'order-cycle-time': { action: ['Skróć go: klienci będą bardziej zadowoleni i wrócą.'] },
    'return-rate': {
      diagnosis: ['Wysoki: niezadowolenie. Przyczyny mówią o jakości produktów i opisów.'],
    },
    roas: { action: ['Znajdź kampanie, które działają, i przenieś środki ze złych reklam do dobrych.'] },
    'gross-margin': { diagnosis: ['Ujemna: każda sprzedaż przynosi stratę.'] },
    'gross-merchandise-value': { meaning: ['Pokazuje, ile się sprzedaje i jak zmieniają się zakupy.'] },
    'total-sales': { action: ['Śledź ją co godzinę, co dzień lub co tydzień.'] },
    'ad-clicks': {
      meaning: ['Reklamy dają wizyty i rozpoznawalność; płacisz tylko wtedy, gdy ktoś kliknie.'],
    },
    'average-ad-position': {
      action: ['Dostosuj słowa kluczowe i stawki: lepsza pozycja daje zwykle więcej wyświetleń i kliknięć.'],
    },
    'net-promoter-score': { diagnosis: ['Niski: coś trzeba poprawić. Wysoki: zadowoleni, lojalni klienci.'] },
    'first-response-time': { meaning: ['Klienci oczekują szybkich i pomocnych odpowiedzi.'] },
    'complaint-rate': {
      action: ['Rozwiązuj skargi i ucz się z nich o produkcie, obsłudze i oczekiwaniach.'],
    },
    'review-rating': {
      meaning: ['Dobre opinie zwiększają zaufanie i sprzedaż; złe pokazują, co poprawić.'],
    },
    'review-response-rate': { action: ['Odpowiadaj na opinie szybko i profesjonalnie.'] },
    'mobile-conversion-rate': { meaning: ['Pokazuje, jak dobrze działa sklep mobilny i jego marketing.'] },
    'mobile-average-order-value': {
      action: ['Poznaj sposób kupowania na telefonie i do niego dopasuj sprzedaż.'],
    },
    'mobile-cart-abandonment-rate': { diagnosis: ['Wysoki: sklep mobilny wymaga poprawy.'] },
    'mobile-traffic': { action: ['Rosnący udział przemawia za inwestycją w sklep i marketing mobilny.'] },
    'sms-subscribers': { action: ['Dbaj o listę: jak najmniej rezygnacji, a każda wiadomość warta wysłania.'] },
    'app-downloads': {
      action: ['Porównaj z aktywnymi użytkownikami, aby zobaczyć, czy aplikacja jest naprawdę używana.'],
    },
    'push-subscribers': { action: ['Wysyłaj dość często, by to miało znaczenie, i dość rzadko, by ludzie zostali.'] },
    'engagement-rate': {
      action: ['Ustal, które treści poruszają odbiorców: prawdziwy kontakt liczy się bardziej niż duża publiczność.'],
    },
    'social-reach': { action: ['Docieraj do właściwych osób: obok liczby liczy się jakość.'] },
    'social-impressions': {
      diagnosis: ['Wyświetlenia to jeszcze nie działanie: czytaj je razem z zaangażowaniem i klikalnością.'],
    },
    'click-through-rate': {
      action: ['Popraw treść i wezwanie do działania i obserwuj konwersję, aby kliknięcia do czegoś prowadziły.'],
    },
    'influencer-conversions': { action: ['Oceniaj jakość działań, nie tylko ich liczbę.'] },
    'carbon-footprint': {
      action: ['Mierz i raportuj regularnie; szukaj oszczędności w energii, transporcie i produkcji.'],
    },
    'workforce-representation': {
      meaning: ['Różnorodność wspiera kreatywność, innowacje, reputację i równe szanse.'],
    },
  },
};
