<?php

/** Everything that is not the mail screen: a plain page where SMTP Lens has nothing to do. */

declare(strict_types=1);

?>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Example Shop</title>
</head>
<body>
<h1>Example Shop</h1>
<p><a href="/wp-admin/admin.php">Email test</a></p>
</body>
</html>
