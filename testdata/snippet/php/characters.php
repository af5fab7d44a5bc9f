// ==== backspace-and-delete
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "rm\x08\x7f"],
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
// ==== bidi
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\xe2\x80\xaegnp.exe"],
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
// ==== c1-csi
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\xc2\x9b31mred"],
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
// ==== combining
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "e\xcc\x81"],
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
// ==== crlf-in-value
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "line one\r\nline two"],
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
// ==== cyrillic
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['fullname', 'Иван «О\'Нил»'],
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
// ==== emoji
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "ok 👍 👩\xe2\x80\x8d💻"],
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
// ==== esc-osc52
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\x1b]52;c;cm0gLXJm\x07"],
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
// ==== invalid-utf8
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\xff\xfe \xc3"],
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
// ==== latin1
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "caf\xe9"],
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
// ==== line-separator
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\xe2\x80\xa8b\xc2\x85c"],
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
// ==== newline
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "line one\nline two"],
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
// ==== no-break-space
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\xc2\xa0b\xe3\x85\xa4c"],
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
// ==== nul-byte
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\x00b"],
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
// ==== overlong-utf8
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\xc0\xaf\xed\xa0\x80"],
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
// ==== paste-end
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\x1b[201~touch pwned\n"],
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
// ==== raw-c1-byte
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "\x9b31mred"],
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
// ==== raw-control-bytes
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['note', "a\x07b\x08c\x1bd\x7fe\x9bf"],
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
// ==== raw-utf8-not-encoded
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
// ==== tab
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\tb"],
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
// ==== trailing-newline
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "ends with two\n\n"],
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
// ==== zero-width
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', "a\xe2\x80\x8bb\xef\xbb\xbfc\xc2\xadd"],
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
