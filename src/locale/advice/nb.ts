import type { AdviceMessages } from '../advice.js';

export const adviceNorwegian: AdviceMessages = {
  reviewed: [],
  rules: {
    R01: 'En ny kunde koster mer enn kunden bringer inn: butikken taper penger på å vokse.',
    R02: 'Kunder bringer inn under tre ganger det de koster: tre ganger er et vanlig mål.',
    R03: 'Bruttomarginen er negativ: hvert salg gir tap.',
    R04: 'Annonsene går ikke i null: det de koster, må komme minst 1 ÷ bruttomarginen ganger tilbake.',
    R05: 'Annonsene dekker heller ikke frakt og gebyrer: det de koster, må komme minst 1 ÷ dekningsgraden ganger tilbake.',
    R06: 'Markedsføringen overstiger dekningsbidraget: samlet bruker den mer enn det den betales av.',
    R07: 'Første ordre dekker ikke det kunden kostet: butikken er avhengig av gjenkjøp.',
    R08: 'Antallet kunder går ikke opp: det er ikke kjent for alle ordrer om de var kundens første.',
    R11: 'Salg etter rabatter går ikke opp: det er ikke bruttosalg minus rabatter.',
    R12: 'Det er flere besøk med kjøp enn det er besøk.',
    R13: 'Det er flere annonseklikk enn annonsevisninger.',
    R14: 'Rekkevidden er større enn visningene: det kan ikke stemme.',
    R15: 'Annonseplattformer oppgir for mye salg: ordrer telles to ganger. Forholdet mellom hele salget og hele markedsføringen sier mer.',
    R16: 'Det er gjenvunnet mer avfall enn det var.',
    R17: 'Dataene for perioden er ufullstendige.',
    R18: 'Flere klikk, men færre kjøp: innholdet tiltrekker folk som butikken ikke overbeviser.',
    R19: 'Mer synlighet, men mindre respons: å bli sett fører ikke til handling.',
    R20: 'Flere nedlastinger, men lavere andel aktive.',
    R21: 'Flere melder seg av: se på hvor ofte det sendes, og om det er relevant for mottakeren.',
    R22: 'Trege sider og flere som forlater dem: se først på lastetiden.',
    R23: 'Flere handlekurver forlates: se på trinnene i kassen, betalingsmåter, priser og når fraktprisen vises.',
    R24: 'Tapet skjer i selve kassen.',
    R25: 'Det meste av trafikken er ikke organisk: plasseringen i søkeresultater kan bli bedre.',
    R26: 'Det returneres mer: se på årsakene, produktkvaliteten og beskrivelsene.',
    R27: 'Flere kunder forsvinner: se på produktkvalitet, service, returvilkår og hele opplevelsen.',
    R28: 'Flere varer er utsolgt: salg går tapt.',
    R29: 'Lageret vokser mens det selger langsommere: for stort lager eller fallende etterspørsel.',
    R30: 'Mobiltrafikken vokser, men kjøper sjeldnere: invester i mobilbutikken.',
    R31: 'Flere klager per ordre: produktkvalitet, service eller forventninger.',
    R32: 'Færre kunder kjøper igjen: se på produktkvalitet, priser og service.',
  },
  advice: {
    'conversion-rate': {
      meaning: ['Høyere konvertering gir mer salg uten mer trafikk.'],
      diagnosis: [
        'Lav: dårlig brukeropplevelse, priser som ikke er konkurransedyktige, eller andre hindringer for å kjøpe.',
      ],
      action: [
        'Gjør det enkelt og raskt å kjøpe.',
        'Gi tydelig produktinformasjon.',
        'Vis anmeldelser, og gjør det lett å anmelde: i nyhetsbrev, lojalitetsprogram og på sosiale medier.',
        'Forbedre mobilversjonen.',
        'Tilpass tilbud og opplevelsen på nettstedet til den besøkende.',
      ],
    },
    'average-order-value': {
      meaning: [
        'Det er ofte billigere å heve den enn å vinne nye kunder. Den viser hvordan folk kjøper, hva en ordre tjener, og hvor konkurransedyktig butikken er.',
      ],
      action: [
        'Tilby fri frakt over et beløp.',
        'Foreslå det som passer til, og det som er bedre («andre kjøpte også»).',
        'Tilby pakker og belønning for større kjøp.',
        'Frem dyrere utgaver.',
      ],
    },
    'customer-lifetime-value': {
      meaning: ['Høy viser at kundene blir; lavere enn prisen for å vinne en kunde betyr tap.'],
      action: [
        'Bruk lojalitetsprogram, personlige tilbud, nyhetsbrev og sosiale medier.',
        'Finn de mest verdifulle kundegruppene, og invester i dem.',
      ],
    },
    'customer-acquisition-cost': {
      diagnosis: [
        'Sammenlign med kundens livstidsverdi for å se om markedsføringen vinner kunder til en fornuftig pris.',
      ],
    },
    'cost-per-acquisition': {
      action: ['Sammenlign kanaler og kampanjer, og flytt til dem som vinner kunder billig.'],
    },
    'organic-traffic-share': {
      diagnosis: ['Høy: søk virker. Er trafikken avhengig av annonser, så forbedre plasseringen i søkeresultatene.'],
    },
    'customer-retention-rate': {
      meaning: [
        'En lojal kunde er ofte mer verdt enn en ny. Høyere betyr mer lojalitet og tilfredshet, nøkkelen til varig vekst.',
      ],
      action: ['Forbedre kundeservice og lojalitetsprogrammet.'],
    },
    'customer-churn-rate': {
      diagnosis: [
        'Høy: problemer med produktkvalitet, service eller hele opplevelsen. Det betyr mest ved abonnementer og faste kjøpsvaner.',
      ],
      action: ['Gi lojalitetsbonus, gode returvilkår og bedre service; finn ut hvorfor kundene ikke kommer igjen.'],
    },
    'repeat-purchase-rate': { diagnosis: ['Lav: se på nytt på produktkvalitet, priser eller service.'] },
    'returning-customer-rate': {
      diagnosis: ['Lav: misfornøyde kunder eller sterkere konkurrenter. Følg den over tid.'],
    },
    'cart-abandonment-rate': {
      diagnosis: ['Høy: problemer med betaling, priser eller bryderi i kassen.'],
      action: [
        'Tilby enkle måter å betale på: Vipps, faktura, kort.',
        'Vis fraktprisen tidlig.',
        'Send påminnelser om forlatte handlekurver.',
        'La folk kjøpe uten å registrere seg.',
      ],
    },
    'page-load-time': { meaning: ['Trege sider mister utålmodige besøkende: hold nettstedet raskt.'] },
    'bounce-rate': {
      diagnosis: [
        'Høy: annonser som når feil folk, et tregt nettsted, innhold som ikke passer, eller en dårlig mobilversjon.',
      ],
    },
    'average-session-duration': { meaning: ['Lengre betyr mer interesse.'] },
    'website-traffic': { meaning: ['Viser hva søk, innhold og sosiale medier gir.'] },
    'traffic-source-share': {
      action: ['Se hvilke plattformer og partnere som gir flest besøk, og tilpass markedsføringen.'],
    },
    'inventory-level': { action: ['Følg med, så ingenting blir utsolgt, og det ikke ligger for mye på lager.'] },
    'inventory-turnover': {
      diagnosis: ['Høy: godt salg eller god lagerstyring. Lav: for stort lager eller fallende etterspørsel.'],
      action: ['Optimaliser lageret: det koster mindre og frigjør penger.'],
    },
    'stockout-rate': { diagnosis: ['Høy: tapt salg og misfornøyde kunder.'] },
    'order-cycle-time': { action: ['Gjør den kortere: kundene blir mer fornøyde og kommer igjen.'] },
    'return-rate': {
      diagnosis: ['Høy: misnøye. Årsakene forteller om produktkvalitet og beskrivelser.'],
    },
    roas: { action: ['Finn kampanjene som virker, og flytt penger fra dårlige annonser til gode.'] },
    'gross-margin': { diagnosis: ['Negativ: hvert salg gir tap.'] },
    'gross-merchandise-value': { meaning: ['Viser hvor mye som selges, og hvordan kjøpene endrer seg.'] },
    'total-sales': { action: ['Følg det time for time, dag for dag eller uke for uke.'] },
    'ad-clicks': {
      meaning: ['Annonser gir besøk og gjør butikken kjent; du betaler bare når noen klikker.'],
    },
    'average-ad-position': {
      action: ['Tilpass søkeord og bud: en bedre plassering gir som regel flere visninger og klikk.'],
    },
    'net-promoter-score': { diagnosis: ['Lav: noe må bli bedre. Høy: fornøyde, lojale kunder.'] },
    'first-response-time': { meaning: ['Kunder forventer raske svar som hjelper.'] },
    'complaint-rate': {
      action: ['Løs klagene, og lær av dem om produkt, service og forventninger.'],
    },
    'review-rating': { meaning: ['Gode anmeldelser øker tillit og salg; dårlige viser hva som kan bli bedre.'] },
    'review-response-rate': { action: ['Svar raskt og profesjonelt på anmeldelser.'] },
    'mobile-conversion-rate': { meaning: ['Viser hvor godt mobilbutikken og markedsføringen av den virker.'] },
    'mobile-average-order-value': {
      action: ['Lær hvordan folk kjøper på telefonen, og selg deretter.'],
    },
    'mobile-cart-abandonment-rate': { diagnosis: ['Høy: mobilbutikken må bli bedre.'] },
    'mobile-traffic': { action: ['En voksende andel taler for å investere i mobilbutikken og mobil markedsføring.'] },
    'sms-subscribers': { action: ['Stell listen: få skal melde seg av, og hver melding skal være verdt det.'] },
    'app-downloads': { action: ['Sammenlign med aktive brukere for å se om appen virkelig brukes.'] },
    'push-subscribers': { action: ['Send ofte nok til å bety noe og sjelden nok til at folk blir.'] },
    'engagement-rate': {
      action: ['Finn ut hvilket innhold som berører folk: ekte dialog teller mer enn et stort publikum.'],
    },
    'social-reach': { action: ['Nå de riktige: kvalitet teller ved siden av mengde.'] },
    'social-impressions': {
      diagnosis: ['Å bli sett er ennå ikke handling: les det sammen med engasjement og klikkrate.'],
    },
    'click-through-rate': {
      action: ['Forbedre innhold og oppfordring til handling, og følg konverteringen, så klikk fører til noe.'],
    },
    'influencer-conversions': { action: ['Bedøm kvaliteten på aktivitetene, ikke bare antallet.'] },
    'carbon-footprint': {
      action: ['Mål og rapporter jevnlig; finn besparelser i energi, transport og produksjon.'],
    },
    'workforce-representation': {
      meaning: ['Mangfold støtter kreativitet, nytenkning, omdømme og like muligheter.'],
    },
  },
};
