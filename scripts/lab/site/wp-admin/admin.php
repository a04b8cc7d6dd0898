<?php

/**
 * A screen as mail plugins have it: sends one mail with PHPMailer and shows its debug output.
 *
 *   ?scenario=sent|wrong-password|recipient-refused|connection-refused|greylisted|untrusted-certificate
 *   &debug=1…4   &output=html|echo   &shape=pre|br|textarea|table|modal|later   &theme=light|dark
 *
 * The lab's ports come in the environment variable SMTP_LENS_LAB (JSON).
 */

declare(strict_types=1);

use PHPMailer\PHPMailer\Exception;
use PHPMailer\PHPMailer\PHPMailer;

$lab = json_decode((string) getenv('SMTP_LENS_LAB'), true, 4, JSON_THROW_ON_ERROR);
require $lab['phpmailer'];

/** @param list<string> $allowed the first one is the default */
function choice(string $name, array $allowed): string
{
    $asked = $_GET[$name] ?? '';
    return in_array($asked, $allowed, true) ? $asked : $allowed[0];
}

$scenario = choice('scenario', ['sent', 'wrong-password', 'recipient-refused', 'connection-refused', 'greylisted', 'untrusted-certificate']);
$debug = (int) choice('debug', ['2', '1', '3', '4']);
$output = choice('output', ['html', 'echo']);
$shape = choice('shape', [$output === 'html' ? 'br' : 'pre', 'pre', 'br', 'textarea', 'table', 'modal', 'later']);
$theme = choice('theme', ['light', 'dark']);

$mail = new PHPMailer(true);
$mail->isSMTP();
$mail->SMTPDebug = $debug;
// Only the `br` shape shows markup; everything else is escaped below.
$mail->Debugoutput = $shape === 'br' ? 'html' : 'echo';
$mail->Host = '127.0.0.1';
$mail->Port = $lab[['connection-refused' => 'closedPort', 'untrusted-certificate' => 'untrustedPort'][$scenario] ?? 'port'];
$mail->SMTPSecure = PHPMailer::ENCRYPTION_STARTTLS;
$mail->SMTPAuth = true;
$mail->Username = 'shop@example.com';
$mail->Password = $scenario === 'wrong-password' ? 'correct-horse-8' : 'correct-horse-9';
$mail->Hostname = 'www.example.com';
$mail->Timeout = 10;
if (!$lab['verify'] && $scenario !== 'untrusted-certificate') {
    // The lab could not make a certificate that PHP can check. Nothing leaves this machine.
    $mail->SMTPOptions = ['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]];
}
$to = ['recipient-refused' => 'nobody@example.net', 'greylisted' => 'later@example.net'][$scenario] ?? 'customer@example.net';

ob_start();
$error = null;
try {
    $mail->setFrom('shop@example.com', 'Example Shop');
    $mail->addAddress($to);
    $mail->Subject = 'Test email';
    $mail->Body = "This is a test email.\r\nIf you can read it, sending works.";
    $mail->send();
} catch (Exception $exception) {
    $error = $exception->getMessage();
}
// A warning of PHP itself goes into the buffer on some installations; the log is what PHPMailer wrote.
$log = (string) ob_get_clean();

function escape(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

/** One table row a line, as log screens with columns have it. */
function rows(string $log): string
{
    $rows = '';
    foreach (preg_split('/\n(?=\d{4}-\d\d-\d\d )/', rtrim($log)) as $line) {
        [$time, $text] = array_pad(explode("\t", $line, 2), 2, '');
        $rows .= '<tr><td>' . escape($time) . '</td><td>' . escape($text) . "</td></tr>\n";
    }
    return $rows;
}

?>
<!DOCTYPE html>
<html lang="en" data-theme="<?= $theme ?>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Email Test ‹ Example Shop</title>
<style>
  * { box-sizing: border-box; }
  html { --page: #f0f0f1; --card: #fff; --line: #c3c4c7; --text: #3c434a; --head: #1d2327; --link: #2271b1; --log: #f6f7f7; color-scheme: light; }
  html[data-theme="dark"] { --page: #16191d; --card: #1f2328; --line: #3a4149; --text: #c5cad0; --head: #f0f2f4; --link: #72aee6; --log: #15181c; color-scheme: dark; }
  body { margin: 0; background: var(--page); color: var(--text); font: 13px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, sans-serif; }
  #adminbar { background: #1d2327; color: #f0f0f1; height: 32px; line-height: 32px; padding: 0 12px; font-size: 13px; }
  #adminbar b { font-weight: 400; margin-right: 16px; }
  #wrap { display: flex; min-height: calc(100vh - 32px); }
  #menu { background: #1d2327; width: 160px; flex: none; padding: 8px 0; }
  #menu a { display: block; color: #f0f0f1; padding: 6px 12px; font-size: 14px; line-height: 1.3; text-decoration: none; }
  #menu a.on { background: #2271b1; color: #fff; }
  main { flex: 1; min-width: 0; padding: 10px 20px 60px; }
  h1 { font-size: 23px; font-weight: 400; color: var(--head); margin: 8px 0 14px; }
  h2 { font-size: 14px; color: var(--head); margin: 0 0 12px; }
  .notice { background: var(--card); border: 1px solid var(--line); border-left: 4px solid #00a32a; padding: 8px 12px; margin: 0 0 16px; }
  .notice.error { border-left-color: #d63638; }
  .card { background: var(--card); border: 1px solid var(--line); padding: 16px 20px; margin: 0 0 16px; }
  .fields { display: grid; grid-template-columns: 160px minmax(0, 1fr); gap: 10px 16px; }
  .fields b { color: var(--head); font-weight: 600; }
  .log { font: 12px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--log); border: 1px solid var(--line); padding: 12px; margin: 0; overflow-wrap: anywhere; }
  pre.log { white-space: pre-wrap; }
  textarea.log { width: 100%; height: 320px; color: inherit; }
  table.log { width: 100%; border-collapse: collapse; }
  table.log td { border-bottom: 1px solid var(--line); padding: 3px 8px; vertical-align: top; }
  table.log td:first-child { white-space: nowrap; }
  button { font: inherit; color: var(--link); background: transparent; border: 1px solid var(--link); border-radius: 3px; padding: 4px 12px; cursor: pointer; }
  dialog { width: 420px; max-width: calc(100vw - 24px); max-height: 80vh; color: inherit; background: var(--card); border: 1px solid var(--line); padding: 16px; }
  @media (max-width: 782px) { #menu { display: none; } main { padding: 6px 10px 40px; } .fields { grid-template-columns: 1fr; gap: 2px; } .card { padding: 12px; } }
</style>
</head>
<body class="wp-admin">
<div id="adminbar"><b>Example Shop</b><b>Updates</b><b>New</b></div>
<div id="wrap">
<nav id="menu"><a href="?">Dashboard</a><a href="?">Posts</a><a href="?">Pages</a><a href="?">Plugins</a><a class="on" href="?">Email</a><a href="?">Settings</a></nav>
<main>
<h1>Email Test</h1>
<?php if ($error === null): ?>
<div class="notice"><p>Test email sent. Please check your inbox.</p></div>
<?php else: ?>
<div class="notice error"><p>There was a problem while sending the test email: <?= escape($error) ?></p></div>
<?php endif ?>
<div class="card fields"><b>From</b><span>Example Shop (shop at example.com)</span><b>Send to</b><span><?= escape(str_replace('@', ' at ', $to)) ?></span></div>
<div class="card">
<h2>SMTP Debug</h2>
<?php if ($shape === 'br'): ?>
<div class="log" id="log"><?= $log ?></div>
<?php elseif ($shape === 'textarea'): ?>
<textarea class="log" id="log" readonly><?= "\n" . escape($log) ?></textarea>
<?php elseif ($shape === 'table'): ?>
<table class="log" id="log"><tbody>
<?= rows($log) ?>
</tbody></table>
<?php elseif ($shape === 'modal'): ?>
<button id="open">View the log</button>
<dialog id="dialog"><h2>Log</h2><div id="slot"></div><p><button id="close">Close</button></p></dialog>
<script>
  const text = <?= json_encode($log, JSON_HEX_TAG | JSON_INVALID_UTF8_SUBSTITUTE) ?>;
  document.querySelector('#open').addEventListener('click', () => {
    const pre = document.createElement('pre');
    pre.className = 'log';
    pre.id = 'log';
    pre.textContent = text;
    document.querySelector('#slot').replaceChildren(pre);
    document.querySelector('#dialog').showModal();
  });
  document.querySelector('#close').addEventListener('click', () => document.querySelector('#dialog').close());
</script>
<?php elseif ($shape === 'later'): ?>
<pre class="log" id="log">Loading…</pre>
<script>
  const text = <?= json_encode($log, JSON_HEX_TAG | JSON_INVALID_UTF8_SUBSTITUTE) ?>;
  setTimeout(() => { document.querySelector('#log').textContent = text; }, 800);
</script>
<?php else: ?>
<pre class="log" id="log"><?= "\n" . escape($log) ?></pre>
<?php endif ?>
</div>
</main>
</div>
</body>
</html>
