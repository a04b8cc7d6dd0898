// Source: glibc 2.36 in its languages (libc.mo); Microsoft, Windows Sockets Error Codes in theirs.

import type { ClientFailure } from '../client-failure-row.ts';

/** What systems of other languages say of a connection that failed. */
export const FOREIGN_FAILURES: readonly ClientFailure[] = Object.entries(words()).map(
  ([key, text]) => {
    const [cause = '', unanswered] = key.split(', ');
    const phrases = text.split('\n').flatMap((line) => line.split('|'));
    return {
      cause,
      phrases: phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''),
      ...(unanswered ? { unanswered: true } : {}),
    };
  },
);

/**
 * By cause: phrases as in refusal-row.ts, parted by bars. Left out is "permission denied", which
 * servers say as well: there the error’s number decides.
 */
function words(): Readonly<Record<string, string>> {
  return {
    // .NET in its languages
    'tls-certificate-untrusted': `
    remotezertifikat | certificat distant | certificado remoto | certificato remoto | externe certificaat
    удаленныи сертификат | zdalny certyfikat | 远程证书 | リモート証明書
  `,
    'connection-failed': `
    verbindung mit dem remoteserver | connecter au serveur distant | conectar con el servidor remoto
    connessione al server remoto | conectar ao servidor remoto | соединиться с удаленным сервером
    无法连接到远程服务器 | リモート サーハーに接続てきません
  `,
    'connection-refused': `
    адмоулена у злуч | отказано свързва | s'ha refusat la connexio | spojeni odmitnuto
    opkobling nægtet | verbindungsaufbau abgelehnt | απορριψη συνδεση | konekto rifuzigas
    yhteys torjuttu | conexion rexeitada | veza odbijena | kapcsolat elutasitva | koneksi ditolak
    接続を拒否されました | 연결이 거부됨 | prisijungimas atmestas | oppkobling nektes | verbinding is geweigerd
    ligacao recusada | conexao recusada | spojenie odmietnute | веза је одбијена
    forbindelsen forvagrad | baglantı reddedildi | у з'єднанні відм | ket noi bi tu choi | 連線被拒絕
    car l'ordinateur cible l'a expressement | el equipo de destino denego expresamente
    rifiuto persistente del computer | a maquina de destino as recusou
    omdat de doelcomputer de verbinding | komputer docelowy aktywnie go odmawia | конечныи компьют
    hedef makine etkin olarak reddettiginden | 由于目标计算机积极拒绝,无法连接 | 対象のコンヒューターによって拒否 | 대상 컴퓨터에ᄉ
  `,
    'connection-dropped': `
    зламаны трубапра | едностранно прек | прекъснат канал | софтуерно предиз
    la maquina remota ha reiniciat | la canonada s'ha trencat | el programari ha tallat la connexio
    spojeni zruseno druhou stranou | roura prerusena | software zpusobil ukonceni spojeni
    forbindelsen brudt i den anden | kanalen blev brudt | programmet forarsagede forbindelsesafbrud
    die verbindung wurde vom kommunikationspartner | das programm verursachte den abbruch
    η συνδεση εκλεισ | διακοπεισα σωλην | το λογισμικο προ | konekto simple malekis | rompita dukto
    la retkonekto malekis car loka | conexion reinicializada por la | tuberia rota
    el programa provoco el fin de la | vastapaa sulki yhteyden | katkennut putki
    ohjelmisto aiheutti yhteyden katkaisun | connexion re-initialisee par le | relais brise
    le logiciel a provoque l'abandon | conexion reiniciada polo outro | canalizacion rota
    un programa abortou a conexion | poveznica je prekinuta od druge | prekinuta cijev
    softver je uzrok prekida veze | a kapcsolatot bontotta a tavoli | torott adatcsatorna
    a szoftver kapcsolatszakadast okozott | koneksi direset oleh peer | pipa rusak
    perangkat lunak menyebabkan pembatalan | connessione interrotta dal corrispondente | pipe interrotta
    connessione interrotta per un problema | 接続か相手からリセットされました | ソフトウェアか接続を中断しました | 상대편이 연겨
    파이프가 깨어짐 | 소프트웨어가 연 | prisijungimas nutrauktas kito serverio | nutruko saitas
    prisijungimas nutrauktas programiskai | forbindelsen brutt i den andre | røret ble brutt
    programvare forarsaket forbindelsesbrudd | verbinding is weggevallen | gebroken pijp
    verbinding is verbroken door lokaal | polaczenie zerwane przez druga | przerwany potok
    oprogramowanie spowodowalo przerwanie | ligacao reposta pelo peer | tunel quebrado
    o programa abortou a ligacao | conexao fechada pela outra ponta | pipe quebrado
    termino de conexao causada por | соединение разор | обрыв канала | программа вызвал
    spojenie zrusene druhou stranou | prerusena rura | software sposobil zrusenie spojenia
    prekinjen cevovod | programsko povzrocena prekinitev | везу је поново п | оштећена спојка
    софтвер је изазв | forbindelse borttagen av partnern | brutet ror
    programvaran orsakade ett forbindelsebrott | baglantı karsıdan kesildi | veri alınamıyor
    yazılım baglantının kopmasına sebep | вузол розірвав з | канал обірвано | з'єднання розірв
    ket noi bi đat lai boi ngang hang | ong dan bi hong | phan mem đa gay ra ket noi huy | 连接被对方重设
    断开的管道 | 由软件导致的连接断开 | 連線被對方重設 | 管線損壞 | 軟體造成連線中斷 | eine vorhandene verbindung wurde
    eine bestehende verbindung wurde | une connexion existante a du etre
    une connexion etablie a ete abandonnee | se ha forzado la interrupcion de
    se ha anulado una conexion establecida | connessione in corso interrotta
    foi forcado o cancelamento de uma | een bestaande verbinding is geforceerd
    istniejace polaczenie zostalo gwaltownie | удаленныи хост п | 远程主机强迫关闭了一个现有的连接 | 既存の接続はリモート ホストに強
    원격 호스트에
  `,
    'connection-timeout': `
    просрочена мрежо | la connexio ha expirat | spojeni bylo prilis dlouho neaktivni
    opkoblingen overskred tidsgrænsen | die wartezeit fur die verbindung | ληξη συνδεσης
    konekto transpasis limtempon | expiro el tiempo de conexion | yhteys aikakatkaistu
    connexion terminee par expiration | a conexion espirou | veza je prekinuta zbog ogranicenja
    idotullepes a kapcsolatban | koneksi kehabisan waktu | connessione scaduta | 接続かタイムアウトしました
    연결 시간 초ᄀ | baigesi prisijungimo laukimo laikas | oppkoblingen overskred tidsgrensen
    verbinding is verlopen | przekroczony czas oczekiwania na | ligacao expirada
    tempo esgotado para conexao | casovy limit pre spojenie vyprsal | истекло је време
    forbindelsens tidsgrans lopte ut | baglantıda zaman asımı | перевищено інтер | ket noi đa qua han
    連線超過時間 | ein verbindungsversuch ist fehlgeschlagen, | une tentative de connexion a echoue
    la parte conectada no respondio | risposta non corretta della parte
    o componente conectado nao respondeu | de verbonden partij na een bepaalde
    polaczona strona nie odpowiedziala | от другого компь | baglanılan uygun olarak belli bir
    连接方在一段时间后没有正确答复 | 一定の時間を過きても正しく応答し | 연결된 구성ᄋ
  `,
    'network-unreachable': `
    мрежата е недост | няма маршрут до | la xarxa es inabastable | no hi ha cap cami cap a l'estacio
    sit neni dostupna | k pocitaci neexistuje cesta | netværket er ikke tilgængeligt
    ingen rute til værtsmaskinen | keine route zum zielrechner | το δικτυο δεν ει | δεν υπαρχει διαδ
    la reto ne atingeblas | gastiganto ne atingeblas | la red es inaccesible
    no existe ninguna ruta hasta el | verkkoa ei tavoiteta | reititysta koneeseen ei ole
    le reseau n'est pas accessible | aucun chemin d'acces pour atteindre | non se pode chegar a rede
    non hai unha rota ao servidor | mreza nije dostupna | nema trase | a halozat elerhetetlen
    nincs utvonal a gep fele | jaringan tidak dapat dicapai | tidak ada rute ke host
    la rete non e raggiungibile | nessun instradamento per l'host | ネットワークに届きません | ホストへの経路かありません
    네트워크가 접그 | 호스트로 갈 루ᄐ | tinklas neprieinamas | nera kelio iki serverio
    nettverket er ikke tilgjengelig | ingen rute til vertsmaskinen | netwerk is onbereikbaar
    geen route naar host | siec jest niedostepna | brak trasy do hosta | rede inacessivel
    sem caminho para o anfitriao | a rede esta fora de alcance | nao ha rota para o host
    сеть недоступна | нет маршрута до | siet nie je dostupna | cesta k pocitacu neexistuje
    omrezje ni dostopno | мрежа је недости | нема путање до р | natverket kan inte nas
    ingen vag till vard | ag erisilebilir durumda degil | makinaya ag uzerinden yol yok
    не вдалося отрим | немає маршруту д | khong the ket noi mang | khong co đuong dan đen may | 网络不可达
    没有到主机的路由 | 無法接觸網路 | 找不到通往該主機的路由路徑 | bezog sich auf ein nicht verfugbares
    bezog sich auf einen nicht verfugbaren | sur un hote impossible a atteindre
    sur un reseau impossible a atteindre
  `,
    'dns-failure': `
    remotename konnte nicht | nom distant n'a pas | resolver el nombre remoto | risolvere il nome remoto
    nome remoto nao pode | externe naam | удаленное имя | 无法解析此远程名称 | リモート名を解決てきません
    не е известно им | не е асоцииран а | невъзстановим пр | el nom o servei no es conegut
    no hi ha cap adreca associada amb | fallada irrecuperable a la resolucio | nezname jmeno nebo sluzba
    jmeno pocitace nema prirazenu adresu | neopravitelna chyba pri vyhodnoceni
    navn eller tjeneste ukendt | ingen adresse associeret med værtsnavn
    uoverkommelig fejl i navneopslag | der name oder der dienst ist nicht
    zu diesem hostnamen gehort keine | nicht-behebbarer fehler in der | το ονομα η η υπη
    καμια διευθυνση | μη-αποκαταστησιμ | nomo au servo ne konatas | neniu adreso estas asociata kun
    neriparebla malsukceso ce nom-eltrovo | nombre o servicio desconocido
    no existe ninguna direccion asociada | fallo irrecuperable en la resolucion
    nimea tai palvelua ei tunneta | konenimeen ei liity osoitetta
    peruuttamaton virhe nimenselvityksessa | nom ou service inconnu | aucune adresse associee avec le
    echec non recuperable lors de la | nome ou servicio desconecido | non hai un enderezo asociado ao
    fallo non recuperable na resolucion | ime ili servis nije poznato | nema adrese povezane s hostname
    nepopravljivi neuspjeh u razlucivanju | a nev vagy a szolgaltatas nem ismert
    nincs cim tarsitva a gepnevhez | helyreallithatatlan nevfeloldasi
    nama atau layanan tidak diketahui | tidak ada alamat terasosiasi dengan
    kegagalan tidak terekover dalam | nome o servizio sconosciuto | nessun indirizzo associato al nome
    errore irrecuperabile nella risoluzione | 名前またはサーヒスか不明てす | ホスト名にアトレスか割り当てられ | 名前解決て回復てきない失敗か発生
    이름 혹은 서ᄇ | 호스트이름과 대 | pavadinimas arba tarnyba nezinoma
    nera su vardu susieto adreso | kritine klaida vardu paieskoje | navn eller tjeneste ukjent
    ingen adresse assosiert med vertsnavn | uoverkommelig feil i navneoppslag
    naam of dienst is niet bekend | aan hostnaam is geen adres verbonden
    onherstelbaar probleem in naamsherleiding | ta nazwa lub usluga jest nieznana
    brak adresu zwiazanego z nazwa | wystapil krytyczny blad w odwzorowaniu
    sem endereco associado ao nome | falha irrecuperavel na resolucao | nome ou servico desconhecido
    nao ha endereco associado com o | неизвестное имя | с именем узла не | неисправимая оши
    nazov alebo sluzba nezname | nazov pocitaca nema priradenu adresu | neopravitelna chyba pri rieseni
    ime ali storitev ni poznana | z imenom gostitelja ni povezan | nepopravljiv neuspeh pri razresevanju
    није познат нази | ниједна адреса н | непоправљива гре | namn eller tjanst okand
    ingen adress associerad med vardnamn | icke aterhamtningsbart fel i namnuppslagningen
    isim ya da servis bilinmiyor | makina ismiyle iliskili adres yok
    isim cozumlemesinde duzeltilebilir | невідома назва ч | з даною назвою в | критична помилка
    khong ro ten hoac dich vu | khong co đia chi lien quan đen | loi khong the phuc hoi khi phan
    未知的名称或服务 | 没有与主机名关联的地址 | 域名解析中出现不可修复的失败 | 名稱或服務未知 | 沒有位址關聯至此主機名稱 | 解析名稱時發生無法復原錯誤
    es ist kein solcher host bekannt | hote inconnu | host sconosciuto | este host nao e conhecido
    host is onbekend | nieznany host | этот хост неизве | bilinen boyle bir ana bilgisayar | 不知道这样的主机
    そのようなホストは不明てす | 알려진 호스트ᄀ
  `,
    'dns-failure, unanswered': `
    временен неуспех | fallada temporal a la resolucio | docasna chyba pri vyhodnocovani
    midlertidig fejl i navneopslag | temporarer fehler bei der namensauflosung | προσωρινη αποτυχ
    dumtempa malsukceso ce nom-eltrovo | fallo temporal en la resolucion
    tilapainen virhe nimenselvityksessa | echec temporaire dans la resolution
    fallo temporal na resolucion de | privremeni neuspjeh u rjesavanju | atmeneti nevfeloldasi hiba
    kegagalan sementara dalam resolusi | errore temporaneo nella risoluzione | 名前解決に一時的に失敗しました
    name resolutionᄋ | laikinas vardu paieskos sutrikimas | midlertidig feil i navneoppslag
    tijdelijk probleem in naamsherleiding | odwzorowanie nazwy jest chwilowo
    falha temporaria na resolucao de | falha temporario na resolucao de | временныи сбои в
    docasna chyba pri rieseni nazvu | razresevanje imena zacasno ni uspelo | привремени неусп
    namnuppslagning misslyckades temporart | isim cozunurlugunde gecici basarısızlık | тимчасова помилк
    tam thoi khong the phan giai ten | 域名解析暂时失败 | 解析名稱時發生暫時性錯誤 | zeitweiliger fehler bei der auflosung
  `,
    'local-policy-blocked': `
    aufgrund der zugriffsrechte des | socket de maniere interdite par | un socket no permitido por sus
    um soquete de uma maneira que e | методом, запреще | 以一种访问权限不允许的方式
  `,
  };
}
