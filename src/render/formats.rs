//! Every format: one file each, and its entry in [`TARGETS`].

pub mod ansible;
pub mod curl;
pub mod go;
pub mod har;
pub mod http;
pub mod hurl;
pub mod json;
pub mod mgrctl;
pub mod node;
pub mod perl;
pub mod php;
pub mod postman;
pub mod powershell;
pub mod python;
pub mod rust;
pub mod url;

use super::Target;

/// Every format, in the order in which help lists them.
pub static TARGETS: &[&dyn Target] = &[
    &curl::TARGET,
    &mgrctl::TARGET,
    &rust::TARGET,
    &url::TARGET,
    &json::TARGET,
    &python::TARGET,
    &php::TARGET,
    &perl::TARGET,
    &node::TARGET,
    &go::TARGET,
    &ansible::TARGET,
    &powershell::TARGET,
    &http::TARGET,
    &hurl::TARGET,
    &har::TARGET,
    &postman::TARGET,
];
