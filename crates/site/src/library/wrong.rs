//! What can be wrong with a page, with the place.

use std::fmt;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No head, or it does not end.
    NoHead,
    /// A line of the head that is not `key: value`.
    NotKeyValue,
    /// A key the head does not have.
    Key,
    /// Not nb, nn or en.
    Language,
    /// Not a date.
    Date,
    /// Not a kind of page.
    Kind,
    /// Not a number.
    Nav,
    /// No title.
    Title,
    /// No kind.
    NoKind,
    /// News without a date.
    NoDate,
    /// A file name that cannot be an address.
    Name,
    /// An address that the house uses itself.
    Taken,
    /// Two files for one page.
    Twice,
    /// HTML in the text.
    Html,
    /// A picture on another host.
    RemotePicture,
    /// A picture without a description.
    NoDescription,
    /// A file that is not in the folder.
    NoFile,
    /// A link that leads nowhere.
    DeadLink,
    /// A link that is not https.
    Insecure,
    /// A file of a kind that is not served.
    FileKind,
    /// A file that is too large.
    TooLarge,
    /// A file that cannot be read.
    Unreadable,
    /// A company the declaration does not have.
    Company,
}

impl Wrong {
    /// In words, for the command line.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoHead => "the head between two lines of `---` is missing",
            Self::NotKeyValue => "expected `key: value`",
            Self::Key => "expected title, summary, language, date, kind, nav, workshop or company",
            Self::Language => "expected nb, nn or en",
            Self::Date => "expected a date such as 2026-11-02",
            Self::Kind => "expected service, workshop, news or page",
            Self::Nav => "expected a whole number",
            Self::Title => "the head has no title",
            Self::NoKind => "the head has no kind",
            Self::NoDate => "news needs a date",
            Self::Name => {
                "the file name becomes the address: a–z, 0–9 and hyphens, then .md, .nn.md or .en.md"
            }
            Self::Taken => "the house uses this address itself",
            Self::Twice => "another file has this address already",
            Self::Html => "HTML is shown as text",
            Self::RemotePicture => "a picture on another host is not shown: put it in the folder",
            Self::NoDescription => "a picture needs a description",
            Self::NoFile => "there is no such file in the folder",
            Self::DeadLink => "the link leads nowhere",
            Self::Insecure => "a link to others must begin with https://",
            Self::FileKind => "files of this kind are not served",
            Self::TooLarge => "the file is too large",
            Self::Unreadable => "the file cannot be read",
            Self::Company => "the declaration has no such company",
        }
    }

    /// Whether the page is not shown because of it.
    #[must_use]
    pub const fn stops(self) -> bool {
        matches!(
            self,
            Self::NoHead
                | Self::Title
                | Self::NoKind
                | Self::NoDate
                | Self::Name
                | Self::Taken
                | Self::Twice
                | Self::Unreadable
        )
    }

    /// The message of the language files.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NoHead => "wrong-page-head",
            Self::NotKeyValue => "wrong-page-line",
            Self::Key => "wrong-page-key",
            Self::Language => "wrong-page-language",
            Self::Date => "wrong-page-date",
            Self::Kind | Self::NoKind => "wrong-page-kind",
            Self::Nav => "wrong-page-nav",
            Self::Title => "wrong-page-title",
            Self::NoDate => "wrong-page-no-date",
            Self::Name => "wrong-page-name",
            Self::Taken => "wrong-page-taken",
            Self::Twice => "wrong-page-twice",
            Self::Html => "wrong-page-html",
            Self::RemotePicture => "wrong-page-remote",
            Self::NoDescription => "wrong-page-description",
            Self::NoFile => "wrong-page-file",
            Self::DeadLink => "wrong-page-dead",
            Self::Insecure => "wrong-page-insecure",
            Self::FileKind => "wrong-page-file-kind",
            Self::TooLarge => "wrong-page-large",
            Self::Unreadable => "wrong-page-unreadable",
            Self::Company => "wrong-page-company",
        }
    }
}

/// Something wrong, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFinding {
    /// The file, from the folder on.
    pub file: String,
    /// The line, from 1; 0 when it is about the file.
    pub line: usize,
    /// What.
    pub wrong: Wrong,
    /// What it is about, as written.
    pub about: String,
}

impl fmt::Display for PageFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.wrong.words())?;
        if !self.about.is_empty() {
            write!(f, " ({})", self.about)?;
        }
        Ok(())
    }
}
