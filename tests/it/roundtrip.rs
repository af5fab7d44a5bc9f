//! Snippets in the real tools: a recording panel must receive what was logged, without what was stripped.

mod curl;
mod curl_status;
mod exchange;
mod languages;
mod mgrctl;
mod paste;
mod powershell;
mod rust;
mod script;
mod tools;
mod url_json;
mod var;
