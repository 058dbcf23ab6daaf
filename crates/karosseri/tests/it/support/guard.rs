//! Processes that end when they are let go of, by their id.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
};

/// A process of ours.
pub struct Running(pub Child);

impl Running {
    /// Starts it.
    pub fn start(command: &mut Command) -> Self {
        Self(
            command
                .spawn()
                .unwrap_or_else(|e| panic!("{command:?}: {e}")),
        )
    }

    /// Its id.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Ends it at once, without asking.
    pub fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Sends a signal to one process.
pub fn signal(id: u32, name: &str) {
    let _ = Command::new("kill")
        .args([format!("-{name}"), id.to_string()])
        .stderr(Stdio::null())
        .status();
}

/// Ends every process whose command line names this folder (the fresh profile of one browser).
pub fn end_users_of(folder: &Path) {
    let folder = folder.display().to_string();
    let Ok(processes) = std::fs::read_dir("/proc") else {
        return;
    };
    for id in processes
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
    {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains(&folder) {
            signal(id, "KILL");
        }
    }
}
