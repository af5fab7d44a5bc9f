// ==== backspace-and-delete
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "rm\u{8}\u{7f}"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== bidi
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\u{202e}gnp.exe"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== c1-csi
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "\u{9b}31mred"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== combining
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "e\u{301}"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== crlf-in-value
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "line one\r\nline two"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== cyrillic
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("fullname", "Иван «О'Нил»"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== emoji
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "ok 👍 👩\u{200d}💻"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== esc-osc52
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "\u{1b}]52;c;cm0gLXJm\u{7}"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== invalid-utf8
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let login = reqwest::Url::parse_with_params("form:", [("", login)])?;
    let form = [
        "authinfo", login.query().unwrap_or_default(),
        "&func=user.edit",
        "&clicked_button=ok",
        "&elid=shop",
        "&note=%FF%FE%20%C3",
        "&sok=ok",
        "&out=json",
    ]
    .concat();
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").header("Content-Type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== latin1
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let login = reqwest::Url::parse_with_params("form:", [("", login)])?;
    let form = [
        "authinfo", login.query().unwrap_or_default(),
        "&func=user.edit",
        "&clicked_button=ok",
        "&elid=shop",
        "&note=caf%E9",
        "&sok=ok",
        "&out=json",
    ]
    .concat();
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").header("Content-Type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== line-separator
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\u{2028}b\u{85}c"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== newline
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "line one\nline two"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== no-break-space
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\u{a0}b\u{3164}c"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== nul-byte
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\u{0}b"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== overlong-utf8
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let login = reqwest::Url::parse_with_params("form:", [("", login)])?;
    let form = [
        "authinfo", login.query().unwrap_or_default(),
        "&func=user.edit",
        "&clicked_button=ok",
        "&elid=shop",
        "&note=%C0%AF%ED%A0%80",
        "&sok=ok",
        "&out=json",
    ]
    .concat();
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").header("Content-Type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== paste-end
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "\u{1b}[201~touch pwned\n"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== raw-c1-byte
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let login = reqwest::Url::parse_with_params("form:", [("", login)])?;
    let form = [
        "authinfo", login.query().unwrap_or_default(),
        "&func=user.edit",
        "&clicked_button=ok",
        "&elid=shop",
        "&note=%9B31mred",
        "&sok=ok",
        "&out=json",
    ]
    .concat();
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").header("Content-Type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== raw-control-bytes
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let login = reqwest::Url::parse_with_params("form:", [("", login)])?;
    let form = [
        "authinfo", login.query().unwrap_or_default(),
        "&func=user.edit",
        "&elid=shop",
        "&note=a%07b%08c%1Bd%7Fe%9Bf",
        "&sok=ok",
        "&out=json",
    ]
    .concat();
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").header("Content-Type", "application/x-www-form-urlencoded").body(form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== raw-utf8-not-encoded
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("elid", "shop"),
        ("fullname", "Иван"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== tab
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\tb"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== trailing-newline
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "ends with two\n\n"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== zero-width
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a\u{200b}b\u{feff}c\u{ad}d"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
