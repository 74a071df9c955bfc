"""Exchange from 5.5 to Online, IIS SMTP, Outlook.com, Domino and Notes, in the languages that they write."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

OLD = [
    Case("Exchange 5.5", """\
Your message

  To:      taro@example.com
  Subject: The zebra crossing is closed
  Sent:    Mon, 2 Nov 2026 10:00:00 +0900

did not reach the following recipient(s):

taro@example.com on Mon, 2 Nov 2026 10:00:05 +0900
    The recipient name is not recognized; unknown user
    MSEXCH:IMS:Example:SITE:MAIL 0 (000C05A6) Unknown Recipient

""" + ORIGINAL, {TARO: "unknown"}),
    Case("Exchange 2003", """\
Your message did not reach some or all of the intended recipients.

      Subject:	The zebra crossing is closed
      Sent:	2026/11/02 10:00

The following recipient(s) could not be reached:

      taro@example.com on 2026/11/02 10:00
            There was a SMTP communication problem with the recipient's email server.
            <mail.example.jp #5.5.0 smtp;552 5.2.2 Mailbox is full>
      jiro@example.org on 2026/11/02 10:00
            The e-mail account does not exist at the organization this message was sent to.
            <mail.example.jp #5.1.1 smtp;550 5.1.1 User unknown>
""", {TARO: "full", JIRO: "unknown"}),
    Case("Exchange 2003 in Japanese", """\
このメールは、受信者全員または一部に届きませんでした。

      件名:	The zebra crossing is closed
      送信日時:	2026/11/02 10:00

以下の受信者にメールを配信できません:

      taro@example.com 、2026/11/02 10:00
            電子メール アカウントは、メッセージの送信先の組織に存在しません。
            <mail.example.jp #5.1.1 smtp;550 5.1.1 User unknown>
""", {TARO: "unknown"}),
    Case("IIS SMTP", """\
This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       taro@example.com


Reporting-MTA: dns;mail.example.jp
Received-From-MTA: dns;client.example.jp
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900

Final-Recipient: rfc822;taro@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp;550 User unknown

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.jp"),
    Case("IIS SMTP, delayed", """\
This is an automatically generated Delivery Status Notification.

THIS IS A WARNING MESSAGE ONLY.

YOU DO NOT NEED TO RESEND YOUR MESSAGE.

Delivery to the following recipients has been delayed.

       taro@example.com

Final-Recipient: rfc822;taro@example.com
Action: delayed
Status: 4.4.7
Will-Retry-Until: Tue, 3 Nov 2026 10:00:00 +0900
Diagnostic-Code: smtp;452 Mailbox is full
""", {TARO: "full"}, kind="delay"),
    Case("Domino", """\
Your message

  Subject: The zebra crossing is closed

was not delivered to:

  taro@example.com

because:

  User taro (taro@example.com) not listed in the directory

""", {TARO: "unknown"}),
    Case("Domino in Japanese", """\
Your message

  Subject: The zebra crossing is closed

was not delivered to:

  taro@example.com

because:

  ユーザー taro (taro@example.com) は Domino ディレクトリには見つかりません。
""", {TARO: "unknown"}),
    Case("Domino, the answer of a router", """\
Your message

  Subject: The zebra crossing is closed

was not delivered to:

  taro@example.com

because:

  Error transferring to MX.EXAMPLE.COM; SMTP Protocol Returned a Permanent Error 550 5.1.1 User unknown
""", {TARO: "unknown"}),
    Case("Notes SMTP MTA", """\
------- Failure Reasons  --------

Unknown user
taro@example.com

------- Returned Message --------

""" + ORIGINAL, {TARO: "unknown"}),
]  # fmt: skip

SERVER = [
    Case("Exchange 2007", """\
Delivery has failed to these recipients or distribution lists:

taro@example.com
The recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver this message for you.

________________________________

Diagnostic information for administrators:

Generating server: mail.example.jp

taro@example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user ##

Original message headers:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.jp"),
    Case("Exchange 2010, two causes", """\
Delivery has failed to these recipients or groups:

Taro Suzuki (taro@example.com)<mailto:taro@example.com>
The e-mail address you entered couldn't be found. Please check the recipient's e-mail address.

jiro@example.org<mailto:jiro@example.org>
The recipient's mailbox is full and can't accept messages now.

Diagnostic information for administrators:

Generating server: mail.example.jp

taro@example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user ##

jiro@example.org
mx.example.org #<mx.example.org #5.2.2 smtp;552 5.2.2 Mailbox is full> #SMTP#

Original message headers:

""" + ORIGINAL, {TARO: "unknown", JIRO: "full"}, reporting="mail.example.jp"),
    Case("Exchange 2013", """\
Delivery has failed to these recipients or groups:

taro@example.com<mailto:taro@example.com>
Your message wasn't delivered because the recipient's email provider rejected it.

Diagnostic information for administrators:

Generating server: mail.example.jp
Receiving server: mx.example.com (192.0.2.25)

taro@example.com
Remote Server at mx.example.com (192.0.2.25) returned '554 5.7.1 This looks like spam to us'

Original message headers:

""" + ORIGINAL, {TARO: "spam"}, reporting="mail.example.jp", remote="mx.example.com"),
    Case("Exchange 2016, expired behind the last answer", """\
Delivery has failed to these recipients or groups:

taro@example.com<mailto:taro@example.com>
Several attempts to deliver your message were unsuccessful and we stopped trying.

Diagnostic information for administrators:

Generating server: mail.example.jp

taro@example.com
Remote Server at example.com (192.0.2.25) returned '550 5.4.7 QUEUE.Expired; Message expired'
2026/11/02 10:00:00 - Remote Server at example.com (192.0.2.25) returned '451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection timed out."'

Original message headers:

""" + ORIGINAL, {TARO: "silent"}, second="expired"),
    Case("Exchange, delayed", """\
Delivery is delayed to these recipients or groups:

taro@example.com<mailto:taro@example.com>

Subject: The zebra crossing is closed

This message hasn't been delivered yet. Delivery will continue to be attempted.

The server will keep trying to deliver this message for the next 1 days, 19 hours and 52 minutes. You'll be notified if the message can't be delivered by that time.

Diagnostic information for administrators:

Generating server: mail.example.jp
Receiving server: mx.example.com (192.0.2.25)

taro@example.com
Remote Server at mx.example.com (192.0.2.25) returned '452 4.2.2 Mailbox is full'

Original message headers:

""" + ORIGINAL, {TARO: "full"}, kind="delay", remote="mx.example.com"),
    Case("Exchange in Japanese", """\
次の受信者またはグループへの配信に失敗しました:

taro@example.com<mailto:taro@example.com>
入力した電子メール アドレスが見つかりませんでした。受信者の電子メール アドレスを確認して、メッセージを再送信してください。

管理者向けの診断情報:

生成サーバー: mail.example.jp

taro@example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user ##

元のメッセージ ヘッダー:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.jp"),
    Case("Exchange in German", """\
Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

taro@example.com<mailto:taro@example.com>
Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.

Diagnoseinformationen für Administratoren:

Generierender Server: mail.example.de

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user'

Ursprüngliche Nachrichtenkopfzeilen:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.de"),
    Case("Exchange in French", """\
Échec de la remise pour ces destinataires ou groupes :

taro@example.com<mailto:taro@example.com>
L'adresse de messagerie que vous avez entrée est introuvable.

Informations de diagnostic pour les administrateurs :

Serveur de génération : mail.example.fr

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user'

En-têtes de message d'origine :

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.fr"),
    Case("Exchange in Spanish", """\
Error de entrega a estos destinatarios o grupos:

taro@example.com<mailto:taro@example.com>
No se encontró la dirección de correo electrónico.

Información de diagnóstico para administradores:

Servidor de generación: mail.example.es

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user'

Encabezados de mensajes originales:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.es"),
    Case("Exchange in Italian", """\
Recapito non riuscito per i seguenti destinatari o gruppi:

taro@example.com<mailto:taro@example.com>
Impossibile trovare l'indirizzo di posta elettronica immesso.

Informazioni di diagnostica per gli amministratori:

Server di generazione: mail.example.it

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user'

Intestazioni originali del messaggio:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.it"),
    Case("Exchange in Portuguese", """\
Falha na entrega a estes destinatários ou grupos:

taro@example.com<mailto:taro@example.com>
Não foi possível localizar o endereço de email inserido.

Informações de diagnóstico para administradores:

Gerando servidor: mail.example.pt

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; unknown user'

Cabeçalhos de mensagem originais:

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.pt"),
]  # fmt: skip

ONLINE_TAIL = """\

Message Hops

HOP  TIME (UTC)             FROM                 TO                       WITH   RELAY TIME
1    11/2/2026 1:00:00 AM   mail.example.jp      a.prod.example.com       mapi   *
2    11/2/2026 1:00:01 AM   a.prod.example.com   b.prod.example.com       SMTP   1 sec

Original Message Headers

"""

ONLINE = [
    Case("Exchange Online", """\
Your message to taro@example.com couldn't be delivered.

taro wasn't found at example.com.

hanako	Office 365	taro
Action Required		Recipient
Unknown To address

How to Fix It
The address may be misspelled or may not exist. Try one or more of the following:

  *   Send the message again following these steps: In Outlook, open this non-delivery report (NDR) and choose Send Again from the Report ribbon.
  *   Contact the recipient (by phone, for example) to check that the address exists and is correct.

Was this helpful? Send feedback to Microsoft.
________________________________

More Info for Email Admins
Status code: 550 5.1.10

This error occurs because the sender sent a message to an email address hosted by Office 365 but the address is incorrect or does not exist at the destination domain.

Original Message Details
Created Date:	11/2/2026 1:00:00 AM
Sender Address:	hanako@example.jp
Recipient Address:	taro@example.com
Subject:	The zebra crossing is closed

Error Details
Reported error:	550 5.1.10 RESOLVER.ADR.RecipientNotFound; unknown user by SMTP address lookup
DSN generated by:	a.prod.example.com
""" + ONLINE_TAIL + ORIGINAL, {TARO: "unknown"}, reporting="a.prod.example.com"),
    Case("Exchange Online, refused elsewhere", """\
Your message to taro@example.com couldn't be delivered.

example.com suspects your message is spam and rejected it.

Error Details
Error:	554 5.7.1 This looks like spam to us
Message rejected by:	mx.example.com
""" + ONLINE_TAIL + ORIGINAL, {TARO: "spam"}, remote="mx.example.com"),
    Case("Exchange Online, remote server in the table", """\
Your message to taro@example.com couldn't be delivered.

Original Message Details
Created Date:	11/2/2026 1:00:00 AM
Sender Address:	hanako@example.jp
Recipient Address:	taro@example.com
Subject:	The zebra crossing is closed

Error Details
Reported error:	552 5.2.2 Mailbox is full
DSN generated by:	a.prod.example.com
Remote server:	mx.example.com
""" + ONLINE_TAIL + ORIGINAL, {TARO: "full"}, reporting="a.prod.example.com", remote="mx.example.com"),
    Case("Exchange Online in Japanese", """\
taro@example.com へのメッセージを配信できませんでした。

taro が example.com に見つかりませんでした。

hanako	Office 365	taro
要処理		受信者
不明な宛先アドレス

修正方法
アドレスに誤りがあるか、アドレスが存在しない可能性があります。次の方法を 1 つ以上お試しください。

電子メール管理者向けの詳細情報
状態コード: 550 5.1.10

元のメッセージの詳細
作成日:	2026/11/02 1:00:00
送信者のアドレス:	hanako@example.jp
受信者のアドレス:	taro@example.com
件名:	The zebra crossing is closed

エラーの詳細
報告されたエラー:	550 5.1.10 RESOLVER.ADR.RecipientNotFound; unknown user by SMTP address lookup
DSN の生成元:	a.prod.example.com

メッセージ ホップ

元のメッセージのヘッダー

""" + ORIGINAL, {TARO: "unknown"}, reporting="a.prod.example.com"),
    Case("Exchange Online in German", """\
Ihre Nachricht an taro@example.com konnte nicht zugestellt werden.

taro wurde unter example.com nicht gefunden.

Weitere Informationen für E-Mail-Administratoren
Statuscode: 550 5.1.10

Details der ursprünglichen Nachricht
Absenderadresse:	hanako@example.jp
Empfängeradresse:	taro@example.com
Betreff:	The zebra crossing is closed

Fehlerdetails
Gemeldeter Fehler:	550 5.1.10 RESOLVER.ADR.RecipientNotFound; unknown user by SMTP address lookup
DSN generiert von:	a.prod.example.com

Ursprüngliche Nachrichtenkopfzeilen

""" + ORIGINAL, {TARO: "unknown"}, reporting="a.prod.example.com"),
    Case("Exchange Online in French", """\
Votre message à taro@example.com n'a pas pu être remis.

taro est introuvable à l'adresse example.com.

Informations supplémentaires pour les administrateurs de messagerie
Code d'état : 550 5.1.10

Adresse de l'expéditeur :	hanako@example.jp
Adresse du destinataire :	taro@example.com
Objet :	The zebra crossing is closed

Détails de l'erreur
Erreur signalée :	550 5.1.10 RESOLVER.ADR.RecipientNotFound; unknown user by SMTP address lookup
DSN généré par :	a.prod.example.com

En-têtes du message d'origine

""" + ORIGINAL, {TARO: "unknown"}, reporting="a.prod.example.com"),
    Case("Exchange Online in Spanish", """\
No se pudo entregar el mensaje a taro@example.com.

No se encontró a taro en example.com.

Más información para los administradores de correo electrónico
Código de estado: 550 5.1.10

Dirección del remitente:	hanako@example.jp
Dirección del destinatario:	taro@example.com
Asunto:	The zebra crossing is closed

Detalles del error
Error comunicado:	550 5.1.10 RESOLVER.ADR.RecipientNotFound; unknown user by SMTP address lookup
DSN generado por:	a.prod.example.com

Encabezados de mensaje originales

""" + ORIGINAL, {TARO: "unknown"}, reporting="a.prod.example.com"),
]  # fmt: skip

CASES = [*OLD, *SERVER, *ONLINE]


test_read, test_mangled = read_and_mangled(CASES)
