//! What a role may and may not see, read out of the declaration.

use declaration::{
    Declaration, Lang, category_name,
    vocabulary::{Category, Role},
};

/// A role as the declaration has it, in one language.
pub struct RoleRights {
    /// The role.
    pub role: Role,
    /// What it is called.
    pub title: String,
    /// What it is here for: title and reason of each purpose.
    pub purposes: Vec<(String, String)>,
    /// What it may see.
    pub sees: Vec<&'static str>,
    /// What it may not, of all that is kept here.
    pub never: Vec<&'static str>,
}

impl RoleRights {
    /// Reads a role out of the declaration; a role that the declaration does not have may see nothing.
    #[must_use]
    pub fn of(declaration: &Declaration, role: Role, lang: Lang) -> Self {
        let serves = declaration.role_purposes(role);
        let stated: Vec<_> = serves
            .iter()
            .filter_map(|purpose| declaration.purpose(*purpose))
            .collect();
        let may = |category: &Category| {
            stated.iter().any(|one| {
                one.categories().contains(category) && one.id.categories().contains(category)
            }) || (serves.contains(&declaration::vocabulary::Purpose::Rights)
                && declaration::vocabulary::Purpose::Rights
                    .categories()
                    .contains(category))
        };
        let name = |category: &Category| category_name(*category, lang);
        let kept = || {
            Category::ALL
                .iter()
                .filter(|category| declaration.uses(**category))
        };
        let roles = &declaration.source().roles;
        let title = roles.iter().find(|one| one.id == role.as_str());
        let text = |text: &declaration::Text| text.in_lang(lang).to_owned();
        Self {
            role,
            title: title.map_or_else(|| role.as_str().to_owned(), |one| text(&one.title)),
            purposes: stated
                .iter()
                .map(|one| (text(&one.title), text(&one.why)))
                .collect(),
            sees: kept().filter(|category| may(category)).map(name).collect(),
            never: kept().filter(|category| !may(category)).map(name).collect(),
        }
    }

    /// Every role that the declaration has.
    #[must_use]
    pub fn all(declaration: &Declaration, lang: Lang) -> Vec<Self> {
        let declared = |role: &&Role| {
            declaration
                .source()
                .roles
                .iter()
                .any(|one| one.id == role.as_str())
        };
        Role::ALL
            .iter()
            .filter(declared)
            .map(|role| Self::of(declaration, *role, lang))
            .collect()
    }
}

/// The declaration's language for a page's.
#[must_use]
pub fn lang(lang: web::Lang) -> Lang {
    Lang::from_code(lang.tag()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_technician_sees_the_work_and_no_contact() {
        let declaration = vault::testing::declaration();
        let rights = RoleRights::of(&declaration, Role::Technician, Lang::Nb);
        let name = |category| category_name(category, Lang::Nb);
        assert!(rights.sees.contains(&name(Category::Work)));
        for hidden in [Category::Contact, Category::Billing, Category::Purchase] {
            assert!(rights.never.contains(&name(hidden)), "{hidden:?}");
        }
    }

    #[test]
    fn what_is_told_of_a_role_is_what_the_judge_says() {
        use vault::{Actor, Question, Standing, judge};
        let declaration = vault::testing::declaration();
        let standing = Standing {
            strand: None,
            consent: true,
            objection: vault::Objection::No,
            leave: false,
            tied: false,
            vehicle: false,
            glass: false,
            // Two people have agreed: what a role may then do is told.
            unlocked: true,
        };
        let subject = values::SubjectId::from_raw(1);
        let controller = values::ControllerId::from_raw(1);
        for role in Role::ALL {
            let actor = Actor::Staff {
                id: values::SubjectId::from_raw(2),
                role: *role,
                controller,
            };
            let told = RoleRights::of(&declaration, *role, Lang::En);
            for category in Category::ALL.iter().filter(|one| declaration.uses(**one)) {
                let may = declaration::vocabulary::Purpose::ALL.iter().any(|purpose| {
                    let question = Question {
                        actor,
                        subject,
                        purpose: *purpose,
                        category: *category,
                    };
                    judge(&declaration, &question, &standing).is_ok()
                });
                let name = category_name(*category, Lang::En);
                assert_eq!(told.sees.contains(&name), may, "{role:?} {category:?}");
            }
        }
    }

    #[test]
    fn every_role_is_told_of_in_every_language() {
        let declaration = vault::testing::declaration();
        for lang in Lang::ALL {
            assert_eq!(RoleRights::all(&declaration, lang).len(), Role::ALL.len());
        }
    }
}
