<?php

/**
 * Prints a fresh key and a self-made certificate for 127.0.0.1 as JSON. For the lab's mail server only.
 */

declare(strict_types=1);

// The extension reads alternative names from a configuration file only.
$config = tempnam(sys_get_temp_dir(), 'smtp-lens-');
file_put_contents($config, <<<'CNF'
    [req]
    distinguished_name = name
    x509_extensions = extensions
    [name]
    [extensions]
    basicConstraints = critical, CA:TRUE
    subjectAltName = IP:127.0.0.1, DNS:localhost
    CNF);
$options = [
    'config' => $config,
    'digest_alg' => 'sha256',
    'private_key_type' => OPENSSL_KEYTYPE_RSA,
    'private_key_bits' => 2048,
    'x509_extensions' => 'extensions',
];
try {
    $key = openssl_pkey_new($options);
    $request = openssl_csr_new(['commonName' => '127.0.0.1'], $key, $options);
    $signed = openssl_csr_sign($request, null, $key, 2, $options, random_int(1, PHP_INT_MAX));
    openssl_x509_export($signed, $certificatePem);
    openssl_pkey_export($key, $keyPem, null, $options);
    echo json_encode(['key' => $keyPem, 'certificate' => $certificatePem]);
} finally {
    unlink($config);
}
