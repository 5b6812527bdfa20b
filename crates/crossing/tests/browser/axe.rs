//! axe-core, on every page. It is no part of this repository: `AXE_CORE` names its `axe.min.js`.

use std::env;
use std::fs;

use serde_json::json;

use crate::page::Page;

/// Why it cannot be asked here, if so.
pub fn missing() -> Option<&'static str> {
    env::var_os("AXE_CORE").is_none().then_some("AXE_CORE does not name axe.min.js")
}

pub fn finds_nothing(page: &Page, theme: &str) {
    const ASK: &str = r#"
        const [source, theme] = given;
        document.getElementById(`mdbook-theme-${theme}`).click();
        const script = document.createElement("script");
        script.textContent = source;
        document.head.append(script);
        // On the truth tables alone its measure of contrast takes minutes; ours looks at them in every theme.
        const contrast = document.getElementsByTagName("*").length < 10_000;
        return axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: contrast } } }).then(({ violations }) =>
          violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`)));
    "#;
    let file = env::var_os("AXE_CORE").expect("AXE_CORE is set");
    let source = fs::read_to_string(file).expect("AXE_CORE can be read");
    page.patience(300);
    page.open("index.html");
    let paths: Vec<String> = page.eval(
        "return [...new Set(all('#mdbook-sidebar .chapter-item a[href]').map((link) => link.pathname.slice(1)))]",
    );
    let mut said = Vec::new();
    for path in &paths {
        page.open(path);
        let found: Vec<String> = page.eval_with(ASK, json!([source, theme]));
        said.extend(found.into_iter().map(|violation| format!("{path}: {violation}")));
    }
    println!("axe-core: {} pages in {theme}, {} violations", paths.len(), said.len());
    assert!(paths.len() > 10 && said.is_empty(), "{}", said.join("\n"));
}
