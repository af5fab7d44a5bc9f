// ==== ampersand
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "a&b=c&&func=user.delete"],
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
// ==== at-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "@/etc/passwd"],
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
// ==== backslash-double
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "\\\\host\\n\\x41"],
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
// ==== backslash-trailing
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "C:\\"],
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
// ==== backticks
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "`id`"],
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
// ==== bang
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "wow! !! !$"],
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
// ==== bang-and-quote
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "it's !wow"],
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
// ==== braces
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "{a,b} [1-3]"],
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
// ==== caret
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "^a^b"],
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
// ==== dash-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "-o/tmp/x"],
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
// ==== dollar-paren
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "$(id) $HOME ${HOME}"],
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
// ==== double-quote
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "say \"hi\""],
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
// ==== equals-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "=ls"],
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
// ==== glob
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "*.log ? [a-z]"],
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
// ==== hash-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "# not a comment"],
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
// ==== lt-first
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "</etc/passwd"],
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
// ==== o-brien
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "O'Brien"],
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
// ==== parens
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "(a) <b> {c}"],
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
// ==== percent-env
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "%PATH% %s %d"],
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
// ==== pipe
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "a | id && id || id > x < y"],
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
// ==== quote-in-payload
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["fullname", "O'Brien"],
        ["note", "'quoted'"],
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
// ==== semicolon
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "a; id"],
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
// ==== space-edges
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", " both ends "],
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
// ==== tilde
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "~root"],
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
// ==== two-spaces
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["note", "name A  192.0.2.1"],
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
