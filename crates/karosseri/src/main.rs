//! The program: `karosseri serve`, and everything else on the command line.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    karosseri::run(karosseri::cli::Cli::parse())
}
