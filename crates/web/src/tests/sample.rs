//! A small slice for the tests of the shell.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::{AccountId, ControllerId, Plate, SubjectId, Typed};

use crate::testing::{Client, house};
use crate::{
    App, Area, Colleague, Door, Error, Errors, Form, Limit, Me, Page, Role, Routes, Services,
    Signed, Visitor, html, html_again, router,
};

#[derive(Default, Deserialize)]
struct Asked {
    plate: Typed,
    #[serde(default)]
    note: Typed,
}

#[derive(askama::Template)]
#[template(
    ext = "html",
    source = r#"{% extends "public.html" %}{% import "parts.html" as ui %}
{% block main %}<form method="post">{% call ui::csrf(page) %}{% endcall %}
{% call ui::error_summary(page, errors) %}{% endcall %}
{% call ui::input(page, "plate", "Kjennemerke", typed.plate, errors) %}{% endcall %}
{% call ui::input(page, "note", "Merknad", typed.note, errors) %}{% endcall %}
</form>{% endblock %}"#
)]
struct Ask {
    page: Page,
    typed: Asked,
    errors: Errors,
}

async fn ask(page: Page) -> Result<Response, Error> {
    html(&Ask {
        page,
        typed: Asked::default(),
        errors: Errors::new(),
    })
}

async fn asked(page: Page, form: Form<Asked>) -> Result<Response, Error> {
    let Form {
        data: typed,
        mut errors,
    } = form;
    if errors
        .take("plate", Plate::parse(typed.plate.as_str()))
        .is_none()
        || errors.any()
    {
        return html_again(&Ask {
            page,
            typed,
            errors,
        });
    }
    Ok(page.go_saying("/takk", "notice-done"))
}

async fn mine(_: Me, page: Page) -> Result<Response, Error> {
    ask(page).await
}

async fn signed(form: Signed<Asked>) -> String {
    form.data.plate.as_str().to_owned()
}

async fn desk(_: Colleague) -> &'static str {
    "desk"
}

async fn thing(Path(id): Path<i64>) -> Result<String, Error> {
    if id == 1 {
        Ok("one".to_owned())
    } else {
        Err(Error::NotFound)
    }
}

async fn breaks() -> &'static str {
    panic!("on purpose")
}

async fn busy() -> Error {
    Error::Busy
}

pub fn table() -> Routes {
    Routes::new()
        .get("/sporsmal", Door::Public, ask)
        .post("/sporsmal", Door::Public, asked)
        .post("/ofte", Door::Public, asked)
        .limit(Limit {
            times: 2,
            seconds: 60,
        })
        .get("/min-side", Door::Subject, mine)
        .post("/min-side", Door::Subject, signed)
        .get("/stab/i-dag", Door::Staff(&[Role::Reception]), desk)
        .get("/ting/{id}", Door::Public, thing)
        .get("/api/v1/ting/{id}", Door::Public, thing)
        .get("/api/v1/mitt", Door::Subject, thing)
        .get("/knekk", Door::Public, breaks)
        .get("/travelt", Door::Public, busy)
        .link(Area::Public, 1, "/sporsmal", "frame-privacy")
        .link(Area::Public, 2, "/stab/i-dag", "frame-staff")
}

pub fn client() -> Client {
    let app = App::new(house(&[], Services::default()));
    let router = router(&app, table());
    Client::new(app, router)
}

pub const CUSTOMER: Visitor = Visitor::Subject(Me {
    subject: SubjectId::from_raw(7),
    account: AccountId::from_raw(8),
});
pub const fn staff(role: Role) -> Visitor {
    let (staff, controller) = (SubjectId::from_raw(9), ControllerId::from_raw(1));
    Visitor::Staff(Colleague {
        staff,
        role,
        controller,
    })
}
