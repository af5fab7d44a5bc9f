// ==== bad-percent
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['note', '100%'],
    ['rate', '%zz%4'],
    ['sok', 'ok'],
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
// ==== duplicate-names
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['ip', '192.0.2.1'],
    ['ip', '192.0.2.2'],
    ['ip', '192.0.2.1'],
    ['sok', 'ok'],
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
// ==== empty-pieces
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['sok', 'ok'],
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
// ==== empty-values
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['sok', 'ok'],
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
// ==== list-values
// Jun 25 09:07:51 root, vm.stop, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'vm.stop'],
    ['elid', '617, 618, 619'],
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
// ==== no-equals
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['sok', 'ok'],
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
// ==== null-on-off
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['backup', 'on'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['group', 'null'],
    ['sok', 'ok'],
    ['ssl', 'off'],
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
// ==== percent-encoded-percent
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '%41 is not A'],
    ['sok', 'ok'],
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
// ==== percent-lowercase
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['fullname', 'Иван'],
    ['sok', 'ok'],
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
// ==== plus-sign
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['note', 'a+b c'],
    ['sok', 'ok'],
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
