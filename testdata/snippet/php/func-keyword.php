// Jun 25 09:07:51 root, move, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'move'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, type
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'type'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, self
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'self'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, main
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'main'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, 2fa
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', '2fa'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, ..
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', '..'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
// Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'имя'],
    ['elid', '1'],
    ['out', 'json'],
];
$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));
$curl = curl_init('https://localhost:1500/ispmgr');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $data,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
if (isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])) {
    throw new RuntimeException($answer);
}
echo $answer;
