// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("note", "a; id"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
