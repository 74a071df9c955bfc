"""One fault for each thing that the checks find: what is changed in the good catalogue, and what is said about it."""

from typing import NamedTuple

FULL = "articles/general/general-mailbox-full.yaml"
REPUTATION = "articles/general/general-reputation-blocked.yaml"
BLOCKED = "articles/acme/acme-blocked-ip.yaml"
ACME = "providers/acme.yaml"
HOST = "hosts/hosting.yaml"
POSTFIX = "reporters/postfix.yaml"
REPLY, STATUS, WORDS = "codes/reply.yaml", "codes/status.yaml", "vocabulary.yaml"
FIELDS, DAEMONS, SUBJECTS = "words/fields.yaml", "words/daemons.yaml", "words/subjects.yaml"
REDACTION = "words/redaction.yaml"
ORDER, STATES = "concepts/order.yaml", "concepts/states.yaml"


class Fault(NamedTuple):
    """In `file`, `old` becomes `new`; then `check` complains about the line with `at` and says `mend`."""

    check: str
    file: str
    old: str
    new: str
    at: str
    mend: str


# What the loader refuses.
LOADER = [
    Fault("yaml", FULL, "fixers: [recipient]", "fixers: [recipient", "first: recipient", "missing quote"),
    Fault("yaml", FULL, "provider: general", "provider: &x general\nsee_also: [*x]", "&x", "Write the value out"),
    Fault("yaml", REPLY, "- code: '550'", "- 550: x", "550: x", "Put the key in quotes"),
    Fault("yaml", REPLY, "checked: 2026-01-15", "checked: 2026-13-01", "2026-13-01", "in quotes"),
    Fault("yaml", REPLY, "kind: reply", "kind: !!python/name:os.system reply", "os.system", "in quotes"),
    Fault("duplicate-key", FULL, "stage: mailbox", "stage: mailbox\nstage: recipient", "stage: recipient", "Keep one"),
    Fault("overlay", FULL, "stage: mailbox", "overrides: true\nstage: mailbox", "overrides", "Remove `overrides`"),
    Fault("shape", FULL, "stage: mailbox", "stgae: mailbox", "stgae", "Write `stage`"),
    Fault("shape", FULL, "stage: mailbox\n", "", "id: general-mailbox-full", "Add it"),
    Fault("shape", FULL, "reply: ['552'],", "reply: [552],", "[552]", "'552'"),
    Fault("shape", FULL, "reply: ['552'],", "reply: ['5522'],", "'5522'", "three digits"),
    Fault("shape", FULL, "fixers: [recipient]", "fixers: recipient", "fixers: recipient", "Write [a, b]"),
    Fault("shape", FULL, "fixers: [recipient]", "fixers: []", "fixers: []", "at least one"),
    Fault("shape", FULL, "en: There is no room.}", "en: ''}", "en: ''}", "Write the text"),
    Fault("shape", FULL, ", en: The recipient's mailbox is full}", "}", "title:", "Add it"),
    Fault("shape", FULL, "{ja: 空きがありません。, en: There is no room.}", "No room.", "No room.", "the keys ja, en"),
    Fault("shape", FULL, "checked: 2026-01-15", "checked: '2026-01-15'", "checked: '2026", "without quotes"),
    Fault("shape", FULL, "supports: [codes]", "supports: [names]", "supports: [names]", "one of these words"),
    Fault("shape", FULL, "when: {reply: '552'}", "when: {reply: '552', replies: x}", "replies", "Write `reply`"),
    Fault("shape", ACME, "kind: mailbox", "kind: mailhost", "kind: mailhost", "one of these words"),
    Fault("shape", ACME, "domains: [acme-mail.com]", "domains: ['acme@mail.com']", "acme@mail", "mx.example.jp"),
    Fault("shape", REPLY, "kind: reply", "kind: replies", "kind: replies", "one of these words"),
    Fault("shape", STATUS, "- code: X.2.2", "- code: 5.2", "code: 5.2", "'5.2'"),
    Fault("shape", STATUS, "usual: acme-blocked-ip", "usual:  # nothing", "# nothing", "Write one text"),
    Fault("shape", WORDS, "    article: general-mailbox-full\n", "", "- id: mailbox-full", "Add it"),
    # A range that runs downwards holds no code, and so loses them all.
    Fault("shape", STATUS, "5.7.600-5.7.649", "5.7.649-5.7.600", "code: 5.7.649", "Write `5.7.600-5.7.649`"),
    Fault("shape", STATUS, "5.7.600-5.7.649", "5.7.600-5.8.649", "code: 5.7.600", "one range for each group"),
    Fault("shape", BLOCKED, "'5.7.600-5.7.649'", "'5.7.649-5.7.600'", "'5.7.649", "Write `5.7.600-5.7.649`"),
    Fault("shape", FULL, "{reply: '552'}", "{status: '5.2.9-5.2.2'}", "5.2.9-5.2.2", "Write `5.2.2-5.2.9`"),
    # Characters that nobody sees, written as they are or as their escape.
    Fault("shape", FULL, "The recipient's mailbox is full", '"\\e[31mFull"', "title:", "Remove them"),
    Fault("shape", FULL, "The recipient's mailbox is full", '"Full\\0"', "title:", "Remove them"),
    Fault("shape", FULL, "There is no room.", "There is \u202eno room.", "summary:", "Remove them"),
    Fault("shape", FULL, "jp>: mailbox is full", "jp>: mailbox\u200b is full", "552 5.2.2 <taro", "Remove them"),
    Fault("shape", FULL, '"mailbox (is|)', '"\\uFFFFmailbox (is|)', "uFFFFmailbox", "Remove them"),
    Fault("shape", ACME, "[Acme Mail Shield]", "[Acme\u2060Mail]", "names:", "Remove them"),
    # Longer than anybody needs.
    Fault("shape", FULL, "The recipient's mailbox is full", "Full " * 50, "title:", "Shorten it"),
    Fault("shape", FULL, "There is no room.", "No room. " * 500, "summary:", "Shorten it"),
    Fault("shape", FULL, '"mailbox (is|)', '"' + "mailbox " * 22_000 + "(is|)", "(is|)", "Shorten it"),
    Fault("shape", FULL, "id: general-mailbox-full", f"id: general{'-full' * 20}", "id: general", "Shorten it"),
    Fault("shape", FULL, "[general-quota]", "[index]", "formerly", "another id"),
    Fault("shape", ACME, "'*.acme-mail.com'", "'*.Acme-Mail.com'", "hosts:", "Write `*.acme-mail.com`"),
    Fault("yaml", FULL, "codes: {reply", "codes: !!python/object:os.system {reply", "os.system", "Remove the tag"),
    Fault("shape", FIELDS, "{name: received", "{name: Received", "Received", "Write `received`"),
    Fault("shape", FIELDS, "{name: x-*-error", "{name: x-*err*", "x-*err*", "at most one `*`"),
    Fault("shape", FIELDS, "[technical, mail]", "[technical, post]", "[technical, post]", "one of these words"),
    Fault("shape", FIELDS, "de: [Von]", "dk: [Fra]", "dk: [Fra]", "one of these words"),
    Fault("shape", DAEMONS, "names: [mail delivery]\n", "", "addresses:", "Add it"),
    Fault("shape", SUBJECTS, "start: true", "start: 'true'", "start: 'true'", "without quotes"),
    Fault("shape", REDACTION, "[message-id]", "['x-*-id-*']", "x-*-id-*", "at most one `*`"),
]

# What the checks find without the engine.
SHAPES = [
    Fault("file-name", BLOCKED, "id: acme-blocked-ip", "id: acme-blocked", "id:", "Call the file acme-blocked.yaml"),
    Fault("provider-folder", REPUTATION, "provider: general", "provider: acme", "provider:", "articles/acme/"),
    Fault("unique-id", FULL, "[general-quota]", "[acme-blocked-ip]", "formerly", "another id"),
    Fault("unique-id", WORDS, "{id: mailbox,", "{id: recipient,", "ja: 保存", "Keep one"),
    Fault("known-words", FULL, "reason: mailbox-full", "reason: mailbox-ful", "reason:", "Did you mean `mailbox-full`"),
    Fault("known-words", FULL, "permanence: transient", "permanence: soft", "permanence:", "Known are permanent"),
    Fault("known-words", FULL, "{reply: '552'}", "{stage: data}", "{stage: data}", "Known are"),
    Fault("links", FULL, "[general-reputation-blocked]", "[general-reputation-blocks]", "see_also", "Did you mean"),
    Fault("links", FULL, "[general-reputation-blocked]", "[general-mailbox-full]", "see_also", "another article"),
    Fault("links", FULL, "belongs_to: acme-blocked-ip", "belongs_to: acme-other", "acme-other", "write its file"),
    Fault("links", FULL, "{reply: '552'}", "{provider: elsewhere}", "elsewhere", "write its file"),
    Fault("links", WORDS, "article: general-mailbox-full", "article: acme-blocked-ip", "article: acme", "general art"),
    Fault("links", REPLY, "usual: general-mailbox-full", "usual: general-mailbox-ful", "usual: gen", "Did you mean"),
    Fault("links", REPLY, "provider: general", "provider: generic", "provider:", "write its file"),
    Fault("fixers", FULL, "fixers: [recipient]", "fixers: [recipient, sender]", "fixers", "`who: sender`"),
    Fault("fixers", FULL, "- who: recipient", "- who: sender", "- who: sender", "Add `sender` to `fixers`"),
    Fault("parity", FULL, " of **{recipient}**", "", 'do: {ja: "**', "Put it in en too"),
    Fault("parity", FULL, "`INBOX` of", "inbox of", 'do: {ja: "**', "take it out of ja"),
    Fault("parity", FULL, "    2. 送り直します。\n", "", "en: |", "same numbered steps"),
    Fault(
        "parity",
        BLOCKED,
        "page](https://www.acme-mail.com/delist)",
        "page](https://www.acme-mail.com/)",
        'en: "File',
        "en",
    ),
    Fault("placeholders", FULL, "ja: 待ってから送り直します。", 'ja: "{recipent}"', "{recipent}", "`{recipient}`?"),
    Fault("placeholders", FULL, '"Wait, then', '"} Wait, then', "} Wait", "braces are kept for placeholders"),
    Fault(
        "placeholders",
        BLOCKED,
        "[delisting page](https://www.acme-mail.com/delist)",
        "{[delisting page](https://www.acme-mail.com/{sender_ip})}",
        "{[delisting",
        "braces are kept for placeholders",
    ),
    Fault(
        "placeholders", FULL, "The recipient's mailbox is full", '"In {recipient}"', "title:", "without a placeholder"
    ),
    Fault("placeholders", ACME, "en: Ask for removal.", 'en: "{sender_ip}"', "{sender_ip}", "without a placeholder"),
    Fault(
        "placeholders",
        BLOCKED,
        "page](https://www.acme-mail.com/",
        "page](https://www.acme-mail.com/{sender_ip}/",
        "page](",
        "Link to the page itself",
    ),
    Fault("holes", BLOCKED, "[{sender_ip:ip}]", "[{senders_ip:ip}]", "{senders_ip:ip}", "Known are sender_ip"),
    Fault("holes", BLOCKED, "[{sender_ip:ip}]", "[{sender_ip:host}]", "{sender_ip:host}", "Write `{sender_ip:ip}`"),
    Fault(
        "holes", BLOCKED, "values: {sender_ip: 203.0.113.7}", "values: {ip: 203.0.113.7}", "{ip:", "Known are sender_ip"
    ),
    Fault("known-codes", FULL, "reply: ['552'],", "reply: ['553'],", "'553'", "add it with its meaning"),
    Fault("known-codes", BLOCKED, "'5.7.600-5.7.649'", "'5.7.600-5.7.650'", "5.7.650", "add it with its meaning"),
    Fault("known-codes", BLOCKED, "vendor: [ACM042]", "vendor: ['550']", "vendor: ['550']", "add it with its meaning"),
    Fault("code-lists", REPLY, "- code: '552'", '- code: "550"', '"550"', "Keep one"),
    Fault("code-lists", STATUS, "    classes: ['4', '5']\n", "", "code: X.2.2", "Add `classes:"),
    Fault("code-lists", STATUS, "usual: {'4': none, '5'", "usual: {'2': none, '5'", "code: X.2.2", "for each class"),
    Fault("sources", FULL, "https://www.rfc-editor.org", "http://www.rfc-editor.org", "http://", "from https:// on"),
    Fault("sources", FULL, "checked: 2026-01-15", "checked: 2027-01-15", "2027-01-15", "not later than 2026-11-24"),
    Fault("sources", ACME, "url: https://www.acme-mail.com/delist", "url: acme-mail.com", "url: acme", "full address"),
    Fault("markup", FULL, '"Wait, then', '"<br>Wait, then', "<br>", "Say it in Markdown"),
    Fault("markup", FULL, '"Wait, then', '"Wait&nbsp;and then', "&nbsp;", "Say it in Markdown"),
    Fault("markup", BLOCKED, "page](https://www", "page](http://www", "page](http://", "Link to an https page"),
    Fault("markup", BLOCKED, "page](https://www", "page](javascript:www", "page](java", "Link to an https page"),
    Fault(
        "markup", BLOCKED, "page](https://www", "page](https://www .", "page](https://www .", "Link to an https page"
    ),
    Fault("markup", BLOCKED, "page](https://www", "page](https://a.example/?a&amp;b", "&amp;b", "Say it in Markdown"),
    Fault("markup", BLOCKED, "page](https://www", "page][1] (https://www", "page][1]", "Write [words](https://...)"),
    Fault("markup", BLOCKED, "en: Ask for removal of", "en: Ask for **removal** of", "**removal**", "plain text"),
    Fault("markup", FULL, "The recipient's mailbox is", "The **mailbox** is", "title:", "Write plain text"),
    Fault("markup", BLOCKED, "[delisting page](", "![delisting page](", "![delisting", "without the mark"),
    Fault("links", FULL, "[general-reputation-blocked]", "[general-quota]", "see_also", "Write `general-mailbox-full`"),
    Fault("hosts", ACME, "'*.acme-mail.com'", "'*.com'", "hosts:", "the provider registered"),
    Fault("hosts", ACME, "'*.acme-mail.com'", "'*.co.jp'", "hosts:", "the provider registered"),
    Fault("hosts", ACME, "[acme-mail.com]", "[acme]", "domains:", "the provider registered"),
    Fault("hosts", ACME, "'*.acme-mail.com'", "'192.0.2.25'", "hosts:", "name of the host"),
    Fault(
        "addresses",
        BLOCKED,
        "page](https://www.acme-mail.com/",
        "page](https://acme-mail.com@example.com/",
        "page](",
        "`example.com`",
    ),
    Fault(
        "addresses",
        BLOCKED,
        "page](https://www.acme-mail.com/",
        "page](https://www.\u0430cme-mail.com/",
        "page](",
        "in ASCII",
    ),
    Fault(
        "addresses", BLOCKED, "page](https://www.acme-mail.com/", "page](https://127.0.0.1/", "page](", "Name a host"
    ),
    Fault(
        "addresses",
        BLOCKED,
        "removal of {sender_ip} at https://www.acme-mail.com/",
        "removal of {sender_ip} at https://2130706433/",
        "en: Ask for",
        "Name a host",
    ),
    Fault(
        "addresses",
        FULL,
        "url: https://www.rfc-editor.org/",
        "url: https://rfc-editor.org:x@example.com/",
        "rfc-editor.org:x",
        "the host alone",
    ),
    Fault(
        "addresses",
        ACME,
        "url: https://www.acme-mail.com/delist",
        'url: "https://[2001:db8::1]/delist"',
        "2001",
        "Name a host",
    ),
    Fault("reserved-ids", FULL, "[general-quota]", "[none]", "formerly", "another id"),
    Fault("reserved-ids", ACME, "id: acme", "id: general", "id:", "another id"),
    Fault("reserved-ids", WORDS, "{id: mailbox,", "{id: unknown,", "ja: 保存", "another id"),
    Fault("repeated", FULL, "fixers: [recipient]", "fixers: [recipient, recipient]", "fixers", "Remove one"),
    Fault(
        "repeated",
        FULL,
        "fixers: [recipient]",
        "fixers: [recipient]\nalso_reasons: [mailbox-full]",
        "also_",
        "`also_reasons`",
    ),
    Fault(
        "unused",
        WORDS,
        "placeholders:\n",
        "placeholders:\n  - {id: reference, hole: word, unknown: {ja: 人, en: one}}\n",
        "id: reference, hole",
        "Use it in an article",
    ),
    Fault(
        "mail-words",
        REDACTION,
        "[mailer-daemon, postmaster]",
        "[postmaster, postmaster]",
        "[postmaster, post",
        "Keep one",
    ),
    Fault("mail-words", SUBJECTS, "[a, an, the]", "[a, an, an]", "mentioned_behind", "Keep one"),
    Fault(
        "letters", FULL, "    {recipient} has no room.\n", "    {recipient} ( ) has no room.\n", "en: |", "Word it so"
    ),
    Fault("letters", FULL, "    {recipient} に空き", "    宛先の {recipient} に空き", "ja: |", "leave the noun out"),
    Fault("letters", FULL, "    {recipient} has", "    The recipient {recipient} has", "en: |", "in brackets"),
    Fault("letters", FULL, "    {recipient} has", "    [ask] {recipient} has", "en: |", "line with [we]"),
    Fault(
        "letters",
        FULL,
        "    {recipient} has",
        "    [we] We look into it.\n    [ask] Ask.\n    {recipient} has",
        "en: |",
        "in both languages",
    ),
    Fault("sources", HOST, "url: https://www", "url: http://www", "url: http", "from https:// on"),
    Fault("addresses", HOST, "https://www.hosting.example/", "https://a:b@hosting.example/", "url:", "the host alone"),
    Fault("file-name", HOST, "id: hosting", "id: hosted", "id:", "Call the file hosted.yaml"),
    Fault("next-step", FULL, "first: recipient", "first: sender", "first:", "add it to `fixers`"),
    Fault("next-step", FULL, "  copy: recipient", "  copy: provider", "copy: provider", "under `forward`"),
    Fault("next-step", FULL, "  copy: recipient", "  open: https://example.com/", "open: https", "in a step"),
    Fault(
        "next-step",
        FULL,
        "  copy: recipient",
        "  copy: recipient\n  open: https://www.rfc-editor.org/",
        "next:",
        "Keep",
    ),
    Fault("next-step", FULL, "  recipient: {ja: 空け", "  provider: {ja: 空け", "fixers:", "under `forward`"),
    Fault("next-step", FULL, '"Wait, then', '"Ask your hosting company, then', "id:", "under `host`"),
    Fault("style", FULL, "ja: 空きがありません。, en", "ja: 宛先の人に空きがありません。, en", "summary:", "相手の方"),
    Fault("style", FULL, "Send it again.\n", "Send a mail again.\n", "en: |", "an email"),
    Fault("style", FULL, "ja: 戻らなければ成功です。", "ja: 戻ってきません。", "ja: 戻って", "なければ成功"),
    Fault("asked", FULL, "general-mailbox-full い", "General-Mailbox-Full  あ", "Full  あ", "this one only"),
    Fault("asked", FULL, "general-mailbox-full a,", "acme-blocked-ip A,", "acme-blocked-ip A", "this one only"),
    Fault(
        "shape",
        FULL,
        "en: It was refused}",
        "en: It was refused and nobody knows why it had to be so}",
        "headline",
        "fewer",
    ),
    Fault("mail-words", FIELDS, "name: subject", "name: received", "{name: received, roles", "Keep one"),
    Fault("mail-words", FIELDS, "name: subject", "name: subject\n    labels: {es: [de]}", "[de]", "Keep one"),
    Fault("mail-words", DAEMONS, "[mail delivery]", "[mail delivery, Mail Delivery]", "names:", "Keep one"),
    Fault("mail-words", SUBJECTS, "text: automatic", "text: Failure Notice", "Failure Notice", "Keep one"),
]

# What only the engine can tell.
ENGINE = [
    Fault("frames", POSTFIX, "says: [answer-ends]", "says: [recipient]", "in reply to", "Write the hole"),
    Fault("frame-examples", POSTFIX, "frames:\n", "frames:\n  - {text: 'no such words'}\n", "no such", "Add a report"),
    Fault(
        "frame-examples",
        POSTFIX,
        "frames:\n",
        "log_marks:\n  - {text: '==', kind: delay}\nframes:\n",
        "'=='",
        "Add such a log",
    ),
    Fault("reports", POSTFIX, "kind: bounce", "kind: delay", "- name:", "Mend the frames"),
    Fault("patterns", FULL, '"mailbox (is|) (full|over quota)"', '"{word} mail"', '"{word} mail"', "."),
    Fault(
        "pattern-examples",
        FULL,
        '"mailbox (is|) (full|over quota)"',
        '"mailbox (is|) (full|over quota)"\n  - "no room in the inn"',
        "no room in the inn",
        "Add an example",
    ),
    Fault(
        "pattern-examples",
        FULL,
        "{reply: '552'}",
        "{reply: '550'}",
        "quota exceeded for",
        "mend the pattern (and its `when`)",
    ),
    Fault("concept-order", FULL, "says:", "says:\n  - {id: fuller, of: [mailbox]}", "fuller", "order.yaml"),
    Fault("concept-order", FULL, "is: [full]", "is: [fool]", "is: [fool]", "states.yaml"),
    Fault("concept-order", ORDER, "[full]", "[full, empty]", "empty", "Remove it"),
    Fault("concept-order", ORDER, "[full]", "[full, full]", "full, full", "Remove one"),
    Fault("concept-order", STATES, "classes:", "classes:\n  - {id: empty, words: {en: [empty]}}", "empty", "Name it"),
    Fault("concept-examples", FULL, '  - "552 5.2.2 a full mailbox"\n', "", "id: full", "Add examples"),
    Fault("shadowed", FULL, "552 5.2.2 <taro@example.jp>: mailbox is", "550 letter box", "letter box", "Add a pattern"),
    Fault(
        "shadowed",
        FULL,
        "<taro@example.jp>: mailbox is full",
        "mailbox full, rejected for the poor reputation of your server",
        "of your server",
        "covers more of the example's words",
    ),
    Fault(
        "example-values",
        BLOCKED,
        "values: {sender_ip: 203.0.113.7}",
        "values: {sender_ip: 203.0.113.8}",
        "113.8",
        "the hole",
    ),
    Fault(
        "near-misses",
        FULL,
        "belongs_to: acme-blocked-ip",
        "belongs_to: general-reputation-blocked",
        "550 5.7.606",
        "right article",
    ),
    Fault(
        "near-misses",
        BLOCKED,
        'text: "552 5.2.2 mailbox full"',
        'text: "Access denied, blocked address [203.0.113.9]"',
        "113.9",
        "narrower",
    ),
    Fault("documentation-names", FULL, "taro@example.jp", "taro@example.de", "taro@", "example.jp"),
    Fault(
        "documentation-names", FULL, "taro@example.jp", "taro@acme-mail.com", "taro@", "one with `example` before the @"
    ),
    Fault("documentation-names", BLOCKED, "[192.0.2.25]", "[8.8.4.4]", "text: |", "192.0.2.x"),
    Fault("documentation-names", BLOCKED, "[2001:db8::25]", "[2001:dba::25]", "2001:dba", "2001:db8::x"),
    Fault("documentation-names", BLOCKED, "mx1.acme-mail.com", "mx1.acme-mail.net", "text: |", "*.example"),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions: [{check: links, reason: why, until: 2026-12-01}]\nsee_also:",
        "exceptions",
        "Remove the exception",
    ),
    Fault(
        "exceptions",
        FULL,
        "see_also:",
        "exceptions: [{check: shape, reason: why, until: 2026-12-01}]\nsee_also:",
        "exceptions",
        "Take one of",
    ),
]
