// Feb  6 08:08:07 root, user.suspend, changes data
#[allow(dead_code)]
fn user_suspend() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.suspend"),
        ("elid", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
