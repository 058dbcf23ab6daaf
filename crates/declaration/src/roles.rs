//! What the roles of the staff may, as the declaration in force says it.

use crate::{
    Declaration,
    source::RoleSource,
    vocabulary::{Purpose, Role},
};

/// What a role may.
#[derive(Clone, Debug, Default)]
pub(crate) struct RoleStatement {
    purposes: Vec<Purpose>,
    bulk: bool,
    break_glass: Option<Role>,
}

impl RoleStatement {
    /// A role's row, under its name; the check has refused what is not in the vocabulary.
    pub(crate) fn named(source: &RoleSource) -> Option<(Role, Self)> {
        let purposes = source.purposes.iter();
        let statement = Self {
            purposes: purposes
                .filter_map(|name| Purpose::from_name(name))
                .collect(),
            bulk: source.bulk,
            break_glass: source.break_glass.as_deref().and_then(Role::from_name),
        };
        Some((Role::from_name(&source.id)?, statement))
    }
}

impl Declaration {
    /// The purposes that staff in `role` serve; none for a role that is not declared.
    pub fn role_purposes(&self, role: Role) -> &[Purpose] {
        self.roles
            .get(&role)
            .map_or(&[], |statement| statement.purposes.as_slice())
    }

    /// Whether staff in `role` may open many persons in one go. The host never may (clause C26).
    pub fn may_bulk(&self, role: Role) -> bool {
        role != Role::Operator && self.roles.get(&role).is_some_and(|one| one.bulk)
    }

    /// The role whose purposes and pages staff in `role` may take for a short while, with a reason.
    /// The host never may (clause C26).
    pub fn break_glass(&self, role: Role) -> Option<Role> {
        let taken = self.roles.get(&role)?.break_glass?;
        (role != Role::Operator && taken != Role::Operator).then_some(taken)
    }
}
