// ==== ampersand
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'a&b=c&&func=user.delete'],
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
// ==== at-first
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '@/etc/passwd'],
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
// ==== backslash-double
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '\\\\host\\n\\x41'],
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
// ==== backslash-trailing
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'C:\\'],
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
// ==== backticks
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '`id`'],
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
// ==== bang
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'wow! !! !$'],
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
// ==== bang-and-quote
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'it\'s !wow'],
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
// ==== braces
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '{a,b} [1-3]'],
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
// ==== caret
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '^a^b'],
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
// ==== dash-first
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '-o/tmp/x'],
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
// ==== dollar-paren
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '$(id) $HOME ${HOME}'],
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
// ==== double-quote
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'say "hi"'],
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
// ==== equals-first
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '=ls'],
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
// ==== glob
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '*.log ? [a-z]'],
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
// ==== hash-first
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '# not a comment'],
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
// ==== lt-first
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '</etc/passwd'],
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
// ==== o-brien
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'O\'Brien'],
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
// ==== parens
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '(a) <b> {c}'],
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
// ==== percent-env
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '%PATH% %s %d'],
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
// ==== pipe
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'a | id && id || id > x < y'],
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
// ==== quote-in-payload
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['elid', 'shop'],
    ['fullname', 'O\'Brien'],
    ['note', '\'quoted\''],
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
// ==== semicolon
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'a; id'],
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
// ==== space-edges
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', ' both ends '],
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
// ==== tilde
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', '~root'],
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
// ==== two-spaces
// Jun 25 09:07:51 root, user.edit, changes data
foreach (['MGR_AUTHINFO'] as $name) {
    getenv($name) !== false ?: throw new RuntimeException("$name is not set");
}
$form = [
    ['authinfo', getenv('MGR_AUTHINFO')],
    ['func', 'user.edit'],
    ['clicked_button', 'ok'],
    ['elid', 'shop'],
    ['note', 'name A  192.0.2.1'],
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
