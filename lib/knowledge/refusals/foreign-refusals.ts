// Source: RFC 5321 section 4.2 leaves the words of a reply to the server; the wording of mail servers and
// providers in German, French, Spanish, Italian, Portuguese, Polish, Russian, Turkish, Dutch, Chinese and
// Japanese, as published by them and by bounce parsers.
import type { Refusal } from '../refusal-row.ts';

/**
 * What servers say about senders, rates, attachments and addresses in other languages than English.
 * Each row says one thing in one language after the other; what is said of mailboxes stands with them.
 */
export const FOREIGN_REFUSALS: readonly Refusal[] = [
  {
    cause: 'greylisted',
    phrases: [
      'grau{e,er} liste',
      'lista{ ,s }gris',
      'lista grigia',
      'lista cinza',
      'szar{a,ej} lis',
      'серы{и,и спис}*спис',
      'сером списке',
      'gri liste',
      'grijze lijst',
      '灰名单',
    ],
  },
  {
    cause: 'no-reverse-dns',
    phrases: [
      'dns {invers,revers}',
      '{ruckwart,rueckwaert}*{auflosung,aufloesung}',
      '{resolution,resolucion,risoluzione,resolucao} {inverse,inversa,reversa}',
      'odwrotn*dns',
      'обратн*{dns,зон,запис}',
      'ters dns',
      '反向解析',
      '逆引き',
    ],
  },
  // The sending account, often because of spam.
  {
    cause: 'sender-suspended',
    phrases: [
      '{versand,ihr konto,ihr account}*{gesperrt,deaktiviert}',
      '{votre compte,envoi}*{suspendu,bloque,desactiv}',
      '{compte,cuenta,conta,account}*{suspend,suspens,sospes,bloque,bloccat,bloquead}*{envoi,envio,invio}',
      '{su cuenta,sua conta,il tuo account,il suo account}*{suspendid,suspens,sospes,bloquead,bloccat,deshabilitad,desativad}',
      '{envio,invio}*{suspendid,suspens,sospes,bloquead,bloccat}',
      '{wysylanie,wysylka,wysylki}*{zablokowan,wstrzyman,zawieszon}',
      '{отправка,рассылка}*{заблокирован,приостановлен,запрещен}',
      'ваш{ аккаунт, ящик,а учетная запись}*{заблокирован,приостановлен}',
      'hesabınız*{askıya,engellen,kapatıl}',
      '{verzenden,uw account}*{geblokkeerd,opgeschort}',
      '{帐号,账号,账户,帐户}*{禁止发,暂停发,停止发}',
    ],
    except: ['rcpt'],
  },
  {
    cause: 'virus',
    phrases: [
      '{anhang,anhange,anhaenge,anlage}*{verboten,nicht erlaubt,zulassig,zulaessig,blockiert,abgelehnt}',
      '{piece jointe,pieces jointes,fichier joint}*{interdit,refus,bloqu,non autoris}',
      '{adjunto,anexo}*{no permitid,nao permitid,prohibid,proibid,bloquead}',
      'allegat*{non consentit,non ammess,vietat,proibit,bloccat}',
      'zalacznik*{niedozwolon,zabronion,zablokowan}',
      'вложени*{запрещ,недопустим,заблокирован}',
      'запрещ*вложени',
      'bijlage*{niet toegestaan,verboden,geblokkeerd}',
      '{=wirus,wirusa,wirusy}',
      '=infecte',
      '添付ファイル',
      '附件*{禁止,不允许}',
    ],
  },
  {
    cause: 'spf-fail',
    phrases: ['spf{校验,检查,验证,认证}'],
  },
  {
    cause: 'blocklisted-ip',
    phrases: [
      '{ip-adresse,ip adresse,ihre ip,ihr server,einliefernde server}*{gesperrt,blockiert,abgelehnt,abgewiesen,gelistet}',
      '{adresse ip,votre ip,votre serveur}*{bloqu,rejet,refus,interdit,liste}',
      '{direccion ip,direcciones ip,su ip,su servidor,endereco ip,seu ip,seu servidor}*{bloquead,rechazad,rejeitad,recusad,listad}',
      'ip{,s} dinamica',
      '{indirizzo ip,tuo ip,suo ip,vostro ip,tuo server}*{bloccat,rifiutat,respint}',
      '{adres ip,twoj ip,serwer nadaw}*{zablokowan,odrzucon}',
      'czarn{ej,a} lis',
      '=ip*{заблокирован,отклонен}',
      'kara liste',
      'ip {adresiniz,adresi}*engel',
      '{ip-adres,uw ip,uw server}*{geblokkeerd,geweigerd}',
      'ip*{被拒绝,被封,被禁止,已被列入}',
    ],
  },
  {
    cause: 'rate-limited',
    phrases: [
      '{limit,kontingent}*{uberschritten,ueberschritten,erreicht,ausgeschopft,ausgeschoepft}',
      "{quota,limite} d'envoi",
      "limite {de envio,di invio,d'invio,de mensajes,de mensagens}",
      '{excedid,superad}*limite',
      'tropp{e,i} {connession,messagg,email}',
      'muit{as,os} {conexo,mensage,e-mail}',
      'przekroczon* limit',
      'zbyt {wiele,duzo,czesto}',
      'cok fazla',
      'limit{iniz,i}*{dol,asıl,asil}',
      'te veel {verbinding,berichten,mail}',
      'limiet*{overschreden,bereikt}',
      '{频率,速度}{过高,过快,超}',
      '发送量*{超,限}',
    ],
  },
  {
    cause: 'spam-content',
    phrases: [
      'indesirable',
      'pourriel',
      'correo {no deseado,basura}',
      'indesiderat',
      'nao solicitad',
      'niechcian',
      'ongewenst',
      'istenmeyen',
      'スハム',
    ],
  },
];
