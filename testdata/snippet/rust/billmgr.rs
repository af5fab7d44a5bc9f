// Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
#[allow(dead_code)]
fn processing_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "processing.edit"),
        ("clicked_button", "ok"),
        ("cluster", "1"),
        ("datacenter", "1"),
        ("department", "2"),
        ("elid", "14"),
        ("login", "n.admin@example.com"),
        ("name", "test-5_changer"),
        ("orderpriority", "4"),
        ("sok", "ok"),
        ("url", "https://vm-1.example.com"),
        ("su", "admin"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/billmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
