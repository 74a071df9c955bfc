// Words that ordinary mail uses as well. A pattern whose literals are all found here proves nothing and is refused.
// Committed data: the editors' list, kept in alphabetical order.

/** Phrases, folded, without punctuation around them. */
export const COMMON = new Set([
  'access', 'account', 'address', 'address is', 'again', 'an error', 'and', 'are', 'at', 'bad', 'be', 'blocked', 'bounce',
  'by', 'cannot', 'closed', 'code', 'command', 'connection', 'contact', 'content', 'data', 'delayed', 'delivered', 'delivery',
  'delivery failed', 'denied', 'disabled', 'dmarc', 'dkim', 'dns', 'does not exist', 'domain', 'email', 'email address',
  'error', 'exceeded', 'failed', 'failure', 'filter', 'for', 'from', 'full', 'has', 'has been', 'host', 'https', 'in',
  'inactive', 'invalid', 'is', 'is full', 'is not', 'later', 'limit', 'list', 'mail', 'mail from', 'mail server', 'mailbox',
  'message', 'message has', 'more information', 'network', 'no', 'no such', 'not', 'not allowed', 'not exist', 'not found',
  'not valid', 'number', 'of', 'on', 'or', 'over', 'permanent', 'please', 'please contact', 'please see', 'please try',
  'please try again', 'please try again later', 'please visit', 'policy', 'problem', 'query', 'quota', 'rcpt to', 'reason',
  'recipient', 'recipients', 'refused', 'rejected', 'reply', 'requested', 'said', 'see', 'security', 'sender', 'sending',
  'sent', 'server', 'service', 'size', 'smtp', 'sorry', 'spam', 'spf', 'suspended', 'system', 'temporarily', 'temporary',
  'thank you', 'the', 'this', 'this message', 'timed out', 'timeout', 'to', 'too large', 'too many', 'transaction failed',
  'try again', 'try again later', 'unable', 'unable to', 'unavailable', 'undeliverable', 'unknown', 'user', 'users', 'virus',
  'was', 'with', 'you', 'your', 'your email', 'your mail', 'your message',
  'アドレス', 'エラー', 'お知らせ', 'サーバー', 'メール', 'メールアドレス', 'メールが', 'メールサーバー', 'ドメイン', '受信者', '宛先', '配信', '送信', '送信者',
]);
