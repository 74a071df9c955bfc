// Words that redaction goes by: header fields by what they hold, a reporter's subjects, daemons, and words that name nobody.
// May import nothing. Committed data and plain look-ups; the fields are a default, `redactText` takes others.

/**
 * Names of header fields, also as mail programs show them, in lower case; one `*` stands for any letters, or none.
 * @typedef {object} Fields
 * @property {string[]} person what they hold names people
 * @property {string[]} [sender] those of them that say who sent the mail
 * @property {string[]} subject they hold a subject
 * @property {string[]} identifier they hold what identifies a message or a machine, and tells a reader nothing
 * @property {string[]} [machine] they hold the name of a machine
 */

/** @type {Fields} */
export const FIELDS = {
  sender: (
    'from|sender|return-path|x-postfix-sender|x-envelope-from|envelope-from|resent-from|resent-sender|mail-from|x-sender|' +
    'original-mail-from|reverse-path|mailer sender|sender address|from address|差出人|送信者|送信元|差出人アドレス|' +
    '送信者アドレス|von|absender|de|expéditeur|remitente|remetente|da|mittente|van|afzender|от|от кого|отправитель|' +
    '发件人|发送人|寄件者|寄件人|보낸 사람|보낸사람|보내는 사람|발신자|od|nadawca|odesílatel|odesilatel|fra|från|avsender|' +
    'avsändare|lähettäjä|kimden|gönderen|feladó|από|від|відправник|de la|từ|จาก|מאת|من'
  ).split('|'),
  person: (
    'to|cc|bcc|reply-to|resent-to|resent-cc|errors-to|delivered-to|envelope-to|x-envelope-to|x-original-to|apparently-to|' +
    'x-apparently-from|x-apparently-to|x-forwarded-to|x-forwarded-for|disposition-notification-to|mail-followup-to|' +
    'final-recipient|original-recipient|x-actual-recipient|x-failed-recipients|x-*-failed-recipients|x-*-bounced-address|' +
    'x-display-name|original-rcpt-to|recipient|recipients|recipient address|user|username|organization|x-*-sender|' +
    'x-*-recipient|x-*-recipients|x-*-user|x-auth-*|x-authenticated-*|signed by|on behalf of|attn|dear|' +
    '宛先|宛先アドレス|受信者|受信者アドレス|返信先|同報|写し|送信先|氏名|お名前|担当|担当者|ユーザー名|' +
    'an|kopie|blindkopie|antwort an|antworten an|empfänger|à|copie à|cci|répondre à|destinataire|para|copia|cco|' +
    'responder a|responder para|destinatario|destinatário|ccn|rispondi a|aan|antwoord aan|antwoorden aan|ontvanger|' +
    'кому|копия|скрытая копия|кому ответить|получатель|收件人|收件者|抄送|副本|密送|密件抄送|密件副本|回复|回复至|回覆|回覆至|' +
    '받는 사람|받는사람|참조|숨은 참조|숨은참조|회신 주소|답장 받을 주소|수신자|do|dw|udw|odpowiedz do|odbiorca|komu|kopie|' +
    'příjemce|til|till|mottaker|mottagare|vastaanottaja|kopio|kime|alıcı|bilgi|címzett|másolatot kap|προς|κοιν.|către|' +
    'đến|ถึง|אל|אל:|إلى'
  ).split('|'),
  subject: (
    'subject|thread-topic|x-subject|original-subject|件名|題名|表題|タイトル|betreff|objet|sujet|asunto|assunto|oggetto|' +
    'onderwerp|тема|主题|主旨|主題|제목|temat|předmět|emne|ämne|aihe|konu|tárgy|θέμα|subiect|chủ đề|เรื่อง|נושא|الموضوع'
  ).split('|'),
  identifier: (
    'message-id|in-reply-to|references|content-id|arc-*|dkim-signature|domainkey-signature|x-google-*|x-gm-*|x-ms-*|' +
    'x-microsoft-*|x-*-id|x-*-id-*|x-*-signature|x-*-token|x-*-key|x-*-guid|x-postfix-queue-id|original-envelope-id|' +
    'final-log-id|feedback-id|list-unsubscribe|list-unsubscribe-post|list-id|list-post|list-archive|list-help|' +
    'list-subscribe|thread-index|メッセージid'
  ).split('|'),
  machine: (
    'reporting-mta|remote-mta|received-from-mta|dsn-gateway|mdn-gateway|reporting-ua|x-originating-host|x-*-host|' +
    'x-*-hostname|x-*-server|generating server|receiving server|remote server|server name|host|hostname|helo|' +
    '生成元サーバー|受信サーバー|送信サーバー|リモートサーバー|サーバー名|ホスト名'
  ).split('|'),
};

/** Local parts of reporters: they tell what kind of mail this is. */
export const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)$/;

/** How reporters start the subject of a report; behind it follow the original's words. The longest that fits counts. */
export const REPORTED = (
  'undelivered mail returned to sender|undeliverable|undelivered|undelivered mail|undeliverable message|non-delivery report|' +
  'delivery status notification|delivery status|delivery report|delivery notification|delivery has failed|delivery problem|' +
  'delivery delayed|delayed|mail delivery problem|mail delivery failure|mail delivery error|mail delivery system|' +
  'mail system error - returned mail|mail failure|mail failed|mail error|message undeliverable|message delivery failure|' +
  'message status - undeliverable|nondeliverable mail|could not be delivered|message not delivered|automatic reply|' +
  'auto reply|autoreply|out of office|read|not read|配信不能|配信エラー|未配信|配信できません|配送エラー|配送不能|不達|' +
  '送信できませんでした|エラーメール|メール配信エラー|配信遅延|遅延のお知らせ|自動返信|自動応答|開封済み|unzustellbar|' +
  'nicht zustellbar|abwesenheitsnotiz|automatische antwort|non remis|non distribuable|réponse automatique|' +
  'échec de la remise|no se puede entregar|no entregado|respuesta automática|não é possível entregar|não entregue|' +
  'non recapitabile|impossibile recapitare|onbestelbaar|недоставленное сообщение|не удается доставить|无法送达|未送达|' +
  '無法傳遞|배달되지 않음|배달할 수 없음|niedostarczalne|nie można dostarczyć|nedoručitelné|ej levererat|kan ikke leveres'
).split('|');
/** Behind these the reporter goes on in its own words: the cause stands there. */
export const TELLING =
  /^(?:returned mail|delivery failure|mail delivery failed|undeliverable mail|failure notice|postmaster notify)\b|^warning: (?:could not send|message )/;

const ENGLISH =
  'access address again an and at be blocked bounce by cannot closed connection contact content delivered delivery ' +
  'denied disabled domain error exceeded failed failure filter for from full host in inactive invalid is later limit ' +
  'message network no not number of on or over permanent please policy problem quota reason recipient recipients ' +
  'refused rejected requested security sending sent service suspended system temporarily the timeout to unavailable ' +
  'users was with ' +
  'able about above accept accepted account accounts acl action active activity actual adding additional admin admins ' +
  'administrator administrators after agent alert alias all allow allowed already also although always another answer any ' +
  'anyone anything app application apply archive are arrived ask attachment attachments attempt attempted attempts auth ' +
  'authenticated authentication authorized auto automatic automatically automated away back backup bad banned based batch ' +
  'because become been before being below best better between big billing body bot both bounced bounces box boxes broken ' +
  'buffer bulk business but call can cancel cancelled care cause caused causes central certificate change changed check ' +
  'checks class clean cleared client clients close cloud code codes comes command commands comment common company complete ' +
  'completed complaint complaints compliance config configuration configured confirm connect connected connecting ' +
  'connections contain contains control copy correct could couldn count create created current currently custom customer ' +
  'customers daemon daily database date dated day days deferred default define delayed delete deleted deliver deliveries ' +
  'delivering delivers desc description destination detail details detected determine dev device did didn different digest ' +
  'direct directory disk dmz dns does doesn doing done don double down download due during dynamic each early edge edit ' +
  'either else email emails empty enable enabled encountered encryption end enough enter entries entry errors esmtp esp ' +
  'even event events ever every exceed exceeds exchange exim exist existing exists expanded expect expired expires explain ' +
  'extended external extra fail fails false fatal fax feature feedback few field file files filtered filtering filters ' +
  'final find first fix fixed following follows forbidden force form format forward forwarded forwarder forwarding found ' +
  'free frequently front fully function further future gateway general generated get give given global going good got ' +
  'grey greylist greylisted greylisting group groups guide had handle hard has have having he header headers hello help ' +
  'helo here hidden high him his history hold home hostname hosted hosts hour hours house how however html http icon idle ' +
  'ids illegal image imap immediately inbound inbox include included includes incoming incorrect info information initial ' +
  'input inside instead internal internet intranet into invite invoice isn issue issues item items its job jobs just keep ' +
  'key kind kindly know known label lan large last late latest launch learn least left legal less let letter level like ' +
  'likely line link links linux list listed lists live load local localdomain localhost locally located location lock ' +
  'locked log login logs long longer look lookup loop low machine made maildir mailer mailers mailgate mailing mailings ' +
  'maillist mails mailto main maintenance make malformed malware man manage manager manual many map market marketing ' +
  'marketplace master match matches max maximum may maybe mbox mda mean media member members memory menu messages messaging ' +
  'meta method milter min minute minutes misc missing mobile mode modern moderator module moment monitor monitoring month ' +
  'more most move moved msg mta much multiple mx must name named names need needed needs never new news newsletter ' +
  'newsletters next nice night nil nobody node noc none nonexistent nor noreply normal note notes nothing notice notification ' +
  'notifications notify now null object obtain occurred off offer office offline often old once one ones online only open ' +
  'operation operator option order orders org origin original other others our out outbound outgoing outside override ' +
  'owner own page pages parameter parameters part parts party pass password past path pay payment peer pending people per ' +
  'perhaps period perl permanently permission permitted person personal phase phone php ping place plain platform point ' +
  'pool pop port portal ports possible post postfix postmaster power pre present press previous primary print privacy ' +
  'private problems process processing product production profile program prohibited project promo protected protection ' +
  'protocol provide provided provider proxy public purpose put query question questions queue queued quick quotas random ' +
  'rate rated reach reached read reader ready real really reasons receive received receiver receives receiving recent ' +
  'record records redirect refer reference reg regarding region register registered registration reject rejecting ' +
  'rejection related relay relayed relaying relays release remain remote removal remove removed repeat replied replies ' +
  'reply report reported reporter reporting reports reputation request requests require required requires resend reset ' +
  'resolve resolved resource resources respond response responses rest restricted result results resume retries retry ' +
  'return returned returning returns reverse review right role root route router routing rule rules run running said sales ' +
  'same sample sandbox save saved say says scan scheduled script search second seconds section secure see seem seems seen ' +
  'select self send sender senders sends server servers services session set setting settings several share shared she ' +
  'shop short should show shown signature signed similar simple since site sites size sizes slow small smart smtp soft ' +
  'software some someone something soon sorry source spamming special specific specified staff stage staging standard ' +
  'start started startup state static stats status step still stop stopped storage store stored string strong stuff style ' +
  'sub subject submission submit submitted subscribe subscriber subscription subsystem success successful such sudden ' +
  'suggest support supported sure switch sync syntax sys sysadmin table tag take taken target task team tech technical ' +
  'technically telephone tell template temp temporary terms test tested testing tests text than thank thanks that their ' +
  'them then there therefore these they thing things think this those though thread threshold throttled through ticket ' +
  'time timed times title tls today together token tomorrow too took tool tools top total trace tracking traffic training ' +
  'transaction transcript transfer transient transmission transport trial tried true trust try trying two txt type unable ' +
  'unauthenticated unauthorized uncertain under undeliverable undelivered undisclosed unfortunately unified unique unix ' +
  'unknown unless unlisted unreachable unresolvable unroutable unrecognized unrouteable unsolicited unsubscribe until unusual update updated updates upgrade ' +
  'upon uptime use used user username using usual utf vacation valid value var variable various verification verified ' +
  'verify version very via view violation virtual virus visible visit vmail wait waiting want warn warning warnings ' +
  'webmail webmaster webmasters website week weekly welcome well went were what when where whether which while white who ' +
  'whole whom whose why wide will window windows wish within without won word words work worked works would write writes ' +
  'wrong wrote www xmail year years yes yesterday yet you your yours zero zone';
const TECHNICAL =
  'adsl ads app apps autodiscover aspmx bcc bin biz cdn 3d inbox trash drafts cgi cert cname com content-type core crlf daemons data db ddns ' +
  'dialup dkim dmarc dsl dsn ednskey edu etc exe expn fqdn ftp fw gmt gov gw hop href html https hub imaps inbox inc int ' +
  'ipv4 ipv6 isp jst ldap lmtp lookout mail maildrop mailbox mailhost mailhub mailin mailout mailserver mbx mil mime mua ' +
  'mx mxs nas net netmail noreply-to ns ntp null oob ood out pdf pda pop3 pptp priv ptr pub pub pws qmail rbl rcpt rdns ' +
  'req res rfc rfc822 rset rsa sasl sec ses sgml sha smtpd smtpin smtpout smtps smarthost spam spamd spf srs srv ssl std ' +
  'svc svn tcp tld tmp ttl txn udp uri url urls usr utc uucp uuid vip vlan vpn vps vrfy wan web wifi wlan wpad x400 x500 ' +
  'xml xtext ' +
  'mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec monday tuesday wednesday thursday friday ' +
  'saturday sunday january february march april june july august september october november december ' +
  // Labels of domains that stand for a kind of owner.
  'asso coop edu firm gob gouv gov govt info name nom org press store';
const JAPANESE =
  'メールが メールサーバー ' +
  'メール メールアドレス アドレス サーバー サーバ ホスト ホスト名 ドメイン ドメイン名 システム システム管理者 管理者 担当者 担当 ' +
  '宛先 宛先不明 送信者 受信者 差出人 送信元 送信先 接続先 接続元 相手先 相手 配信 配送 送信 受信 配信先 転送先 転送元 返信 返信先 件名 本文 内容 ' +
  '株式会社 有限会社 営業 営業部 総務 総務部 人事 人事部 経理 経理部 広報 事務局 事務所 会社 部長 課長 社長 本社 支社 支店 お客様 皆様 各位 様 殿 御中 さん ' +
  '次 下記 以下 上記 不明 以外 通知 配信不能 不達 返答 応答 エラー 警告 注意 利用者 ユーザー ユーザ 登録 会員 お知らせ お問い合わせ 窓口 サポート ' +
  '日本 東京 大阪 名古屋 京都 福岡 北海道 情報 技術 開発 企画 販売 購買 製造 品質 管理 運用 運営 代表 受付 迷惑メール 自動返信 自動応答 元 先 経由 宛';

const ORDINARY = new Set([
  ...`${ENGLISH} ${TECHNICAL} ${JAPANESE}`.split(' '),
  ...Object.values(FIELDS).flatMap((names) =>
    names.flatMap((/** @type {string} */ name) => name.split(/[^\p{L}\p{M}]+/u)),
  ),
]);

/** Is this a word of everyday mail, which names nobody wherever it stands? @param {string} word in lower case */
export function isOrdinary(word) {
  return word.length < 30 && (ORDINARY.has(word) || ORDINARY.has(word.replace(/[-_\d]+$/, '')));
}

/** @param {string} text in lower case */
export function isAllOrdinary(text) {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
  return words.every((word) => isOrdinary(word) || /^[\d]*.$/u.test(word));
}

/** @typedef {'person' | 'sender' | 'subject' | 'identifier' | 'machine'} FieldRole */
/** @typedef {(name: string) => FieldRole | undefined} RoleOf what a field holds, by its name in lower case */

/**
 * What a field holds, by its name: exact names before those with `*`.
 * @param {Fields} fields
 * @returns {RoleOf}
 */
export function fieldRoles(fields) {
  /** @type {Map<string, FieldRole>} */
  const exact = new Map();
  /** @type {{start: string, end: string, role: FieldRole}[]} */
  const open = [];
  for (const role of /** @type {FieldRole[]} */ (['sender', 'person', 'subject', 'identifier', 'machine'])) {
    for (const name of fields[role] || []) {
      const star = name.indexOf('*');
      if (star >= 0) open.push({ start: name.slice(0, star), end: name.slice(star + 1), role });
      else if (!exact.has(name)) exact.set(name, role);
    }
  }
  return (name) => {
    const found = exact.get(name);
    if (found) return found;
    const fits = open.find(
      ({ start, end }) => name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    );
    return fits?.role;
  };
}
