// Source: RFC 5321 section 4.2, RFC 3463, and the codes in brackets that providers publish with their
// meanings (postmaster pages of Orange, La Poste, AOL, Cox, Spectrum, GoDaddy, i.ua, Yahoo, NetEase).
import type { Refusal } from '../refusal-row.ts';

/** Codes of their own that providers put into the text. They are exact, so they come first. */
export const PROVIDER_CODES: readonly Refusal[] = [
  // Orange, Wanadoo, La Poste, SFR: `OFR006_102`, `LPN105_402`, `OUK_513`.
  { cause: 'blocklisted-ip', phrases: ['{ofr,lpn,ouk}*_{101,102,103,510,999}', 'gu_eib_0'] },
  { cause: 'rate-limited', phrases: ['{ofr,lpn,ouk}*_104'] },
  { cause: 'wrong-credentials', phrases: ['{ofr,lpn,ouk}*_305'] },
  { cause: 'spf-fail', phrases: ['{ofr,lpn,ouk}*_401'] },
  { cause: 'auth-required', phrases: ['{ofr,lpn,ouk}*_402'] },
  { cause: 'sender-rejected', phrases: ['{ofr,lpn,ouk}*_{403,405,415,421}'] },
  { cause: 'recipient-unknown', phrases: ['{ofr,lpn,ouk}*_{416,418}', 'lpn416', 'lpn418'] },
  { cause: 'mailbox-full', phrases: ['{ofr,lpn,ouk}*_417'] },
  { cause: 'recipient-disabled', phrases: ['{ofr,lpn,ouk}*_{420,426}'] },
  { cause: 'server-temporary-error', phrases: ['{ofr,lpn,ouk}*_505'] },
  { cause: 'spam-content', phrases: ['{ofr,lpn,ouk}*_{506,513}'] },
  { cause: 'message-too-large', phrases: ['{ofr,lpn,ouk}*_514'] },
  { cause: 'dmarc-unauthenticated', phrases: ['{ofr,lpn,ouk}*_517'] },
  { cause: 'policy', phrases: ['{ofr,lpn,ouk}*_630'] },

  // AOL: `(RTR:BL)`, `(HVU:B1)`, `(DYN:T1)`.
  { cause: 'blocklisted-ip', phrases: ['rtr:{bb,du,ir,bl,sc}', 'rly:{b2,bl,ir}', 'con:b1'] },
  { cause: 'no-reverse-dns', phrases: ['rtr:rd'] },
  { cause: 'no-reverse-dns', phrases: ['dns:nr', 'rp:rdn'] },
  { cause: 'virus', phrases: ['rtr:ch'] },
  { cause: 'server-temporary-error', phrases: ['rtr:ge'] },
  { cause: 'spam-content', phrases: ['(hvu:', 'rly:{bd,ch}'] },
  { cause: 'rate-limited', phrases: ['rly:{b1,nl}', 'dyn:t'] },
  { cause: 'sender-rejected', phrases: ['rly:sn'] },

  // Cox and Spectrum: `AUP#CXBL`, `AUP#In-1220`. Spectrum's numbers run in ranges.
  { cause: 'blocklisted-ip', phrases: ['aup#{cxbl,cdrbl,cdcb,ipbl}'] },
  { cause: 'blocklisted-domain', phrases: ['aup#urlbl'] },
  { cause: 'no-reverse-dns', phrases: ['aup#cxdns'] },
  { cause: 'dmarc-unauthenticated', phrases: ['aup#cxsndr'] },
  { cause: 'rate-limited', phrases: ['aup#{cxcnct,cxmxrt}'] },
  { cause: 'sender-suspended', phrases: ['aup#{cxthrt,cxmj}'] },
  { cause: 'policy', phrases: ['aup#cxsmtp'] },
  { cause: 'blocklisted-ip', phrases: ['aup#{,in-,out-,i-,o-}{1000,12}'] },
  { cause: 'sender-suspended', phrases: ['aup#{,in-,out-,i-,o-}10{1,2,3,4,5,6,7,8}'] },
  { cause: 'server-temporary-error', phrases: ['aup#{,in-,out-,i-,o-}109'] },
  { cause: 'no-reverse-dns', phrases: ['aup#{,in-,out-,i-,o-}11{0,1,2,3,4,5}'] },
  { cause: 'policy', phrases: ['aup#{,in-,out-,i-,o-}11{6,7,8,9}'] },
  { cause: 'rate-limited', phrases: ['aup#{,in-,out-,i-,o-}{13,14,154,155,158}'] },
  { cause: 'sender-rejected', phrases: ['aup#{,in-,out-,i-,o-}{150,152}'] },
  { cause: 'message-too-large', phrases: ['aup#{,in-,out-,i-,o-}153'] },

  // GoDaddy: `IB103` at the end.
  { cause: 'blocklisted-ip', phrases: ['=ib{103,104,105,106,110,111,112,113}'] },
  { cause: 'rate-limited', phrases: ['=ib{007,504,510,605,607}'] },
  { cause: 'server-temporary-error', phrases: ['=ib101'] },
  { cause: 'no-reverse-dns', phrases: ['=ib108'] },
  { cause: 'spam-content', phrases: ['=ib212'] },
  { cause: 'auth-not-offered', phrases: ['=ib401'] },
  { cause: 'sender-rejected', phrases: ['=ib{501,502,506}'] },
  { cause: 'spf-fail', phrases: ['=ib508'] },
  { cause: 'virus', phrases: ['=ib705'] },

  // Yahoo: `[TSS04]`; Apple: `[HM08]`; Hotmail of old: `DY-001`.
  { cause: 'rate-limited', phrases: ['[{tss04,ts01,ts02}', '=rp-00{1,2,3}', 'ipts04'] },
  { cause: 'blocklisted-ip', phrases: ['[{ts03,tss07,tss09,tss11,bl20,bl21,bl23}]'] },
  { cause: 'blocklisted-ip', phrases: ['=dy-00{1,2}', '=ou-001', '=sc-00{2,3,4}', '=vs1-ip'] },
  { cause: 'sender-rejected', phrases: ['=vs1-mf'] },
  { cause: 'spam-content', phrases: ['[{cs01,hm08}]', '=ou-002'] },
  { cause: 'dmarc-unauthenticated', phrases: ['(au01)', '[hme1]'] },

  // NetEase: `DT:SPM`, `HL:REP`, `MI:SFQ`, `RP:QRC`.
  { cause: 'spam-content', phrases: ['dt:spm', 'mi:spb', 'dt:sum'] },
  {
    cause: 'blocklisted-ip',
    phrases: ['hl:{rep,ihu,itc,ipb,mep}', 'rp:trc', 'ip:rbl', 'dt:rbl', 'wm:bli'],
  },
  {
    cause: 'rate-limited',
    phrases: ['mi:{sfq,stc,cei,nhs,dmc}', 'rp:{qrc,crc,drc}', 'hl:{icc,ifc,ifq}'],
  },
  { cause: 'too-many-errors', phrases: ['mi:{cel,ccl}', 'rp:{cel,ccl}'] },
  { cause: 'sender-rejected', phrases: ['mi:ism', 'wm:blu'] },

  // Facebook, Hostinger, Comcast.
  { cause: 'recipient-unknown', phrases: ['=rcp-p1', '=int-p{1,3,4}'] },
  { cause: 'recipient-unknown', phrases: ['cuda_nsu'], class: 5 },
  { cause: 'recipient-restricted', phrases: ['=rcp-p{2,3}'] },
  { cause: 'rate-limited', phrases: ['=rcp-t{2,3}', '=con-t{1,2,3,4}', '=msg-t1', 'rl0000'] },
  { cause: 'server-temporary-error', phrases: ['=rcp-t1'] },
  { cause: 'recipient-disabled', phrases: ['=rcp-t4'] },
  { cause: 'sender-rejected', phrases: ['=dns-{p1,p2,t1}'] },
  { cause: 'no-reverse-dns', phrases: ['=dns-{p3,t2}'] },
  { cause: 'message-too-large', phrases: ['=msg-p1', '=int-p2'] },
  { cause: 'message-malformed', phrases: ['=msg-p3'] },
  { cause: 'virus', phrases: ['=msg-p2', '=pol-p5'] },
  { cause: 'spam-content', phrases: ['=pol-p6'] },
  { cause: 'dmarc-unauthenticated', phrases: ['=pol-p7'] },
  { cause: 'blocklisted-ip', phrases: ['=pol-{p1,p2,p3,p4,t1,t2,t3}'] },
  { cause: 'blocklisted-ip', phrases: ['bl0000'] },
  { cause: 'dmarc-unauthenticated', phrases: ['dm0000'] },

  // i.ua: `http://mail.i.ua/err/9/`.
  { cause: 'relay-denied', phrases: ['i.ua/err/*={1,6}'] },
  { cause: 'recipient-unknown', phrases: ['i.ua/err/*=2'] },
  { cause: 'recipient-disabled', phrases: ['i.ua/err/*=3'] },
  { cause: 'mailbox-full', phrases: ['i.ua/err/*=4'] },
  { cause: 'rate-limited', phrases: ['i.ua/err/*=5'] },
  { cause: 'helo-rejected', phrases: ['i.ua/err/*=7'] },
  { cause: 'sender-rejected', phrases: ['i.ua/err/*=8'] },
  { cause: 'blocklisted-ip', phrases: ['i.ua/err/*=9'] },
  { cause: 'recipient-restricted', phrases: ['i.ua/err/*=10'] },
];
