// Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "processing.edit"],
        ["clicked_button", "ok"],
        ["cluster", "1"],
        ["datacenter", "1"],
        ["department", "2"],
        ["elid", "14"],
        ["login", "n.admin@example.com"],
        ["name", "test-5_changer"],
        ["orderpriority", "4"],
        ["sok", "ok"],
        ["url", "https://vm-1.example.com"],
        ["su", "admin"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/billmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
