// Jun 25 09:07:51 root, ipmi.edit, changes data
#[allow(dead_code)]
fn ipmi_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let secret_1 = std::env::var("IPMIPASS").map_err(|_| "IPMIPASS is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "ipmi.edit"),
        ("clicked_button", "ok"),
        ("elid", "4"),
        ("ipmipass", secret_1.as_str()),
        ("ipmiuser", "admin"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
