//! SQL is written, not put together.
fn query(name: &str) -> store::Sql {
    store::Sql {
        name: "made up",
        text: &format!("SELECT * FROM subject WHERE name = '{name}'"),
    }
}

fn main() {}
