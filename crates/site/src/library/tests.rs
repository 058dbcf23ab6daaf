//! The folder as people write it, with what goes wrong.

use std::path::Path;

use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 22);

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn page(kind: &str, title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nkind: {kind}\ndate: 2026-11-02\n---\n{body}\n")
}

fn read(files: &[(&str, &str)]) -> Library {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        put(folder.path(), name, text);
    }
    Library::read(folder.path(), &["westrum".to_owned()])
}

/// The page's HTML and what is wrong with it, by line.
fn made(body: &str) -> (String, Vec<(usize, Wrong)>) {
    let library = read(&[
        ("en.md", "x"),
        ("a.md", &page("page", "A", body)),
        ("bilde.png", "PNG"),
        ("b.md", &page("service", "B", "")),
    ]);
    let of_a = |one: &&PageFinding| one.file == "a.md";
    let wrong = library.findings.iter().filter(of_a);
    (
        library.docs()[0].body("/en"),
        wrong.map(|one| (one.line, one.wrong)).collect(),
    )
}

#[test]
fn a_page_stands_in_its_language_and_falls_back_to_bokmal() {
    let library = read(&[
        (
            "tjenester/kran.md",
            &page("service", "Kran", "## Om\nTekst."),
        ),
        ("tjenester/kran.en.md", "---\ntitle: Crane\n---\nText."),
        ("nytt.md", &page("news", "Nytt", "")),
        (
            "senere.md",
            "---\ntitle: Senere\nkind: news\ndate: 2027-01-01\n---\n",
        ),
    ]);
    assert_eq!(library.findings, []);
    let title = |lang| {
        library
            .doc(Kind::Service, "kran", lang, TODAY)
            .unwrap()
            .title
            .clone()
    };
    assert_eq!(
        (title(Lang::Nb), title(Lang::Nn), title(Lang::En)),
        ("Kran".into(), "Kran".into(), "Crane".into())
    );
    assert!(library.doc(Kind::Page, "kran", Lang::Nb, TODAY).is_none());
    assert_eq!(library.list(Kind::News, Lang::Nb, TODAY).len(), 1);
    assert_eq!(
        library.list(Kind::News, Lang::Nb, date(2027, 1, 1)).len(),
        2
    );
    assert_eq!(
        library.words.get("tekst"),
        None,
        "only what stands in lower case"
    );
}

#[test]
fn html_is_text() {
    let (html, wrong) = made("Hei <b onclick=x>der</b>.\n\n<script>alert(1)</script>\n");
    assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
    assert!(html.contains("&lt;script&gt;"));
    assert!(
        wrong.contains(&(6, Wrong::Html)) && wrong.contains(&(8, Wrong::Html)),
        "{wrong:?}"
    );
}

#[test]
fn pictures_come_from_the_folder_alone() {
    for remote in [
        "https://example.com/x.png",
        "//example.com/x.png",
        "data:image/png;base64,AAAA",
        "http://x.no/a.gif",
    ] {
        let (html, wrong) = made(&format!("En linje.\n\n![Kran]({remote})"));
        assert_eq!(wrong, [(8, Wrong::RemotePicture)], "{remote}");
        assert!(!html.contains("<img") && html.contains("Kran"), "{html}");
    }
    let (html, wrong) = made("![En \"kran\"](bilde.png) ![](./bilde.png) ![x](finnes-ikke.png)");
    assert_eq!(wrong, [(6, Wrong::NoDescription), (6, Wrong::NoFile)]);
    assert!(
        html.contains("<img src=\"/filer/bilde.") && html.contains("alt=\"En &quot;kran&quot;\""),
        "{html}"
    );
}

#[test]
fn links_lead_somewhere() {
    let (html, wrong) = made(
        "[a](https://www.vegvesen.no/) [b](/bestill) [c](b.md) [d](mailto:a@b.no) [e](bilde.png)",
    );
    assert_eq!(wrong, []);
    assert!(
        html.contains("<a href=\"https://www.vegvesen.no/\" rel=\"noopener noreferrer\">a</a>")
    );
    assert!(
        html.contains("href=\"/en/bestill\"") && html.contains("href=\"/en/tjenester/b\""),
        "{html}"
    );
    for (link, wanted) in [
        ("#", Wrong::DeadLink),
        ("", Wrong::DeadLink),
        ("#ingen", Wrong::DeadLink),
        ("http://vegvesen.no", Wrong::Insecure),
        ("https://vegvesen", Wrong::DeadLink),
        ("javascript:alert(1)", Wrong::DeadLink),
        ("JavaScript:alert(1)", Wrong::DeadLink),
        ("//example.com", Wrong::DeadLink),
        ("finnes-ikke.md", Wrong::DeadLink),
        ("/tjenester/finnes-ikke", Wrong::DeadLink),
        ("/om-os", Wrong::DeadLink),
        ("/nn/om-os?a=b#c", Wrong::DeadLink),
        ("/filer/annet.png", Wrong::DeadLink),
    ] {
        let (html, wrong) = made(&format!("[tekst]({link})"));
        assert_eq!(wrong, [(6, wanted)], "{link}");
        assert!(!html.contains("javascript:"), "{html}");
    }
    for link in [
        "/",
        "/a",
        "/en/a#x",
        "/tjenester/b",
        "/verksteder",
        "/tall.csv",
        "/sok?q=kran",
    ] {
        assert_eq!(made(&format!("[tekst]({link})")).1, [], "{link}");
    }
    assert_eq!(made("# Om kran\n\n[opp](#om-kran)").1, []);
    assert!(
        made("# Om kran")
            .0
            .contains("<h2 id=\"om-kran\">Om kran</h2>")
    );
}

#[test]
fn what_is_wrong_has_a_file_and_a_line() {
    let library = read(&[
        ("uten.md", "Bare tekst"),
        ("Stor Bokstav.md", &page("page", "X", "")),
        ("stab.md", &page("page", "X", "")),
        (
            "feil.md",
            "---\ntitle: X\nkind: ukjent\nfarge: rød\ndate: i går\nnav: ti\nlanguage: de\ncompany: y\nbare ord\n---\n",
        ),
        ("nyhet.md", "---\ntitle: X\nkind: news\n---\n"),
        ("skript.js", "alert(1)"),
        ("side.html", "<p>"),
        ("tjenester/a.md", &page("service", "A", "")),
        ("andre/a.md", &page("service", "A", "")),
    ]);
    let said: Vec<(String, usize, Wrong)> = library
        .findings
        .iter()
        .map(|one| (one.file.clone(), one.line, one.wrong))
        .collect();
    for (file, line, wrong) in [
        ("uten.md", 1, Wrong::NoHead),
        ("Stor Bokstav.md", 0, Wrong::Name),
        ("stab.md", 1, Wrong::Taken),
        ("feil.md", 3, Wrong::Kind),
        ("feil.md", 4, Wrong::Key),
        ("feil.md", 5, Wrong::Date),
        ("feil.md", 6, Wrong::Nav),
        ("feil.md", 7, Wrong::Language),
        ("feil.md", 9, Wrong::NotKeyValue),
        ("feil.md", 1, Wrong::NoKind),
        ("nyhet.md", 1, Wrong::NoDate),
        ("skript.js", 0, Wrong::FileKind),
        ("side.html", 0, Wrong::FileKind),
        ("tjenester/a.md", 1, Wrong::Twice),
    ] {
        assert!(
            said.contains(&(file.to_owned(), line, wrong)),
            "{file}:{line} {wrong:?}\n{said:?}"
        );
    }
    assert_eq!(library.docs().len(), 1);
    assert!(library.findings[0].to_string().contains(':'));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(other.path(), "hemmelig.txt", "x");
    std::os::unix::fs::symlink(
        other.path().join("hemmelig.txt"),
        folder.path().join("ut.txt"),
    )
    .unwrap();
    std::os::unix::fs::symlink(other.path(), folder.path().join("ut")).unwrap();
    assert!(Library::read(folder.path(), &[]).files.is_empty());
}

#[tokio::test]
async fn a_change_is_seen_within_two_seconds_and_not_looked_for_more_often() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.md", &page("page", "Før", ""));
    let watched = Watched::new(folder.path().to_owned(), Vec::new());
    let at = values::Moment::at_local(TODAY, 9, 0);
    let title = |library: std::sync::Arc<Library>| library.docs()[0].title.clone();
    assert_eq!(title(watched.fresh(at).await), "Før");
    put(
        folder.path(),
        "a.md",
        &page("page", "Etter at noe er endret", ""),
    );
    assert_eq!(title(watched.fresh(at.plus_ms(1_000)).await), "Før");
    assert_eq!(
        title(watched.fresh(at.plus_ms(2_000)).await),
        "Etter at noe er endret"
    );
    std::fs::remove_file(folder.path().join("a.md")).unwrap();
    assert!(watched.fresh(at.plus_ms(4_000)).await.docs().is_empty());
}

/// Names in addresses are in lower case; they are no words that a search may be stored with.
#[test]
fn an_address_on_a_page_makes_no_words() {
    let text = "Skriv til kari.hove@firma.no, se firma.no/ansatte/hove eller `navn_hove`. \
                Ring 51hove67. [Kari](mailto:kari.tveiten@firma.no) retter (karosserirammer).";
    let library = read(&[("a.md", &page("page", "Kontakt", text))]);
    for name in ["hove", "kari", "firma", "ansatte", "navn", "tveiten"] {
        assert_eq!(library.words.get(name), None, "{name}");
    }
    for word in ["skriv", "retter", "karosserirammer"] {
        let wanted = (word != "skriv").then(|| word.to_owned());
        assert_eq!(library.words.get(word).cloned(), wanted, "{word}");
    }
}
