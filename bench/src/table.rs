//! The table that is printed.

/// A line of it.
pub struct Line {
    row: &'static str,
    job: String,
    got: String,
    beside: String,
    goal: &'static str,
    reached: &'static str,
}

/// All lines so far.
#[derive(Default)]
pub struct Table(Vec<Line>);

impl Table {
    /// Adds a line. `reached` is `None` where there is no goal of its own.
    pub fn add(
        &mut self,
        row: &'static str,
        job: impl Into<String>,
        got: impl Into<String>,
        beside: impl Into<String>,
        goal: &'static str,
        reached: Option<bool>,
    ) {
        let reached = match reached {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "",
        };
        let line = Line {
            row,
            job: job.into(),
            got: got.into(),
            beside: beside.into(),
            goal,
            reached,
        };
        eprintln!("  {}: {}", line.job, line.got);
        self.0.push(line);
    }

    /// Prints it as Markdown.
    pub fn print(&self) {
        println!("| row | job | measured | beside it in the same run | goal | reached |");
        println!("|---|---|---|---|---|---|");
        for line in &self.0 {
            let Line {
                row,
                job,
                got,
                beside,
                goal,
                reached,
            } = line;
            println!("| {row} | {job} | {got} | {beside} | {goal} | {reached} |");
        }
    }
}
