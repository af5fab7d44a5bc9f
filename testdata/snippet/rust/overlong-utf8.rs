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
