"""Run a command without the privilege of reading everything, so that tests of permissions also work as root."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_DROP = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
        sys.exit(f"cannot drop capability {capability}: {os.strerror(ctypes.get_errno())}")
os.execvp(sys.argv[1], sys.argv[1:])
"""


def run_unprivileged(argv: Sequence[str], cwd: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; modes of files bind it even where the tests run as root (on Linux)."""
    root = sys.platform == "linux" and Path("/proc/self").stat().st_uid == 0
    prefix = [sys.executable, "-c", _DROP] if root else []
    return subprocess.run([*prefix, *argv], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
