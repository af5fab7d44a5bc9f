// ==== name-cyrillic
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["имя", "x"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-dash-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["-o", "json"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-empty
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["", "x"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-masked-hostile
// Jun 25 09:07:51 root, user.edit, changes data, without masked a%27%24%28id%29, without masked path
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-tilde-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["~x", "1"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-with-at
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["a@/etc/hosts", "x"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-with-equals
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["a=b", "x"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-with-quote
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["a';id;", "x"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== name-with-space
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["my name", "x"],
        ["my other", "y"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
