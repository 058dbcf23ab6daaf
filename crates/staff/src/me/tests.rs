//! The page about oneself.

use web::Role;

use crate::tests::each;

#[tokio::test]
async fn one_sees_oneself_and_what_ones_role_may_and_leaves_no_line_in_the_log() {
    each(|house| async move {
        let kari = house.hire("Kari", Role::Technician).await;
        house.hire("Ola", Role::Reception).await;
        let page = house.as_member(kari).await.get("/en/stab/meg").await.body;
        assert!(page.contains("Kari Prøve") && page.contains("kari@verksted.example"));
        assert!(!page.contains("Ola"));
        assert!(page.contains("Westrum Karosseri AS"));
        let (sees, never) = page.split_once("What you cannot open").unwrap();
        assert!(sees.contains("Work done and findings") && never.contains("Contact details"));
        let lines = house.test.vault.openings_about(kari, 10).await.unwrap();
        assert!(lines.is_empty());
    })
    .await;
}
