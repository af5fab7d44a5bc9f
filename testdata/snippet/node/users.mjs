// ==== origin-empty
// Jun 25 09:07:51 root, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
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
// ==== origin-ipv6-bare
// Jun 25 09:07:51 root, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
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
// ==== origin-ipv6-brackets
// Jun 25 09:07:51 root, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
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
// ==== origin-mgrctl
// Jun 25 09:07:51 root, problems.autosolve
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "problems.autosolve"],
        ["out", "text"],
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
    console.log(answer);
}
// ==== origin-program
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["out", "xml"],
        ["sok", "ok"],
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
    if (answer.includes("<error")) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, backup2.restore, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "backup2.restore"],
        ["elid", "7"],
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
// ==== su-own
// Jun 25 09:07:51 admin, domain.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "domain.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop.example"],
        ["sok", "ok"],
        ["su", "shop"],
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
// ==== user-as-other
// Jun 25 09:07:51 root as admin, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
        ["su", "admin"],
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
// ==== user-as-other-with-parens
// Jun 25 09:07:51 root as shop%28old%29, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
        ["su", "shop(old)"],
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
// ==== user-empty
// Jun 25 09:07:51 logon
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "logon"],
        ["lang", "en"],
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
// ==== user-hostile
// Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "domain.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop.example"],
        ["sok", "ok"],
        ["su", "$(id)`id`"],
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
// ==== user-mail
// Jun 25 09:07:51 ann%40example.com, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "7"],
        ["sok", "ok"],
        ["su", "ann@example.com"],
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
// ==== user-with-bracket
// Jun 25 09:07:51 shop%5B2%5D, domain.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "domain.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop.example"],
        ["sok", "ok"],
        ["su", "shop[2]"],
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
// ==== user-with-parens
// Jun 25 09:07:51 shop%282%29, domain.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "domain.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop.example"],
        ["sok", "ok"],
        ["su", "shop(2)"],
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
