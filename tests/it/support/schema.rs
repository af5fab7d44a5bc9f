//! JSON Schemas that documents must satisfy.

use serde_json::Value;
use std::path::Path;

/// A compiled schema.
#[derive(Debug)]
pub(crate) struct Schema(jsonschema::Validator);

impl Schema {
    /// Reads a schema from a file of this repository. Fails unless it is a valid schema of draft 2020-12.
    #[track_caller]
    pub(crate) fn read(path: &str) -> Self {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path);
        Self::new(&text)
    }

    #[track_caller]
    pub(crate) fn new(text: &str) -> Self {
        let schema: Value = serde_json::from_str(text).expect("a schema is JSON");
        jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
        Self(jsonschema::draft202012::new(&schema).expect("a schema of draft 2020-12"))
    }

    /// The errors in a document.
    pub(crate) fn faults(&self, document: &Value) -> Vec<String> {
        self.0.iter_errors(document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
    }

    #[track_caller]
    pub(crate) fn assert(&self, who: &str, document: &Value) {
        let faults = self.faults(document);
        assert!(faults.is_empty(), "{who}: {faults:?}");
    }
}
