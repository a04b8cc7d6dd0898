<?php

/**
 * The lab's mail log, in the three shapes that such plugins have: a test screen with the whole debug output, a list
 * with an error in each row, and a window with one entry that is fetched when it is opened. All mails are really
 * sent, by the PHPMailer that WordPress brings, to the lab's own servers.
 *
 * The lab's ports come in the environment variable SMTP_LENS_LAB (JSON).
 */

declare(strict_types=1);

namespace SmtpLens\Lab;

const SCREEN = 'lab-mail-log';
const ENTRIES = 'lab_mail_entries';
const SCENARIOS = [
    'sent' => 'An address that works',
    'wrong-password' => 'A wrong password',
    'recipient-refused' => 'A recipient who does not exist',
    'greylisted' => 'A recipient whose server puts mail off',
    'connection-refused' => 'A port where nobody listens',
];

// Pictures, fonts and news from other machines have no place in the lab.
add_filter('pre_option_show_avatars', static fn (): string => '0');
add_action('admin_enqueue_scripts', static fn () => wp_deregister_style('wp-editor-font'), 1);
add_action('init', static function (): void {
    remove_action('admin_print_scripts', 'print_emoji_detection_script');
    remove_action('wp_head', 'print_emoji_detection_script', 7);
    remove_action('welcome_panel', 'wp_welcome_panel');
});
add_action('wp_dashboard_setup', static fn () => remove_meta_box('dashboard_primary', 'dashboard', 'side'));
// WordPress itself has nothing to send here: nobody wants its mail about the installation.
add_filter('pre_wp_mail', static fn ($result) => current_scenario() === '' ? true : $result);

function current_scenario(string $set = ''): string
{
    static $scenario = '';
    return $scenario = $set === '' ? $scenario : $set;
}

/** @return array{to: string, subject: string, error: string, log: string} */
function send(string $scenario): array
{
    current_scenario($scenario);
    $error = '';
    $keep_error = static function (\WP_Error $failure) use (&$error): void {
        $error = $failure->get_error_message();
    };
    $log = '';
    $set_up = static function ($mail) use ($scenario, &$log): void {
        $lab = json_decode((string) getenv('SMTP_LENS_LAB'), true, 4, JSON_THROW_ON_ERROR);
        $mail->isSMTP();
        $mail->Host = '127.0.0.1';
        $mail->Port = $lab[$scenario === 'connection-refused' ? 'closedPort' : 'port'];
        $mail->SMTPSecure = 'tls';
        $mail->SMTPAuth = true;
        $mail->Username = 'shop@example.com';
        $mail->Password = $scenario === 'wrong-password' ? 'correct-horse-8' : 'correct-horse-9';
        $mail->Hostname = 'www.example.com';
        $mail->Timeout = 10;
        if (!$lab['verify']) {
            $mail->SMTPOptions = ['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]];
        }
        $mail->SMTPDebug = 3;
        $mail->Debugoutput = static function (string $text) use (&$log): void {
            $log .= gmdate('Y-m-d H:i:s') . "\t" . rtrim(str_replace("\r\n", "\n", $text)) . "\n";
        };
    };
    add_action('phpmailer_init', $set_up);
    add_action('wp_mail_failed', $keep_error);
    $to = ['recipient-refused' => 'nobody@example.net', 'greylisted' => 'later@example.net'][$scenario] ?? 'customer@example.net';
    wp_mail($to, 'Test email', "This is a test email.\r\nIf you can read it, sending works.", ['From: Example Shop <shop@example.com>']);
    remove_action('phpmailer_init', $set_up);
    remove_action('wp_mail_failed', $keep_error);
    return ['to' => $to, 'subject' => 'Test email', 'error' => $error, 'log' => $log];
}

add_action('admin_menu', static function (): void {
    add_menu_page('Mail log', 'Mail log', 'manage_options', SCREEN, __NAMESPACE__ . '\\show_screen', 'dashicons-email');
});

add_action('admin_enqueue_scripts', static function (string $screen): void {
    if ($screen !== 'toplevel_page_' . SCREEN) {
        return;
    }
    wp_enqueue_style('wp-jquery-ui-dialog');
    wp_enqueue_script('jquery-ui-dialog');
    wp_add_inline_script('jquery-ui-dialog', <<<'JS'
        jQuery(function ($) {
            $('.wp-list-table').on('click', '.lab-view', function (event) {
                event.preventDefault();
                const dialog = $('#lab-details').html('<p>Loading…</p>').dialog({ modal: true, width: 720, maxHeight: 600, dialogClass: 'wp-dialog', title: 'Details' });
                $.post(ajaxurl, { action: 'lab_details', entry: $(this).data('entry') }).done((html) => dialog.html(html));
            });
        });
        JS);
    wp_register_style('lab-mail-log', false);
    wp_enqueue_style('lab-mail-log');
    wp_add_inline_style('lab-mail-log', '.lab-log { background: #fff; border: 1px solid #c3c4c7; padding: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }');
});

add_action('wp_ajax_lab_details', static function (): void {
    $entry = get_option(ENTRIES, [])[(int) ($_POST['entry'] ?? -1)] ?? null;
    if ($entry === null || !current_user_can('manage_options')) {
        wp_die('', '', 404);
    }
    echo '<p><strong>To:</strong> ' . esc_html($entry['to']) . '</p>';
    echo '<p><strong>Subject:</strong> ' . esc_html($entry['subject']) . '</p>';
    echo '<pre class="lab-log">' . esc_html($entry['log']) . '</pre>';
    wp_die();
});

function show_screen(): void
{
    require_once ABSPATH . 'wp-admin/includes/class-wp-list-table.php';
    $entries = get_option(ENTRIES, []);
    $sent = null;
    if (isset($_POST['scenario'], SCENARIOS[$_POST['scenario']]) && check_admin_referer(SCREEN)) {
        $sent = send($_POST['scenario']);
        $entries[] = $sent;
        update_option(ENTRIES, $entries, false);
    }
    ?>
    <div class="wrap">
    <h1>Mail log</h1>
    <form method="post">
        <?php wp_nonce_field(SCREEN) ?>
        <select name="scenario">
        <?php foreach (SCENARIOS as $id => $title) : ?>
            <option value="<?= esc_attr($id) ?>"><?= esc_html($title) ?></option>
        <?php endforeach ?>
        </select>
        <?php submit_button('Send a test email', 'primary', 'send', false) ?>
    </form>
    <?php if ($sent !== null) : ?>
        <h2>Debug output</h2>
        <pre class="lab-log" id="lab-log"><?= esc_html($sent['log']) ?></pre>
    <?php endif ?>
    <h2>Emails</h2>
    <?php
    $table = new class ($entries) extends \WP_List_Table {
        public function __construct(private array $entries)
        {
            parent::__construct(['singular' => 'email', 'plural' => 'emails', 'ajax' => false]);
        }

        public function get_columns(): array
        {
            return ['subject' => 'Subject', 'to' => 'To', 'error' => 'Error', 'details' => 'Details'];
        }

        public function prepare_items(): void
        {
            $this->_column_headers = [$this->get_columns(), [], [], 'subject'];
            foreach ($this->entries as $id => $entry) {
                $this->items[] = ['id' => $id] + $entry;
            }
        }

        protected function column_default($item, $column_name): string
        {
            return esc_html($item[$column_name]);
        }

        protected function column_details($item): string
        {
            return '<a href="#" class="lab-view" data-entry="' . (int) $item['id'] . '">View</a>';
        }
    };
    $table->prepare_items();
    $table->display();
    ?>
    <div id="lab-details" hidden></div>
    </div>
    <?php
}
