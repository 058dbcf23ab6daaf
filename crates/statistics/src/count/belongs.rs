//! Whose page is read, where the page does not know it itself: by the host's name or the part of the site.

use axum::http::{HeaderMap, header};
use declaration::Declaration;
use values::ControllerId;

/// Which host or part of the site belongs to which company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Belongs {
    /// Paths, the longest first.
    parts: Vec<(String, ControllerId)>,
    hosts: Vec<(String, ControllerId)>,
}

impl Belongs {
    /// Reads `www.one.example = one, /verksteder/moelv = two`.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn read(text: &str, declaration: &Declaration) -> Result<Self, String> {
        let mut belongs = Self::default();
        for pair in text
            .split(',')
            .map(str::trim)
            .filter(|pair| !pair.is_empty())
        {
            let (what, key) = pair
                .split_once('=')
                .map(|(what, key)| (what.trim(), key.trim()))
                .ok_or_else(|| format!("`{pair}` is not HOST = COMPANY or /PATH = COMPANY"))?;
            let company = declaration.controllers().iter().find(|one| one.key == key);
            let id = company
                .ok_or_else(|| format!("the declaration has no company `{key}`"))?
                .id;
            if let Some(path) = what.strip_prefix('/') {
                belongs
                    .parts
                    .push((format!("/{}", path.trim_end_matches('/')), id));
            } else if what.is_empty() || what.contains(['/', ' ']) {
                return Err(format!("`{what}` is neither a host nor a path"));
            } else {
                belongs.hosts.push((what.to_ascii_lowercase(), id));
            }
        }
        belongs
            .parts
            .sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
        Ok(belongs)
    }

    /// Whose it is: the longest part of the path, else the host.
    pub(super) fn company(&self, headers: &HeaderMap, path: &str) -> Option<ControllerId> {
        let within = |part: &str| {
            path.strip_prefix(part)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || part == "/")
        };
        let part = self.parts.iter().find(|(part, _)| within(part));
        part.or_else(|| {
            let host = headers.get(header::HOST)?.to_str().ok()?;
            let name = host.split(':').next().unwrap_or_default();
            self.hosts
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
        })
        .map(|(_, company)| *company)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_page_belongs_to_the_nearest_that_says_so() {
        let declaration = vault::testing::declaration();
        let keys: Vec<&str> = declaration
            .controllers()
            .iter()
            .map(|c| c.key.as_str())
            .collect();
        let (one, two) = (keys[0], keys[1]);
        let text =
            format!("www.to.example = {two}, /verksteder = {one} , /verksteder/moelv/ = {two},");
        let belongs = Belongs::read(&text, &declaration).unwrap();
        let ids: Vec<ControllerId> = declaration.controllers().iter().map(|c| c.id).collect();
        for (host, path, wanted) in [
            ("www.en.example", "/", None),
            ("www.to.example", "/", Some(ids[1])),
            ("WWW.To.example:8080", "/sok", Some(ids[1])),
            ("www.to.example", "/verksteder/furnes", Some(ids[0])),
            ("www.en.example", "/verksteder/moelv", Some(ids[1])),
            ("www.en.example", "/verksteder/moelven", Some(ids[0])),
            ("www.en.example", "/verkstedere", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            assert_eq!(belongs.company(&headers, path), wanted, "{host} {path}");
        }
        assert_eq!(Belongs::read("", &declaration), Ok(Belongs::default()));
        for wrong in [
            "www.to.example",
            "a = nobody",
            "= westrum",
            "http://a = westrum",
        ] {
            assert!(Belongs::read(wrong, &declaration).is_err(), "{wrong}");
        }
    }
}
