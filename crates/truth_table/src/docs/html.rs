//! rustdoc's HTML as text. It is regular enough to be read without a parser.

/// The text of `html`, without its tags, and with its entities replaced.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        let visible = if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) };
        text.push_str(visible);
    }
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
    {
        text = text.replace(entity, character);
    }
    text
}

/// What stands between `open` and the next `close`.
pub fn between<'a>(html: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, after) = html.split_once(open)?;
    after.split_once(close).map(|(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_entities_stay_as_characters() {
        assert_eq!(text("pub struct <b>Rc</b>&lt;T&gt;<wbr>(&amp;&#39;a T)"), "pub struct Rc<T>(&'a T)");
    }
}
