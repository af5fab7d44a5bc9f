// Jun 25 09:07:51 root, move, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "move"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, type
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "type"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, self
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "self"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, main
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "main"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, 2fa
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "2fa"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, ..
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", ".."],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "имя"],
        ["elid", "1"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
