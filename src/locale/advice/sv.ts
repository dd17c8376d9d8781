import type { AdviceMessages } from '../advice.js';

export const adviceSwedish: AdviceMessages = {
  reviewed: [],
  rules: {
    R01: 'En ny kund kostar mer än kunden ger: butiken förlorar pengar på att växa.',
    R02: 'Kunder ger mindre än tre gånger det de kostar: tre gånger är ett vanligt mål.',
    R03: 'Bruttomarginalen är negativ: varje försäljning ger förlust.',
    R04: 'Annonserna går inte ihop: det de kostar måste komma tillbaka minst 1 ÷ bruttomarginalen gånger.',
    R05: 'Annonserna täcker inte heller frakt och avgifter: det de kostar måste komma tillbaka minst 1 ÷ täckningsgraden gånger.',
    R06: 'Marknadsföringen överstiger täckningsbidraget: sammantaget kostar den mer än det som den betalas med.',
    R07: 'En kund betalar sig inte med den första ordern: butiken är beroende av återköp.',
    R08: 'Antalet kunder går inte ihop: det är inte känt för alla ordrar om de var kundens första.',
    R11: 'Försäljning efter rabatter går inte ihop: den är inte bruttoförsäljning minus rabatter.',
    R12: 'Det finns fler besök med köp än det finns besök.',
    R13: 'Det finns fler annonsklick än annonsvisningar.',
    R14: 'Räckvidden är större än exponeringarna: det kan inte stämma.',
    R15: 'Annonsplattformar uppger för mycket försäljning: ordrar räknas två gånger. Förhållandet mellan all försäljning och all marknadsföring säger mer.',
    R16: 'Mer avfall har återvunnits än det fanns.',
    R17: 'Periodens data är ofullständiga.',
    R18: 'Fler klick men färre köp: innehållet lockar personer som butiken inte övertygar.',
    R19: 'Mer synlighet men mindre respons: att synas leder inte till handling.',
    R20: 'Fler nedladdningar, men lägre andel aktiva.',
    R21: 'Fler lämnar listan: se över hur ofta det skickas och om det är relevant för mottagaren.',
    R22: 'Långsamma sidor och fler som lämnar dem: se först på laddningstiden.',
    R23: 'Fler varukorgar överges: se över kassans steg, betalsätt, priser och när fraktkostnaden visas.',
    R24: 'Förlusten uppstår i själva kassan.',
    R25: 'Det mesta av trafiken är inte organisk: placeringen i sökresultat kan behöva förbättras.',
    R26: 'Fler returer: se på orsakerna, produktkvaliteten och beskrivningarna.',
    R27: 'Fler kunder försvinner: se på produktkvalitet, service, returvillkor och hela upplevelsen.',
    R28: 'Fler artiklar är slut i lager: försäljning går förlorad.',
    R29: 'Lagret växer medan det säljer långsammare: för stort lager eller fallande efterfrågan.',
    R30: 'Mobiltrafiken ökar men köper mer sällan: investera i mobilbutiken.',
    R31: 'Fler klagomål per order: produktkvalitet, service eller förväntningar.',
    R32: 'Färre kunder köper igen: se på produktkvalitet, priser och service.',
  },
  advice: {
    'conversion-rate': {
      meaning: ['Högre konvertering ger mer försäljning utan mer trafik.'],
      diagnosis: ['Låg: dålig användarupplevelse, priser som inte står sig i konkurrensen eller andra hinder för köp.'],
      action: [
        'Gör det enkelt och snabbt att köpa.',
        'Ge tydlig produktinformation.',
        'Visa recensioner och gör det lätt att recensera: i nyhetsbrev, lojalitetsprogram och sociala medier.',
        'Förbättra mobilversionen.',
        'Anpassa erbjudanden och upplevelsen på webbplatsen till besökaren.',
      ],
    },
    'average-order-value': {
      meaning: [
        'Det är ofta billigare att höja det än att vinna nya kunder. Det visar hur folk köper, vad en order ger och hur konkurrenskraftig butiken är.',
      ],
      action: [
        'Erbjud fri frakt över ett belopp.',
        'Föreslå det som passar till och det som är bättre (”andra köpte även”).',
        'Erbjud paket och belöning för större köp.',
        'Lyft fram dyrare utföranden.',
      ],
    },
    'customer-lifetime-value': {
      meaning: ['Högt visar att kunderna stannar; lägre än kostnaden för att vinna en kund betyder förlust.'],
      action: [
        'Använd lojalitetsprogram, personliga erbjudanden, nyhetsbrev och sociala medier.',
        'Hitta de mest värdefulla kundgrupperna och investera i dem.',
      ],
    },
    'customer-acquisition-cost': {
      diagnosis: ['Jämför med kundlivstidsvärdet för att se om marknadsföringen vinner kunder till ett rimligt pris.'],
    },
    'cost-per-acquisition': {
      action: ['Jämför kanaler och kampanjer och flytta till dem som vinner kunder billigt.'],
    },
    'organic-traffic-share': {
      diagnosis: ['Hög: sök fungerar. Är trafiken beroende av annonser, förbättra placeringen i sökresultaten.'],
    },
    'customer-retention-rate': {
      meaning: [
        'En lojal kund är ofta värd mer än en ny. Högre betyder mer lojalitet och nöjdhet, nyckeln till varaktig tillväxt.',
      ],
      action: ['Förbättra kundservicen och lojalitetsprogrammet.'],
    },
    'customer-churn-rate': {
      diagnosis: [
        'Högt: problem med produktkvalitet, service eller hela upplevelsen. Det väger tyngst vid abonnemang och fasta köpvanor.',
      ],
      action: [
        'Ge lojalitetsbonus, bra returvillkor och bättre service; ta reda på varför kunderna inte kommer tillbaka.',
      ],
    },
    'repeat-purchase-rate': { diagnosis: ['Låg: se på nytt över produktkvalitet, priser eller service.'] },
    'returning-customer-rate': {
      diagnosis: ['Låg: missnöjda kunder eller starkare konkurrenter. Följ den över tid.'],
    },
    'cart-abandonment-rate': {
      diagnosis: ['Hög: problem med betalning, priser eller krångel i kassan.'],
      action: [
        'Erbjud enkla sätt att betala: Swish, faktura, kort.',
        'Visa fraktkostnaden tidigt.',
        'Skicka påminnelser om övergivna varukorgar.',
        'Låt folk köpa utan att registrera sig.',
      ],
    },
    'page-load-time': { meaning: ['Långsamma sidor förlorar otåliga besökare: håll webbplatsen snabb.'] },
    'bounce-rate': {
      diagnosis: [
        'Hög: annonser som når fel personer, en långsam webbplats, innehåll som inte passar eller en dålig mobilversion.',
      ],
    },
    'average-session-duration': { meaning: ['Längre betyder större intresse.'] },
    'website-traffic': { meaning: ['Visar vad sök, innehåll och sociala medier ger.'] },
    'traffic-source-share': {
      action: ['Se vilka plattformar och partner som ger flest besök och anpassa marknadsföringen.'],
    },
    'inventory-level': { action: ['Håll koll, så att inget tar slut och inte för mycket ligger i lager.'] },
    'inventory-turnover': {
      diagnosis: ['Hög: stark försäljning eller god lagerstyrning. Låg: för stort lager eller fallande efterfrågan.'],
      action: ['Optimera lagret: det kostar mindre och frigör pengar.'],
    },
    'stockout-rate': { diagnosis: ['Hög: förlorad försäljning och missnöjda kunder.'] },
    'order-cycle-time': { action: ['Förkorta den: kunderna blir nöjdare och kommer tillbaka.'] },
    'return-rate': {
      diagnosis: ['Hög: missnöje. Orsakerna berättar om produktkvalitet och beskrivningar.'],
    },
    roas: { action: ['Hitta kampanjerna som fungerar och flytta pengar från dåliga annonser till bra.'] },
    'gross-margin': { diagnosis: ['Negativ: varje försäljning ger förlust.'] },
    'gross-merchandise-value': { meaning: ['Visar hur mycket som säljs och hur köpen förändras.'] },
    'total-sales': { action: ['Följ den timme för timme, dag för dag eller vecka för vecka.'] },
    'ad-clicks': {
      meaning: ['Annonser ger besök och gör butiken känd; du betalar bara när någon klickar.'],
    },
    'average-ad-position': {
      action: ['Anpassa sökord och bud: en bättre position ger oftast fler visningar och klick.'],
    },
    'net-promoter-score': { diagnosis: ['Lågt: något måste bli bättre. Högt: nöjda, lojala kunder.'] },
    'first-response-time': { meaning: ['Kunder väntar sig snabba svar som hjälper.'] },
    'complaint-rate': {
      action: ['Lös klagomålen och lär av dem om produkt, service och förväntningar.'],
    },
    'review-rating': {
      meaning: ['Bra recensioner ökar förtroende och försäljning; dåliga visar vad som kan bli bättre.'],
    },
    'review-response-rate': { action: ['Svara snabbt och professionellt på recensioner.'] },
    'mobile-conversion-rate': { meaning: ['Visar hur väl mobilbutiken och dess marknadsföring fungerar.'] },
    'mobile-average-order-value': {
      action: ['Lär dig hur folk köper på telefonen och sälj därefter.'],
    },
    'mobile-cart-abandonment-rate': { diagnosis: ['Hög: mobilbutiken behöver bli bättre.'] },
    'mobile-traffic': { action: ['En växande andel talar för att investera i mobilbutiken och mobil marknadsföring.'] },
    'sms-subscribers': { action: ['Vårda listan: få ska lämna den, och varje meddelande ska vara värt det.'] },
    'app-downloads': { action: ['Jämför med aktiva användare för att se om appen verkligen används.'] },
    'push-subscribers': { action: ['Skicka så ofta att det betyder något och så sällan att folk stannar.'] },
    'engagement-rate': {
      action: ['Ta reda på vilket innehåll som berör: äkta dialog väger tyngre än en stor publik.'],
    },
    'social-reach': { action: ['Nå rätt personer: kvalitet räknas vid sidan av mängd.'] },
    'social-impressions': {
      diagnosis: ['Att synas är ännu inte handling: läs det tillsammans med engagemang och klickfrekvens.'],
    },
    'click-through-rate': {
      action: [
        'Förbättra innehåll och uppmaning till handling, och följ konverteringen så att klicken leder någonstans.',
      ],
    },
    'influencer-conversions': { action: ['Bedöm aktiviteternas kvalitet, inte bara deras antal.'] },
    'carbon-footprint': {
      action: ['Mät och rapportera regelbundet; hitta besparingar inom energi, transport och tillverkning.'],
    },
    'workforce-representation': {
      meaning: ['Mångfald stöder kreativitet, nytänkande, anseende och lika möjligheter.'],
    },
  },
};
