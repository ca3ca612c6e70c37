"""A program's wall time, processor time and peak memory, and what has to be known of them.

The system counts the peak of whoever starts a program as the program's own. So this process stays small: what needs memory is
done aside."""

import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from typing import NamedTuple

MIB = 1 << 20


class Run(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds, of all its threads
    peak: float  # MiB


def run(command, environment=None):
    """Runs a program to its end. What earlier ones have written is on the disk before it begins."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=said, stderr=said,
                                   env=os.environ | (environment or {}))
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\n{said.read().decode(errors='replace')[-4000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MIB)


def aside(work):
    """Does something in a process of its own, whose failure is that of all."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            work()
            code = 0
        except SystemExit as end:
            print(end, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    if os.waitpid(process, 0)[1] != 0:
        sys.exit(1)


def median(runs):
    return Run(*(statistics.median(values) for values in zip(*runs)))


def spread(runs):
    walls = [run.wall for run in runs]
    return f"{min(walls):.2f}–{max(walls):.2f}"


def folder(path):
    """A folder that has never been there: it is asked for, or a new one among the temporary ones."""
    if path is None:
        return pathlib.Path(tempfile.mkdtemp(prefix="keikaku-bench-"))
    path = pathlib.Path(path)
    path.mkdir(parents=True)
    return path


def size(output):
    """How many files a folder has, and how many MiB."""
    count, total = 0, 0
    for bytes_of_one in sizes(output):
        count, total = count + 1, total + bytes_of_one
    return count, total / MIB


def sizes(output):
    with os.scandir(output) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from sizes(entry.path)
            else:
                yield entry.stat().st_size


def machine(where):
    """One line about the machine, for whoever reads the figures."""
    model = next((line.split(":")[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = next((int(line.split()[1]) / MIB for line in lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    disk = subprocess.run(["stat", "-f", "-c", "%T", where], capture_output=True, text=True).stdout.strip()
    load = os.getloadavg()[0]
    return f"{platform.system()}, {model}, {os.cpu_count()} cores, {memory:.0f} GiB, {disk}; load {load:.1f}"


def lines(path):
    try:
        return pathlib.Path(path).read_text().splitlines()
    except OSError:
        return []


def farewell(where):
    print(f"\nNothing was removed. When all is measured: rm -r {where}")
