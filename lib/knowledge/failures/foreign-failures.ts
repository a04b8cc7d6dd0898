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
 * servers say as well: there
 * the error’s number decides.
 */
function words(): Readonly<Record<string, string>> {
  return {
    'connection-refused': `
    адмоулена у злучэньні | отказано свързване | s'ha refusat la connexio | spojeni odmitnuto
    opkobling nægtet | verbindungsaufbau abgelehnt | απορριψη συνδεσης | konekto rifuzigas
    yhteys torjuttu | conexion rexeitada | veza odbijena | kapcsolat elutasitva | koneksi ditolak
    接続を拒否されました | 연결이 거부됨 | prisijungimas atmestas | oppkobling nektes | verbinding is geweigerd
    ligacao recusada | conexao recusada | spojenie odmietnute | веза је одбијена
    forbindelsen forvagrad | baglantı reddedildi | у з'єднанні відмовлено | ket noi bi tu choi | 連線被拒絕
    car l'ordinateur cible l'a expressement refusee
    el equipo de destino denego expresamente dicha conexion
    rifiuto persistente del computer di destinazione | a maquina de destino as recusou ativamente
    omdat de doelcomputer de verbinding actief heeft geweigerd | komputer docelowy aktywnie go odmawia
    конечныи компьютер отверг запрос на подключение
    hedef makine etkin olarak reddettiginden baglantı kurulamadı | 由于目标计算机积极拒绝,无法连接
    対象のコンヒューターによって拒否されたため | 대상 컴퓨터에서 연결을 거부했으므로
  `,
    'connection-dropped': `
    зламаны трубаправод | едностранно прекъсване на връзката от отсрещната страна | прекъснат канал
    софтуерно предизвикано прекъсване на връзката | la maquina remota ha reiniciat la connexio
    la canonada s'ha trencat | el programari ha tallat la connexio | spojeni zruseno druhou stranou
    roura prerusena | software zpusobil ukonceni spojeni | forbindelsen brudt i den anden ende
    kanalen blev brudt | programmet forarsagede forbindelsesafbrud
    die verbindung wurde vom kommunikationspartner zuruckgesetzt
    das programm verursachte den abbruch der verbindung | η συνδεση εκλεισε απο το ταιρι
    διακοπεισα σωληνωση | το λογισμικο προκαλεσε ακυρωση συνδεσης | konekto simple malekis
    rompita dukto | la retkonekto malekis car loka komputilo malfunkciis
    conexion reinicializada por la maquina remota | tuberia rota
    el programa provoco el fin de la conexion | vastapaa sulki yhteyden | katkennut putki
    ohjelmisto aiheutti yhteyden katkaisun | connexion re-initialisee par le correspondant
    relais brise | le logiciel a provoque l'abandon de la connexion
    conexion reiniciada polo outro estremo | canalizacion rota | un programa abortou a conexion
    poveznica je prekinuta od druge strane | prekinuta cijev | softver je uzrok prekida veze
    a kapcsolatot bontotta a tavoli fel | torott adatcsatorna | a szoftver kapcsolatszakadast okozott
    koneksi direset oleh peer | pipa rusak | perangkat lunak menyebabkan pembatalan koneksi
    connessione interrotta dal corrispondente | pipe interrotta
    connessione interrotta per un problema software | 接続か相手からリセットされました | ソフトウェアか接続を中断しました
    상대편이 연결을 끊음 | 파이프가 깨어짐 | 소프트웨어가 연결 중단을 초래했습니다
    prisijungimas nutrauktas kito serverio | nutruko saitas | prisijungimas nutrauktas programiskai
    forbindelsen brutt i den andre enden | røret ble brutt | programvare forarsaket forbindelsesbrudd
    verbinding is weggevallen | gebroken pijp | verbinding is verbroken door lokaal probleem
    polaczenie zerwane przez druga strone | przerwany potok
    oprogramowanie spowodowalo przerwanie polaczenia | ligacao reposta pelo peer | tunel quebrado
    o programa abortou a ligacao | conexao fechada pela outra ponta | pipe quebrado
    termino de conexao causada por software | соединение разорвано другои сторонои | обрыв канала
    программа вызвала разрыв соединения | spojenie zrusene druhou stranou | prerusena rura
    software sposobil zrusenie spojenia | prekinjen cevovod | programsko povzrocena prekinitev povezave
    везу је поново поставио парњак | оштећена спојка | софтвер је изазвао прекид везе
    forbindelse borttagen av partnern | brutet ror | programvaran orsakade ett forbindelsebrott
    baglantı karsıdan kesildi | veri alınamıyor | yazılım baglantının kopmasına sebep oldu
    вузол розірвав з'єднання | канал обірвано | з'єднання розірвано програмним забезпеченням
    ket noi bi đat lai boi ngang hang | ong dan bi hong | phan mem đa gay ra ket noi huy bo | 连接被对方重设
    断开的管道 | 由软件导致的连接断开 | 連線被對方重設 | 管線損壞 | 軟體造成連線中斷
    eine vorhandene verbindung wurde vom remotehost geschlossen
    eine bestehende verbindung wurde softwaregesteuert durch den hostcomputer abgebrochen
    une connexion existante a du etre fermee par l'hote distant
    une connexion etablie a ete abandonnee par un logiciel de votre ordinateur hote
    se ha forzado la interrupcion de una conexion existente por el host remoto
    se ha anulado una conexion establecida por el software
    connessione in corso interrotta forzatamente dall'host remoto
    foi forcado o cancelamento de uma conexao existente pelo host remoto
    een bestaande verbinding is geforceerd gesloten door de externe host
    istniejace polaczenie zostalo gwaltownie zamkniete przez zdalnego hosta
    удаленныи хост принудительно разорвал существующее подключение | 远程主机强迫关闭了一个现有的连接
    既存の接続はリモート ホストに強制的に切断されました | 원격 호스트에 의해 강제로 끊겼습니다
  `,
    'connection-timeout': `
    просрочена мрежова операция | la connexio ha expirat | spojeni bylo prilis dlouho neaktivni
    opkoblingen overskred tidsgrænsen | die wartezeit fur die verbindung ist abgelaufen | ληξη συνδεσης
    konekto transpasis limtempon | expiro el tiempo de conexion | yhteys aikakatkaistu
    connexion terminee par expiration du delai d'attente | a conexion espirou
    veza je prekinuta zbog ogranicenja vremena cekanja nsa odgovor | idotullepes a kapcsolatban
    koneksi kehabisan waktu | connessione scaduta | 接続かタイムアウトしました | 연결 시간 초과
    baigesi prisijungimo laukimo laikas | oppkoblingen overskred tidsgrensen | verbinding is verlopen
    przekroczony czas oczekiwania na polaczenie | ligacao expirada | tempo esgotado para conexao
    casovy limit pre spojenie vyprsal | истекло је време везе | forbindelsens tidsgrans lopte ut
    baglantıda zaman asımı | перевищено інтервал очікування з'єднання | ket noi đa qua han | 連線超過時間
    ein verbindungsversuch ist fehlgeschlagen, da die gegenstelle nach einer bestimmten zeitspanne nicht
    une tentative de connexion a echoue car le parti connecte n'a pas repondu convenablement
    la parte conectada no respondio adecuadamente tras un periodo de tiempo
    risposta non corretta della parte connessa dopo l'intervallo di tempo
    o componente conectado nao respondeu corretamente apos um periodo de tempo
    de verbonden partij na een bepaalde tijd niet juist heeft gereageerd
    polaczona strona nie odpowiedziala poprawnie po ustalonym okresie czasu
    от другого компьютера за требуемое время не получен нужныи отклик
    baglanılan uygun olarak belli bir sure icinde yanıt vermediginden | 连接方在一段时间后没有正确答复
    一定の時間を過きても正しく応答しなかったため | 연결된 구성원으로부터 응답이 없어
  `,
    'network-unreachable': `
    мрежата е недостъпна | няма маршрут до компютъра | la xarxa es inabastable
    no hi ha cap cami cap a l'estacio | sit neni dostupna | k pocitaci neexistuje cesta
    netværket er ikke tilgængeligt | ingen rute til værtsmaskinen | keine route zum zielrechner
    το δικτυο δεν ειναι προσπελασιμο | δεν υπαρχει διαδρομη στο συστημα | la reto ne atingeblas
    gastiganto ne atingeblas | la red es inaccesible | no existe ninguna ruta hasta el 'host'
    verkkoa ei tavoiteta | reititysta koneeseen ei ole | le reseau n'est pas accessible
    aucun chemin d'acces pour atteindre l'hote cible | non se pode chegar a rede
    non hai unha rota ao servidor | mreza nije dostupna | nema trase | a halozat elerhetetlen
    nincs utvonal a gep fele | jaringan tidak dapat dicapai | tidak ada rute ke host
    la rete non e raggiungibile | nessun instradamento per l'host | ネットワークに届きません | ホストへの経路かありません
    네트워크가 접근 불가능합니다 | 호스트로 갈 루트가 없음 | tinklas neprieinamas
    nera kelio iki serverio | nettverket er ikke tilgjengelig | ingen rute til vertsmaskinen
    netwerk is onbereikbaar | geen route naar host | siec jest niedostepna | brak trasy do hosta
    rede inacessivel | sem caminho para o anfitriao | a rede esta fora de alcance
    nao ha rota para o host | сеть недоступна | нет маршрута до узла | siet nie je dostupna
    cesta k pocitacu neexistuje | omrezje ni dostopno | мрежа је недостижна | нема путање до рачунара
    natverket kan inte nas | ingen vag till vard | ag erisilebilir durumda degil
    makinaya ag uzerinden yol yok | не вдалося отримати доступ до мережі | немає маршруту до вузла
    khong the ket noi mang | khong co đuong dan đen may | 网络不可达 | 没有到主机的路由 | 無法接觸網路 | 找不到通往該主機的路由路徑
    bezog sich auf ein nicht verfugbares netzwerk | bezog sich auf einen nicht verfugbaren host
    sur un hote impossible a atteindre | sur un reseau impossible a atteindre
  `,
    'dns-failure': `
    не е известно името на услугата | не е асоцииран адрес за името на компютъра
    невъзстановим провал при анализа за име | el nom o servei no es conegut
    no hi ha cap adreca associada amb el nom d'estacio | fallada irrecuperable a la resolucio de noms
    nezname jmeno nebo sluzba | jmeno pocitace nema prirazenu adresu
    neopravitelna chyba pri vyhodnoceni nazvu | navn eller tjeneste ukendt
    ingen adresse associeret med værtsnavn | uoverkommelig fejl i navneopslag
    der name oder der dienst ist nicht bekannt | zu diesem hostnamen gehort keine adresse
    nicht-behebbarer fehler in der namensauflosung | το ονομα η η υπηρεσια δεν ειναι γνωστα
    καμια διευθυνση δε συνδεεται με το ονομα συστηματος
    μη-αποκαταστησιμο σφαλμα κατα την αναλυση ονοματος | nomo au servo ne konatas
    neniu adreso estas asociata kun nomo de gastiga komputilo | neriparebla malsukceso ce nom-eltrovo
    nombre o servicio desconocido | no existe ninguna direccion asociada al nombre
    fallo irrecuperable en la resolucion del nombre | nimea tai palvelua ei tunneta
    konenimeen ei liity osoitetta | peruuttamaton virhe nimenselvityksessa | nom ou service inconnu
    aucune adresse associee avec le nom de l'hote | echec non recuperable lors de la resolution du nom
    nome ou servicio desconecido | non hai un enderezo asociado ao nome de servidor
    fallo non recuperable na resolucion de nomes | ime ili servis nije poznato
    nema adrese povezane s hostname | nepopravljivi neuspjeh u razlucivanju imena
    a nev vagy a szolgaltatas nem ismert | nincs cim tarsitva a gepnevhez
    helyreallithatatlan nevfeloldasi hiba | nama atau layanan tidak diketahui
    tidak ada alamat terasosiasi dengan hostname | kegagalan tidak terekover dalam resolusi nama
    nome o servizio sconosciuto | nessun indirizzo associato al nome host
    errore irrecuperabile nella risoluzione del nome | 名前またはサーヒスか不明てす | ホスト名にアトレスか割り当てられていません
    名前解決て回復てきない失敗か発生しました | 이름 혹은 서비스를 알 수 없습니다
    호스트이름과 대응되는 주소가 없음 | pavadinimas arba tarnyba nezinoma
    nera su vardu susieto adreso | kritine klaida vardu paieskoje | navn eller tjeneste ukjent
    ingen adresse assosiert med vertsnavn | uoverkommelig feil i navneoppslag
    naam of dienst is niet bekend | aan hostnaam is geen adres verbonden
    onherstelbaar probleem in naamsherleiding | ta nazwa lub usluga jest nieznana
    brak adresu zwiazanego z nazwa hosta | wystapil krytyczny blad w odwzorowaniu nazw
    sem endereco associado ao nome de servidor | falha irrecuperavel na resolucao de nome
    nome ou servico desconhecido | nao ha endereco associado com o nome | неизвестное имя или служба
    с именем узла не связано ни одного адреса | неисправимая ошибка в разрешении имен
    nazov alebo sluzba nezname | nazov pocitaca nema priradenu adresu
    neopravitelna chyba pri rieseni nazvu | ime ali storitev ni poznana
    z imenom gostitelja ni povezan noben naslov | nepopravljiv neuspeh pri razresevanju imena
    није познат назив или сервер | ниједна адреса није придружена називу домаћина
    непоправљива грешка при одређивању назива | namn eller tjanst okand
    ingen adress associerad med vardnamn | icke aterhamtningsbart fel i namnuppslagningen
    isim ya da servis bilinmiyor | makina ismiyle iliskili adres yok
    isim cozumlemesinde duzeltilebilir olmayan bozukluk | невідома назва чи сервіс
    з даною назвою вузла не пов'язано жодноі адреси | критична помилка при розв'язанні назв
    khong ro ten hoac dich vu | khong co đia chi lien quan đen ten may
    loi khong the phuc hoi khi phan giai ten | 未知的名称或服务 | 没有与主机名关联的地址 | 域名解析中出现不可修复的失败 | 名稱或服務未知
    沒有位址關聯至此主機名稱 | 解析名稱時發生無法復原錯誤 | es ist kein solcher host bekannt | hote inconnu | host sconosciuto
    este host nao e conhecido | host is onbekend | nieznany host | этот хост неизвестен
    bilinen boyle bir ana bilgisayar yok | 不知道这样的主机 | そのようなホストは不明てす | 알려진 호스트가 없습니다
  `,
    'dns-failure, unanswered': `
    временен неуспех при определянето на име | fallada temporal a la resolucio de noms
    docasna chyba pri vyhodnocovani jmena | midlertidig fejl i navneopslag
    temporarer fehler bei der namensauflosung | προσωρινη αποτυχια κατα την αναλυση ονοματος
    dumtempa malsukceso ce nom-eltrovo | fallo temporal en la resolucion del nombre
    tilapainen virhe nimenselvityksessa | echec temporaire dans la resolution du nom
    fallo temporal na resolucion de nomes | privremeni neuspjeh u rjesavanju imena
    atmeneti nevfeloldasi hiba | kegagalan sementara dalam resolusi nama
    errore temporaneo nella risoluzione del nome | 名前解決に一時的に失敗しました
    name resolution에서 일시적인 실패 | laikinas vardu paieskos sutrikimas
    midlertidig feil i navneoppslag | tijdelijk probleem in naamsherleiding
    odwzorowanie nazwy jest chwilowo niemozliwe | falha temporaria na resolucao de nome
    falha temporario na resolucao de nome | временныи сбои в разрешении имен
    docasna chyba pri rieseni nazvu | razresevanje imena zacasno ni uspelo
    привремени неуспех одређивања назива | namnuppslagning misslyckades temporart
    isim cozunurlugunde gecici basarısızlık | тимчасова помилка розв'язання назв
    tam thoi khong the phan giai ten | 域名解析暂时失败 | 解析名稱時發生暫時性錯誤
    zeitweiliger fehler bei der auflosung von hostnamen
  `,
    'local-policy-blocked': `
    aufgrund der zugriffsrechte des sockets unzulassig
    socket de maniere interdite par ses autorisations
    un socket no permitido por sus permisos de acceso
    um soquete de uma maneira que e proibida pelas permissoes de acesso
    методом, запрещенным правами доступа | 以一种访问权限不允许的方式
  `,
  };
}
